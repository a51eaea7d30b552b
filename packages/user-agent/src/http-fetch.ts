import { cacheQuery } from './cache-query.ts'
import { isConditionalRequest } from './conditional-request.ts'
import { corsCheck } from './cors-check.ts'
import { corsPreflightFetch } from './cors-preflight-fetch.ts'
import { crossOriginResourcePolicyCheck } from './cross-origin-resource-policy-check.ts'
import type { Exchange } from './exchange.ts'
import { recordCheck, recordStep } from './fetch-log.ts'
import type { FetchParams } from './fetch-params.ts'
import type { FetchRequest } from './fetch-request.ts'
import { describeFiltering, readableHeaderNames } from './filtered-response.ts'
import { findCachedPreflight } from './find-cached-preflight.ts'
import { httpNetworkOrCacheFetch } from './http-network-or-cache-fetch.ts'
import { httpRedirectFetch } from './http-redirect-fetch.ts'
import { isLocationBlank, isManualRedirectRefused, isRedirectStatus } from './location-url.ts'
import { preflightCacheFor } from './preflight-cache-for.ts'
import { quote } from './quote.ts'
import { serializeRequestOrigin } from './serialize-request-origin.ts'
import { taoCheck } from './tao-check.ts'
import type { TransportResponse } from './transport.ts'

/** How a fetch ends for the page. */
export type FetchEnd = Pick<Exchange, 'outcome' | 'reason' | 'exposedHeaders'>

/** What an HTTP fetch comes to: the end, or a redirect that main fetch has to follow. */
export type HttpFetchResult =
  { readonly kind: 'end'; readonly end: FetchEnd } | { readonly kind: 'redirect'; readonly request: FetchRequest }

/**
 * Sends a request, after its preflight where it needs one, and takes the checks on the response in their order.
 *
 * @see https://fetch.spec.whatwg.org/#concept-http-fetch
 */
export async function httpFetch(
  request: FetchRequest,
  makeCorsPreflight: boolean,
  params: FetchParams,
): Promise<HttpFetchResult> {
  const { log } = params
  if (makeCorsPreflight && !hasCachedPreflight(request, params)) {
    const refusal = await corsPreflightFetch(request, params)
    if (refusal !== null) {
      const text = `the request itself, with the method ${quote(request.method)}, is never sent`
      recordStep(log, 'HTTP fetch', 'info', text)
      return end(refusal === 'aborted' ? 'transport-error' : 'preflight-refused', refusal)
    }
  }
  const lateRefusal = request.past?.lateRefusal ?? null
  if (lateRefusal !== null) {
    recordCheck(log, 'HTTP-redirect fetch', lateRefusal)
    return end('blocked', lateRefusal.reason)
  }
  const { reason, response } = await httpNetworkOrCacheFetch(request, 'actual', params)
  if (response === null) return end('transport-error', reason)
  if (response.status === 407) {
    const text = 'the status is 407, which counts as a network error where nobody can be asked for a password'
    recordStep(log, 'HTTP-network-or-cache fetch', 'fail', text)
    return end('blocked', 'proxy-authentication-required')
  }
  return checkResponse(request, response, params)
}

function hasCachedPreflight(request: FetchRequest, params: FetchParams): boolean {
  const { log, now, quirks, registrableDomain } = params
  if (quirks.conditionalRequestsSkipCache && isConditionalRequest(request.headers)) return false
  const query = cacheQuery(request, registrableDomain, quirks)
  const preflightCache = preflightCacheFor(request, params)
  const entries = preflightCache.entriesForUrl(query)
  const { found, text } = findCachedPreflight(request, entries, query, now(), quirks)
  if (text !== null) recordStep(log, 'HTTP fetch', found ? 'pass' : 'info', text)
  if (!found && quirks.cacheForgetsAt === 'failed-look-up') preflightCache.clearCacheEntries(query)
  return found
}

function checkResponse(request: FetchRequest, response: TransportResponse, params: FetchParams): HttpFetchResult {
  const { log, registrableDomain } = params
  if (request.responseTainting === 'cors') {
    const serializedOrigin = serializeRequestOrigin(request)
    const check = corsCheck({ serializedOrigin, credentials: request.credentials }, response.headers)
    recordCheck(log, 'CORS check', check)
    if (!check.passed) return end('blocked', check.reason)
  }
  const timed: FetchRequest = { ...request, timingAllowFailed: !taoCheck(request, response.headers) }
  const timing = timed.timingAllowFailed ? 'hidden from' : 'shown to'
  recordStep(log, 'TAO check', 'info', `the timing of this response is ${timing} the page`)
  if (request.responseTainting === 'opaque') {
    const check = crossOriginResourcePolicyCheck(request, response.headers, registrableDomain)
    recordCheck(log, 'cross-origin resource policy check', check)
    if (!check.passed) return end('blocked', check.reason)
  }
  return isRedirectStatus(response.status) ? redirect(timed, response, params) : filter(timed, response, params)
}

function redirect(request: FetchRequest, response: TransportResponse, params: FetchParams): HttpFetchResult {
  const { log, quirks } = params
  switch (request.redirect) {
    case 'error': {
      if (quirks.redirectErrorNeedsLocation && isLocationBlank(request.url, response.headers, quirks)) {
        return filter(request, response, params)
      }
      const text = `the status is ${response.status}, and the redirect mode "error" wants no redirect`
      recordStep(log, 'HTTP fetch', 'fail', text)
      return end('blocked', 'redirect-mode-error')
    }
    case 'manual': {
      if (isManualRedirectRefused(request.url, response.headers, quirks)) {
        const text = 'the redirect mode is "manual", but Location is one that fails even so'
        recordStep(log, 'HTTP fetch', 'fail', text)
        return end('blocked', 'redirect-location-invalid')
      }
      const text = `the redirect mode is "manual": the page learns that there is a redirect, and nothing more`
      recordStep(log, 'opaque-redirect filtered response', 'pass', text)
      return end('opaque', null)
    }
    case 'follow': {
      const result = httpRedirectFetch(request, response, quirks, params.registrableDomain)
      recordCheck(log, 'HTTP-redirect fetch', result)
      if (!result.passed) return end('blocked', result.reason)
      return result.request === null ? filter(request, response, params) : { kind: 'redirect', request: result.request }
    }
  }
}

function filter(request: FetchRequest, response: TransportResponse, { log, quirks }: FetchParams): HttpFetchResult {
  const { responseTainting } = request
  if (responseTainting === 'opaque') {
    recordStep(log, 'opaque filtered response', 'pass', 'the page gets neither status nor headers nor body')
    return end('opaque', null)
  }
  const algorithm = responseTainting === 'cors' ? 'CORS filtered response' : 'basic filtered response'
  const text = `the page can read the status ${response.status}, the body, and ${describeFiltering(request, response.headers, quirks)}`
  recordStep(log, algorithm, 'pass', text)
  return end('readable', null, readableHeaderNames(request, response.headers, quirks))
}

function end(
  outcome: FetchEnd['outcome'],
  reason: FetchEnd['reason'],
  exposedHeaders: readonly string[] = [],
): HttpFetchResult {
  return { kind: 'end', end: { outcome, reason, exposedHeaders } }
}
