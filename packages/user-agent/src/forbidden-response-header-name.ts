import { byteLowercase } from './byte-case.ts'

/**
 * Tells whether a response header is kept from every page, on its own origin too.
 *
 * @see https://fetch.spec.whatwg.org/#forbidden-response-header-name
 */
export function isForbiddenResponseHeaderName(name: string): boolean {
  const lowercase = byteLowercase(name)
  return lowercase === 'set-cookie' || lowercase === 'set-cookie2'
}
