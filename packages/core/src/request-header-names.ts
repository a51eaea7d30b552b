import { TOKEN } from './token.ts'

const MAX_LENGTH = 4096
const MAX_NAMES = 128

/** Tokens between commas, with white space around them; no character is looked at twice, whatever the value. */
const LIST = new RegExp(`^[\t ,]*(?:${TOKEN}[\t ]*(?:,[\t ,]*|$))*$`)

/**
 * Reads the value of `Access-Control-Request-Headers` for being echoed.
 *
 * Order, white space around names and empty elements are tolerated, as intermediaries may rewrite the field.
 *
 * @returns The names, lower-case, without duplicates, joined with commas; `null` where the value names nothing, is
 * malformed, or has more than 4 KiB or 128 names.
 * @see https://httpwg.org/specs/rfc9110.html#abnf.extension.recipient
 */
export function readRequestHeaderNames(value: string | null): string | null {
  if (value === null || value.length > MAX_LENGTH || !LIST.test(value)) return null
  const text = value.toLowerCase()
  const names = new Set<string>()
  // Splitting would make a text of every element, and a hostile value has nothing but short ones.
  let start = 0
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !isSeparator(text.charCodeAt(at))) continue
    if (at > start && names.add(text.slice(start, at)).size > MAX_NAMES) return null
    start = at + 1
  }
  return names.size === 0 ? null : [...names].join(',')
}

function isSeparator(code: number): boolean {
  return code === 0x2c || code === 0x20 || code === 0x09
}
