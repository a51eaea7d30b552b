/**
 * Runs the URL parser; `null` where the text is no URL.
 *
 * `URL.canParse` would be shorter, but in Node 20, once optimised, it answers wrongly for texts outside ASCII.
 *
 * @see https://url.spec.whatwg.org/#concept-url-parser
 */
export function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}
