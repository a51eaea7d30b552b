/** A token as a pattern, of which regular expressions and the JSON Schema are made. */
export const TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+"

const WHOLE_TOKEN = new RegExp(`^${TOKEN}$`)

/**
 * Tells whether a text is a token: what a method or a header name may consist of.
 *
 * @see https://httpwg.org/specs/rfc9110.html#tokens
 */
export function isToken(text: string): boolean {
  return WHOLE_TOKEN.test(text)
}
