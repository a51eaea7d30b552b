const LONGEST_QUOTATION = 200
const LONGEST_LIST = 10

/**
 * Quotes a value for a sentence: escaped like JSON, pure ASCII, and cut off where it is very long.
 *
 * What a server sends ends up in terminals and pages, so no control character may get through; `JSON.stringify` alone
 * lets DEL, the C1 controls and the ones that reverse the direction of text pass.
 */
export function quote(value: string): string {
  const shown = value.length > LONGEST_QUOTATION ? value.slice(0, LONGEST_QUOTATION) : value
  const quoted = JSON.stringify(shown).replace(/[^\x20-\x7E]/g, escapeCodeUnit)
  return shown === value ? quoted : `${quoted} (the first ${LONGEST_QUOTATION} of ${value.length} characters)`
}

/** Quotes the values of a list, and counts those beyond the tenth. */
export function quoteList(values: readonly string[]): string {
  const quoted = values.slice(0, LONGEST_LIST).map(quote).join(', ')
  return values.length > LONGEST_LIST ? `${quoted} and ${values.length - LONGEST_LIST} more` : quoted
}

function escapeCodeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
