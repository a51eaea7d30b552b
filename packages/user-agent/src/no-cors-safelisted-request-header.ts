import { byteLowercase } from './byte-case.ts'
import { isCorsSafelistedRequestHeader } from './cors-safelisted-request-header.ts'

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
export function isNoCorsSafelistedRequestHeader(name: string, value: string): boolean {
  return NO_CORS_SAFELISTED_NAMES.has(byteLowercase(name)) && isCorsSafelistedRequestHeader(name, value)
}
