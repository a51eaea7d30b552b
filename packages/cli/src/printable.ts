const LONGEST_QUOTATION = 100

/** Escapes what is not printable ASCII: on a terminal, a control character that a server sends would be a command. */
export function printable(value: string): string {
  return value.replace(/[^\x20-\x7E]/g, escapeCharacter)
}

/** Quotes a value in a sentence: printable, and cut off where it is very long. */
export function quoted(value: string): string {
  const shown = value.length > LONGEST_QUOTATION ? `${value.slice(0, LONGEST_QUOTATION)}...` : value
  return `"${printable(shown)}"`
}

function escapeCharacter(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase()
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`
}
