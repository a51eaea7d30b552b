import { requestOriginHeader } from './append-request-origin-header.ts'
import { isCorsNonWildcardRequestHeaderName } from './cors-non-wildcard-request-header-name.ts'
import { isDroppableClientHintName } from './client-hint.ts'
import { corsUnsafeRequestHeaderNames } from './cors-unsafe-request-header-names.ts'
import type { EngineQuirks } from './engine-quirks.ts'
import type { FetchRequest, RequestPast } from './fetch-request.ts'
import type { HeaderPairs } from './header-list.ts'
import { chooseMainFetchBranch } from './main-fetch-branch.ts'
import { isSameOrigin } from './origin.ts'
import { isRequestBodyHeaderName } from './request-body-header-name.ts'
import type { RegistrableDomain } from './registrable-domain.ts'
import { serializeRequestOrigin } from './serialize-request-origin.ts'

/** What a redirect does to a request. */
export interface Redirection {
  readonly status: number
  /** Whether the method becomes `GET`. */
  readonly becomesGet: boolean
  /** Whether the headers of the body go with the body. */
  readonly dropsBodyHeaders: boolean
  /** Where it leads. */
  readonly location: URL
  /** Whether it leads to another origin. */
  readonly changesOrigin: boolean
}

/** Tells whether a redirect with this status makes a bodiless `GET` of a request with this method. */
export function isBodyDropped(status: number, method: string): boolean {
  if (status === 301 || status === 302) return method === 'POST'
  return status === 303 && method !== 'GET' && method !== 'HEAD'
}

/**
 * Gives the headers of a request after a redirect: all but what the redirect drops and, where an engine does not bring it
 * back, what an earlier one has dropped.
 *
 * @see https://fetch.spec.whatwg.org/#concept-http-redirect-fetch
 */
export function redirectHeaders(request: FetchRequest, redirection: Redirection, quirks: EngineQuirks): HeaderPairs {
  return headersOfPage(request).filter((field) => {
    const [name] = field
    if (quirks.redirectsDropClientHints && isHintDropped(name, request, redirection)) return false
    // An `XMLHttpRequest`, which the flag gives away here, is redirected by other code.
    const isFetch = !request.useCorsPreflight
    if (isRequestBodyHeaderName(name) && quirks.bodyHeadersReturn === 'with-first-method-kept' && isFetch) {
      return !isBodyDropped(redirection.status, request.past?.method ?? request.method)
    }
    if (isDropped(name, redirection)) return false
    if (isRequestBodyHeaderName(name) && doesBodyHeaderReturn(name, request, redirection, quirks)) return true
    if (isCorsNonWildcardRequestHeaderName(name) && quirks.authorizationReturns) return true
    return request.headers.includes(field)
  })
}

function doesBodyHeaderReturn(
  name: string,
  { mode, origin, responseTainting }: FetchRequest,
  { location, status }: Redirection,
  { bodyHeadersReturn }: EngineQuirks,
): boolean {
  if (bodyHeadersReturn !== 'type-with-method-preserved-all-with-cors') return false
  const isCors = responseTainting === 'cors' || (mode === 'cors' && !isSameOrigin(origin, location))
  return isCors || ((status === 307 || status === 308) && name.toLowerCase() === 'content-type')
}

/** Writes down what engines go by when they send the redirected request. */
export function rememberRequest(
  request: FetchRequest,
  next: FetchRequest,
  redirection: Redirection,
  quirks: EngineQuirks,
  registrableDomain: RegistrableDomain,
): Omit<RequestPast, 'lateRefusal'> {
  const headers = headersOfPage(request)
  return {
    method: request.past?.method ?? request.method,
    headers,
    announcedHeaders: announcedHeaders(headers, next, redirection, quirks),
    callsForPreflight: quirks.preflightOnEveryRedirect && hasCalledForPreflight(request, headers, quirks),
    originHeader: keptOriginHeader(requestOriginHeader(request, quirks, registrableDomain), next, redirection, quirks),
  }
}

function headersOfPage({ headers, past }: FetchRequest): HeaderPairs {
  return past?.headers ?? headers
}

function isDropped(name: string, { changesOrigin, dropsBodyHeaders }: Redirection): boolean {
  return (
    (dropsBodyHeaders && isRequestBodyHeaderName(name)) || (changesOrigin && isCorsNonWildcardRequestHeaderName(name))
  )
}

/** A hint is for the origin in the address bar alone. */
function isHintDropped(name: string, { origin, topLevelOrigin }: FetchRequest, { location }: Redirection): boolean {
  const isPermitted = origin === topLevelOrigin && isSameOrigin(origin, location)
  return isDroppableClientHintName(name) && !isPermitted
}

function announcedHeaders(
  pageHeaders: HeaderPairs,
  next: FetchRequest,
  redirection: Redirection,
  { redirectedPreflightIsFor }: EngineQuirks,
): HeaderPairs {
  switch (redirectedPreflightIsFor) {
    case 'headers-sent':
      return next.headers
    case 'page-headers':
      return pageHeaders
    case 'page-headers-less-dropped':
      return pageHeaders.filter(([name]) => !isDropped(name, redirection))
  }
}

/** An unsafe header calls for a preflight even on the page's own origin, where there is none. */
function hasCalledForPreflight(request: FetchRequest, pageHeaders: HeaderPairs, quirks: EngineQuirks): boolean {
  const branch = chooseMainFetchBranch(request, quirks)
  return (branch.passed && branch.makeCorsPreflight) || corsUnsafeRequestHeaderNames(pageHeaders, quirks).length > 0
}

function keptOriginHeader(
  origin: string | null,
  next: FetchRequest,
  { becomesGet, changesOrigin }: Redirection,
  quirks: EngineQuirks,
): string | null {
  if (origin === null) return null
  if (quirks.redirectedOrigin === 'kept-within-origin') return becomesGet ? null : changesOrigin ? 'null' : origin
  return next.method === 'GET' && changesOrigin ? null : serializeRequestOrigin(next)
}
