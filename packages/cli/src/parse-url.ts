/**
 * Parses a URL; `null` where the text is none.
 *
 * `URL.canParse` would be shorter, but in Node 20, once optimised, it answers wrongly for texts outside ASCII.
 */
export function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}
