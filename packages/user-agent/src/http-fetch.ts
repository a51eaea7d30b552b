import { corsCheck } from './cors-check.ts'
import { createCorsPreflightRequest } from './cors-preflight-request.ts'
import { checkCorsPreflightResponse } from './cors-preflight-response.ts'
import type { Exchange } from './exchange.ts'
import { type FetchLog, recordCheck, recordStep } from './fetch-log.ts'
import type { FetchParams } from './fetch-params.ts'
import type { FetchRequest } from './fetch-request.ts'
import { describeFiltering, readableHeaderNames } from './filtered-response.ts'
import { httpNetworkFetch } from './http-network-fetch.ts'
import { httpRedirectFetch } from './http-redirect-fetch.ts'
import { isRedirectStatus } from './location-url.ts'
import { quote } from './quote.ts'
import type { ReasonCode } from './reason-code.ts'
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
  if (makeCorsPreflight) {
    const refusal = await corsPreflightFetch(request, params)
    if (refusal !== null) {
      recordStep(
        log,
        'HTTP fetch',
        'info',
        `the request itself, with the method ${quote(request.method)}, is never sent`,
      )
      return end('preflight-refused', refusal)
    }
  }
  const response = await httpNetworkFetch(request, 'actual', params)
  if (response === null) return end('transport-error', 'no-response')
  if (request.responseTainting === 'cors') {
    const serializedOrigin = serializeRequestOrigin(request)
    const check = corsCheck({ serializedOrigin, credentials: request.credentials }, response.headers)
    recordCheck(log, 'CORS check', check)
    if (!check.passed) return end('blocked', check.reason)
  }
  const timed: FetchRequest = { ...request, timingAllowFailed: !taoCheck(request, response.headers) }
  const timing = timed.timingAllowFailed ? 'hidden from' : 'shown to'
  recordStep(log, 'TAO check', 'info', `the timing of this response is ${timing} the page`)
  return isRedirectStatus(response.status) ? redirect(timed, response, log) : filter(timed, response, log)
}

/** Asks for leave, and gives the reason where it is refused. A preflight cache would be looked up and filled here. */
async function corsPreflightFetch(request: FetchRequest, params: FetchParams): Promise<ReasonCode | null> {
  const response = await httpNetworkFetch(createCorsPreflightRequest(request), 'preflight', params)
  if (response === null) return 'preflight-no-response'
  const result = checkCorsPreflightResponse(request, response)
  recordCheck(params.log, 'CORS-preflight fetch', result)
  return result.passed ? null : result.reason
}

function redirect(request: FetchRequest, response: TransportResponse, log: FetchLog): HttpFetchResult {
  switch (request.redirect) {
    case 'error': {
      const text = `the status is ${response.status}, and the redirect mode "error" wants no redirect`
      recordStep(log, 'HTTP fetch', 'fail', text)
      return end('blocked', 'redirect-mode-error')
    }
    case 'manual': {
      const text = `the redirect mode is "manual": the page learns that there is a redirect, and nothing more`
      recordStep(log, 'opaque-redirect filtered response', 'pass', text)
      return end('opaque', null)
    }
    case 'follow': {
      const result = httpRedirectFetch(request, response)
      recordCheck(log, 'HTTP-redirect fetch', result)
      if (!result.passed) return end('blocked', result.reason)
      return result.request === null ? filter(request, response, log) : { kind: 'redirect', request: result.request }
    }
  }
}

function filter(request: FetchRequest, response: TransportResponse, log: FetchLog): HttpFetchResult {
  const { responseTainting } = request
  if (responseTainting === 'opaque') {
    recordStep(log, 'opaque filtered response', 'pass', 'the page gets neither status nor headers nor body')
    return end('opaque', null)
  }
  const algorithm = responseTainting === 'cors' ? 'CORS filtered response' : 'basic filtered response'
  const text = `the page can read the status ${response.status}, the body, and ${describeFiltering(request, response.headers)}`
  recordStep(log, algorithm, 'pass', text)
  return end('readable', null, readableHeaderNames(request, response.headers))
}

function end(
  outcome: FetchEnd['outcome'],
  reason: FetchEnd['reason'],
  exposedHeaders: readonly string[] = [],
): HttpFetchResult {
  return { kind: 'end', end: { outcome, reason, exposedHeaders } }
}
