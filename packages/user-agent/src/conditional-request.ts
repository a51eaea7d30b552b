import { byteLowercase } from './byte-case.ts'
import type { HeaderPairs } from './header-list.ts'

const CONDITIONAL_NAMES: ReadonlySet<string> = new Set([
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'if-unmodified-since',
])

/**
 * Tells whether a request asks for a response on a condition, for which no HTTP cache answers.
 *
 * @see https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch
 */
export function isConditionalRequest(headers: HeaderPairs): boolean {
  return headers.some(([name]) => CONDITIONAL_NAMES.has(byteLowercase(name)))
}
