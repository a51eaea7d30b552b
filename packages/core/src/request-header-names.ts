import { isToken } from './token.ts'

const MAX_LENGTH = 4096
const MAX_NAMES = 128

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
  if (value === null || value.length > MAX_LENGTH) return null
  const names = new Set<string>()
  for (const element of value.split(',')) {
    const name = trimOptionalWhitespace(element)
    if (name === '') continue
    if (!isToken(name)) return null
    names.add(name.toLowerCase())
  }
  return names.size === 0 || names.size > MAX_NAMES ? null : [...names].join(',')
}

/** `trim` would take away more than SP and HTAB. */
function trimOptionalWhitespace(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isOptionalWhitespace(text.charCodeAt(start))) start++
  while (end > start && isOptionalWhitespace(text.charCodeAt(end - 1))) end--
  return text.slice(start, end)
}

function isOptionalWhitespace(code: number): boolean {
  return code === 0x20 || code === 0x09
}
