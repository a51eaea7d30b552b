const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/

/**
 * Tells whether a text is a token: what a method or a header name may consist of.
 *
 * @see https://httpwg.org/specs/rfc9110.html#tokens
 */
export function isToken(text: string): boolean {
  return TOKEN.test(text)
}
