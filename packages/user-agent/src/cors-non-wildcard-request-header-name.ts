import { byteLowercase } from './byte-case.ts'

/**
 * Tells whether a header name is never covered by `*` in `Access-Control-Allow-Headers`: `Authorization`.
 *
 * @see https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
 */
export function isCorsNonWildcardRequestHeaderName(name: string): boolean {
  return byteLowercase(name) === 'authorization'
}
