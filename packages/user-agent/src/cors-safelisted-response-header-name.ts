import { byteLowercase } from './byte-case.ts'
import { isForbiddenResponseHeaderName } from './forbidden-response-header-name.ts'

const SAFELISTED_NAMES: ReadonlySet<string> = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
])

/**
 * Tells whether a page on another origin can read a response header, given the names that the response exposes.
 *
 * @see https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name
 */
export function isCorsSafelistedResponseHeaderName(name: string, exposedNames: readonly string[]): boolean {
  const lowercase = byteLowercase(name)
  if (SAFELISTED_NAMES.has(lowercase)) return true
  return !isForbiddenResponseHeaderName(name) && exposedNames.some((exposed) => byteLowercase(exposed) === lowercase)
}
