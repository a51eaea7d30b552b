/** Counts the characters that have to be inserted, deleted or replaced to make one text of the other. */
export function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [index, character] of from.split('').entries()) {
    const next = [index + 1]
    for (const [column, above] of row.slice(1).entries()) {
      const diagonal = row[column] ?? 0
      const left = next[column] ?? 0
      next.push(Math.min(above + 1, left + 1, diagonal + (to.charAt(column) === character ? 0 : 1)))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
