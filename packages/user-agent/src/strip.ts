/** The bytes that never begin or end a header value. */
export const TAB_OR_SPACE = '\t '

/** The bytes that are removed from both ends of a value that a script gives. */
export const HTTP_WHITESPACE = '\t\n\r '

/** Removes the given characters from both ends of a value. */
export function strip(value: string, characters: string): string {
  let start = 0
  while (start < value.length && characters.includes(value.charAt(start))) start++
  return stripEnd(value.slice(start), characters)
}

/**
 * Removes the given characters from the end of a value.
 *
 * It walks inwards from the end: a regular expression for a trailing run takes quadratic time on hostile values.
 */
export function stripEnd(value: string, characters: string): string {
  let end = value.length
  while (end > 0 && characters.includes(value.charAt(end - 1))) end--
  return value.slice(0, end)
}
