import { getHeader, type HeaderPairs } from './header-list.ts'
import { strip, TAB_OR_SPACE } from './strip.ts'

/**
 * Gets a header and splits it at the commas that are not quoted, or gives `null` where the header is absent.
 *
 * Empty items stay, and so do the quotes; an unterminated quote swallows the rest.
 *
 * @see https://fetch.spec.whatwg.org/#concept-header-list-get-decode-split
 */
export function getDecodeAndSplit(headers: HeaderPairs, name: string): readonly string[] | null {
  const value = getHeader(headers, name)
  return value === null ? null : decodeAndSplit(value)
}

/**
 * Splits one header value at the commas that are not quoted.
 *
 * @see https://fetch.spec.whatwg.org/#header-value-get-decode-and-split
 */
export function decodeAndSplit(value: string): readonly string[] {
  const items: string[] = []
  let start = 0
  let quoted = false
  for (let position = 0; position < value.length; position++) {
    const character = value.charAt(position)
    if (quoted && character === '\\') position++
    else if (character === '"') quoted = !quoted
    else if (character === ',' && !quoted) {
      items.push(strip(value.slice(start, position), TAB_OR_SPACE))
      start = position + 1
    }
  }
  items.push(strip(value.slice(start), TAB_OR_SPACE))
  return items
}
