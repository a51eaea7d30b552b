import wrapAnsi from 'wrap-ansi'

/** In less there is no room for words. */
const NARROWEST = 30

/** Wraps a paragraph to a width, and indents all its lines but the first by `hanging` more than that. */
export function paragraph(text: string, columns: number, indentation = 0, hanging = 0): string {
  const further = ' '.repeat(indentation + hanging)
  return ' '.repeat(indentation) + wrap(text, columns - further.length).replaceAll('\n', `\n${further}`)
}

/** Writes rows of a name and a text, the texts under each other. */
export function definitionList(rows: readonly (readonly [name: string, text: string])[], columns: number): string {
  const margin = Math.max(...rows.map(([name]) => name.length)) + 4
  return rows
    .map(([name, text]) => {
      const lines = wrap(text, columns - margin)
      return `  ${name.padEnd(margin - 2)}${lines.replaceAll('\n', `\n${' '.repeat(margin)}`)}`
    })
    .join('\n')
}

function wrap(text: string, width: number): string {
  return Number.isFinite(width) ? wrapAnsi(text, Math.max(width, NARROWEST)) : text
}
