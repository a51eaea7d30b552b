/** Counts the characters that have to be inserted, deleted or replaced to make one text of the other. */
export function editDistance(from: string, to: string): number {
  // The edits from what has been read of the one text to each longer beginning of the other.
  const row = Array.from({ length: to.length }, (_, column) => column + 1)
  let edits = to.length
  for (const [index, character] of from.split('').entries()) {
    let diagonal = index
    edits = index + 1
    for (const [column, above] of row.entries()) {
      edits = Math.min(above + 1, edits + 1, diagonal + (to.charAt(column) === character ? 0 : 1))
      diagonal = above
      row[column] = edits
    }
  }
  return edits
}
