import { byteLowercase } from './byte-case.ts'
import { isCorsSafelistedRequestHeader } from './cors-safelisted-request-header.ts'
import { type EngineQuirks, STANDARD_BEHAVIOUR } from './engine-quirks.ts'

const NO_CORS_SAFELISTED_NAMES: ReadonlySet<string> = new Set([
  'accept',
  'accept-language',
  'content-language',
  'content-type',
])

/**
 * Tells whether a page may set a header on a request whose mode is `no-cors`.
 *
 * @see https://fetch.spec.whatwg.org/#no-cors-safelisted-request-header
 */
export function isNoCorsSafelistedRequestHeader(
  name: string,
  value: string,
  quirks: EngineQuirks = STANDARD_BEHAVIOUR,
): boolean {
  return NO_CORS_SAFELISTED_NAMES.has(byteLowercase(name)) && isCorsSafelistedRequestHeader(name, value, quirks)
}
