import { byteLowercase } from './byte-case.ts'
import type { CheckResult } from './check-result.ts'
import type { CredentialsMode } from './exchange.ts'
import { getHeader, headerValues, type HeaderPairs } from './header-list.ts'
import { quote } from './quote.ts'

/** The part of a request that a CORS check looks at. */
export interface CorsCheckRequest {
  /** The request's origin, serialized with its redirects in mind: the value of its `Origin` header. */
  readonly serializedOrigin: string
  /** The credentials mode of the request, for a preflight that of the request it is made for. */
  readonly credentials: CredentialsMode
}

/** The steps of a CORS check that can fail. */
export type CorsCheckReason =
  'origin-missing' | 'origin-wildcard-with-credentials' | 'origin-mismatch' | 'credentials-not-allowed'

/**
 * Checks whether a response is shared with the origin of the request. The status of the response plays no part.
 *
 * @see https://fetch.spec.whatwg.org/#concept-cors-check
 */
export function corsCheck(request: CorsCheckRequest, responseHeaders: HeaderPairs): CheckResult<CorsCheckReason> {
  const origin = getHeader(responseHeaders, 'access-control-allow-origin')
  if (origin === null) {
    const text = `the response has no Access-Control-Allow-Origin; ${quote(request.serializedOrigin)} needs it to be allowed`
    return { passed: false, reason: 'origin-missing', text }
  }
  if (request.credentials !== 'include' && origin === '*') {
    const text = 'Access-Control-Allow-Origin is "*", which allows every origin as long as no credentials are included'
    return { passed: true, text }
  }
  if (request.serializedOrigin !== origin) return explainMismatch(request, origin, responseHeaders)
  if (request.credentials !== 'include') {
    const text = `Access-Control-Allow-Origin is the request's origin, ${quote(origin)}`
    return { passed: true, text }
  }
  const credentials = getHeader(responseHeaders, 'access-control-allow-credentials')
  if (credentials === 'true') {
    const text = `Access-Control-Allow-Origin is the request's origin, ${quote(origin)}, and Access-Control-Allow-Credentials is "true"`
    return { passed: true, text }
  }
  const found = credentials === null ? 'absent' : quote(credentials)
  const text = `Access-Control-Allow-Credentials is ${found}; where the credentials mode is "include", it has to be exactly "true"`
  return { passed: false, reason: 'credentials-not-allowed', text }
}

function explainMismatch(
  { serializedOrigin }: CorsCheckRequest,
  origin: string,
  responseHeaders: HeaderPairs,
): CheckResult<CorsCheckReason> {
  const expected = quote(serializedOrigin)
  if (origin === '*') {
    const text = `Access-Control-Allow-Origin is "*", which does not count where the credentials mode is "include"; it has to be ${expected}`
    return { passed: false, reason: 'origin-wildcard-with-credentials', text }
  }
  const text = `Access-Control-Allow-Origin is ${quote(origin)}, which is not byte for byte the request's origin, ${expected}`
  return {
    passed: false,
    reason: 'origin-mismatch',
    text: text + mismatchHint(serializedOrigin, origin, responseHeaders),
  }
}

/** Names the slips that are easily overlooked. */
function mismatchHint(serializedOrigin: string, origin: string, responseHeaders: HeaderPairs): string {
  const lines = headerValues(responseHeaders, 'access-control-allow-origin').length
  if (lines > 1) return `; it came in ${lines} fields, which a browser joins`
  if (origin.includes(',')) return '; no list ever matches'
  if (origin === `${serializedOrigin}/`) return '; the slash at the end is too much'
  return byteLowercase(origin) === serializedOrigin ? '; the case differs' : ''
}
