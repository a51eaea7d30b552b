import { byteLowercase } from './byte-case.ts'

const REQUEST_BODY_HEADER_NAMES: ReadonlySet<string> = new Set([
  'content-encoding',
  'content-language',
  'content-location',
  'content-type',
])

/**
 * Tells whether a header describes a request's body, and is dropped with it on a redirect.
 *
 * @see https://fetch.spec.whatwg.org/#request-body-header-name
 */
export function isRequestBodyHeaderName(name: string): boolean {
  return REQUEST_BODY_HEADER_NAMES.has(byteLowercase(name))
}
