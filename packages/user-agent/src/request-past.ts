import { requestOriginHeader } from './append-request-origin-header.ts'
import { isCorsNonWildcardRequestHeaderName } from './cors-non-wildcard-request-header-name.ts'
import { corsUnsafeRequestHeaderNames } from './cors-unsafe-request-header-names.ts'
import type { EngineQuirks } from './engine-quirks.ts'
import type { FetchRequest, RequestPast } from './fetch-request.ts'
import type { HeaderPairs } from './header-list.ts'
import { chooseMainFetchBranch } from './main-fetch-branch.ts'
import { isRequestBodyHeaderName } from './request-body-header-name.ts'
import { serializeRequestOrigin } from './serialize-request-origin.ts'

/** What a redirect does to a request. */
export interface Redirection {
  readonly status: number
  /** Whether the method becomes `GET`. */
  readonly becomesGet: boolean
  /** Whether the headers of the body go with the body. */
  readonly dropsBodyHeaders: boolean
  /** Whether it leads to another origin. */
  readonly changesOrigin: boolean
}

/**
 * Gives the headers of a request after a redirect: all but what the redirect drops and, where an engine does not bring it
 * back, what an earlier one has dropped.
 *
 * @see https://fetch.spec.whatwg.org/#concept-http-redirect-fetch
 */
export function redirectHeaders(request: FetchRequest, redirection: Redirection, quirks: EngineQuirks): HeaderPairs {
  const { authorizationReturns, bodyHeadersReturn } = quirks
  const isMethodPreserved = redirection.status === 307 || redirection.status === 308
  const doBodyHeadersReturn =
    bodyHeadersReturn === 'always' || (bodyHeadersReturn === 'with-method-preserved' && isMethodPreserved)
  return headersOfPage(request).filter((field) => {
    const [name] = field
    if (isDropped(name, redirection)) return false
    if (isRequestBodyHeaderName(name) && doBodyHeadersReturn) return true
    if (isCorsNonWildcardRequestHeaderName(name) && authorizationReturns) return true
    return request.headers.includes(field)
  })
}

/** Writes down what engines go by when they send the redirected request. */
export function rememberRequest(
  request: FetchRequest,
  next: FetchRequest,
  redirection: Redirection,
  quirks: EngineQuirks,
): RequestPast {
  const headers = headersOfPage(request)
  return {
    headers,
    announcedHeaders: announcedHeaders(headers, next, redirection, quirks),
    callsForPreflight: quirks.preflightOnEveryRedirect && hasCalledForPreflight(request, headers, quirks),
    originHeader: keptOriginHeader(request, next, redirection, quirks),
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
  request: FetchRequest,
  next: FetchRequest,
  { becomesGet, changesOrigin }: Redirection,
  quirks: EngineQuirks,
): string | null {
  const origin = requestOriginHeader(request, quirks)
  if (origin === null) return null
  if (quirks.redirectedOrigin === 'kept-within-origin') return becomesGet ? null : changesOrigin ? 'null' : origin
  return serializeRequestOrigin(next)
}
