import type { CheckFailed, CheckPassed } from './check-result.ts'
import { corsCheck } from './cors-check.ts'
import { isCorsNonWildcardRequestHeaderName } from './cors-non-wildcard-request-header-name.ts'
import { type EngineQuirks, STANDARD_BEHAVIOUR } from './engine-quirks.ts'
import type { FetchRequest } from './fetch-request.ts'
import { headerValues, type HeaderPairs } from './header-list.ts'
import { locationUrl } from './location-url.ts'
import { hasHttpScheme, includesCredentials, isSameOrigin } from './origin.ts'
import { quote } from './quote.ts'
import { parseReferrerPolicy } from './referrer-policy.ts'
import { guessRegistrableDomain, type RegistrableDomain } from './registrable-domain.ts'
import { isBodyDropped, redirectHeaders, type Redirection, rememberRequest } from './request-past.ts'
import { isRedirectTainted, serializeRequestOrigin } from './serialize-request-origin.ts'

/** What becomes of a response that redirects. */
export type HttpRedirectResult = HttpRedirection | CheckFailed<HttpRedirectReason>

/** A redirect that is followed, or a response that leads nowhere. */
export interface HttpRedirection extends CheckPassed {
  /** The request to go on with; `null` where there is no `Location` and the page gets the response itself. */
  readonly request: FetchRequest | null
}

/** The steps of an HTTP-redirect fetch that can fail. */
export type HttpRedirectReason =
  | 'redirect-location-invalid'
  | 'redirect-scheme-not-http'
  | 'redirect-too-many'
  | 'redirect-url-with-credentials'
  | 'redirect-body-not-replayable'

const MOST_REDIRECTS = 20

/**
 * Makes the request that follows a redirect, or says why it is not followed. Sending it is main fetch's.
 *
 * @see https://fetch.spec.whatwg.org/#concept-http-redirect-fetch
 */
export function httpRedirectFetch(
  request: FetchRequest,
  response: { readonly status: number; readonly headers: HeaderPairs },
  quirks: EngineQuirks = STANDARD_BEHAVIOUR,
  registrableDomain: RegistrableDomain = guessRegistrableDomain,
): HttpRedirectResult {
  const { status } = response
  const location = locationUrl(request.url, response.headers, quirks)
  if (location === null) {
    const text = `the status is ${status}, but there is no Location: the page gets this response`
    return { passed: true, request: null, text }
  }
  const found = `Location is ${quote(headerValues(response.headers, 'location').join(', '))}`
  if (location === 'failure') {
    return { passed: false, reason: 'redirect-location-invalid', text: `${found}, which is not one valid URL` }
  }
  if (!hasHttpScheme(location)) {
    return {
      passed: false,
      reason: 'redirect-scheme-not-http',
      text: `${found}, which is not an "http" or "https" URL`,
    }
  }
  if (request.redirectedFrom.length === MOST_REDIRECTS) {
    return {
      passed: false,
      reason: 'redirect-too-many',
      text: `${found}, but ${MOST_REDIRECTS} redirects were followed`,
    }
  }
  if (includesCredentials(location) && areCredentialsRefused(request, location, quirks)) {
    const text = `${found}, whose username or password may not take part in this request`
    return { passed: false, reason: 'redirect-url-with-credentials', text }
  }
  if (status !== 303 && request.body !== null && request.body.source === null) {
    const text = `the status is ${status}, but the body was a stream and cannot be sent again`
    return { passed: false, reason: 'redirect-body-not-replayable', text }
  }
  const { next, redirection, text } = follow(request, response, location, quirks)
  const past = rememberRequest(request, next, redirection, quirks, registrableDomain)
  const lateRefusal = refuseLate(request, response.headers, location, quirks)
  return { passed: true, request: { ...next, past: { ...past, lateRefusal } }, text }
}

/** Steps 9 and 10. The tainting speaks up where a foreign server sends the page back to its own origin. */
function areCredentialsRefused(request: FetchRequest, location: URL, quirks: EngineQuirks): boolean {
  // Chromium exempts an `XMLHttpRequest`, which the flag gives away here.
  const isRefusedAnyway = quirks.passwordInLocationIsRefused && !request.useCorsPreflight
  if (request.responseTainting === 'cors' || isRefusedAnyway) return true
  return leadsToCors(request, location) && !quirks.passwordInLocationIsRefusedLate
}

function leadsToCors({ mode, origin }: FetchRequest, location: URL): boolean {
  return mode === 'cors' && !isSameOrigin(origin, location)
}

function follow(
  request: FetchRequest,
  { headers, status }: { readonly status: number; readonly headers: HeaderPairs },
  location: URL,
  quirks: EngineQuirks,
): { readonly next: FetchRequest; readonly redirection: Redirection; readonly text: string } {
  const { method, url } = request
  const changesOrigin = url.origin !== location.origin
  const becomesBodilessGet = isBodyDropped(status, method)
  const becomesGet = becomesBodilessGet || (method === 'DELETE' && changesOrigin && quirks.crossOriginDeleteBecomesGet)
  const redirection: Redirection = { status, location, becomesGet, dropsBodyHeaders: becomesBodilessGet, changesOrigin }
  const next: FetchRequest = {
    ...request,
    method: becomesGet ? 'GET' : method,
    body: becomesGet ? null : request.body,
    headers: redirectHeaders(request, redirection, quirks),
    url: location,
    redirectedFrom: [...request.redirectedFrom, url],
    referrerPolicy: parseReferrerPolicy(headers) ?? request.referrerPolicy,
  }
  const dropsAuthorization = hasAuthorization(request.headers) && !hasAuthorization(next.headers)
  const changes = [
    `the status ${status} leads to ${quote(location.href)}`,
    ...(becomesGet ? [`${quote(method)} becomes "GET" without a body`] : []),
    ...(dropsAuthorization ? ['"Authorization" is dropped, because the origin changes'] : []),
    ...(isRedirectTainted(next) && !isRedirectTainted(request)
      ? [`the request's origin is "null" from here on, because ${quote(url.origin)}, not the page, leads elsewhere`]
      : []),
  ]
  return { next, redirection, text: changes.join('; ') }
}

/** What an engine finds wrong with a redirect only after the preflight for where it leads. */
function refuseLate(
  request: FetchRequest,
  responseHeaders: HeaderPairs,
  location: URL,
  quirks: EngineQuirks,
): CheckFailed | null {
  const { credentials, origin, redirectedFrom, responseTainting } = request
  if (quirks.passwordInLocationIsRefusedLate && includesCredentials(location) && leadsToCors(request, location)) {
    const text = `${quote(location.href)} has a username or a password, which may not take part in a CORS request`
    return { passed: false, reason: 'redirect-url-with-credentials', text }
  }
  const [first] = redirectedFrom
  const beganAtHome = first !== undefined && isSameOrigin(origin, first) && credentials === 'same-origin'
  if (!quirks.redirectsAfterOwnOriginNeedCredentials || !beganAtHome || responseTainting !== 'cors') return null
  const check = corsCheck(
    { serializedOrigin: serializeRequestOrigin(request), credentials: 'include' },
    responseHeaders,
  )
  return check.passed ? null : check
}

function hasAuthorization(headers: HeaderPairs): boolean {
  return headers.some(([name]) => isCorsNonWildcardRequestHeaderName(name))
}
