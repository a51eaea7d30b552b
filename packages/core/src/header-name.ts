/** Names of request headers that no page can set, in lower case. */
export const FORBIDDEN_REQUEST_HEADERS: ReadonlySet<string> = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
])

/** Names of the response headers of the protocol, and of its neighbour, in lower case. */
export const CORS_RESPONSE_HEADERS: ReadonlySet<string> = new Set([
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'access-control-allow-methods',
  'access-control-allow-headers',
  'access-control-allow-private-network',
  'access-control-expose-headers',
  'access-control-max-age',
  'timing-allow-origin',
])

/** Names of the protocol that never stand on a response that a page reads, in lower case. */
export const NEVER_ON_ACTUAL_RESPONSES: ReadonlySet<string> = new Set([
  'origin',
  'access-control-request-method',
  'access-control-request-headers',
  'access-control-allow-methods',
  'access-control-allow-headers',
  'access-control-allow-private-network',
  'access-control-max-age',
])

/** What the names of more request headers that no page can set begin with, in lower case. */
export const FORBIDDEN_REQUEST_HEADER_PREFIXES: readonly string[] = ['proxy-', 'sec-']

/** Names of response headers that browsers show to no page, in lower case. */
export const FORBIDDEN_RESPONSE_HEADERS: ReadonlySet<string> = new Set(['set-cookie', 'set-cookie2'])

/**
 * Tells whether a lower-case name is one that browsers let no page set, so that listing it has no effect.
 *
 * The names whose fate depends on the value (`X-HTTP-Method-Override`) are not among them.
 *
 * @see https://fetch.spec.whatwg.org/#forbidden-request-header
 */
export function isForbiddenRequestHeaderName(name: string): boolean {
  return (
    FORBIDDEN_REQUEST_HEADERS.has(name) || FORBIDDEN_REQUEST_HEADER_PREFIXES.some((prefix) => name.startsWith(prefix))
  )
}

/** Tells whether a lower-case name is a CORS response header, which has no meaning in a request. */
export function isCorsResponseHeaderName(name: string): boolean {
  return CORS_RESPONSE_HEADERS.has(name)
}

/**
 * Tells whether a lower-case name is one that browsers show to no page, exposed or not.
 *
 * @see https://fetch.spec.whatwg.org/#forbidden-response-header-name
 */
export function isForbiddenResponseHeaderName(name: string): boolean {
  return FORBIDDEN_RESPONSE_HEADERS.has(name)
}

/** Tells whether a lower-case name is one of the CORS protocol that never stands on a response that a page reads. */
export function isNeverOnActualResponses(name: string): boolean {
  return NEVER_ON_ACTUAL_RESPONSES.has(name)
}
