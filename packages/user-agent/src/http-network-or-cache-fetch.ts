import { appendRequestOriginHeader } from './append-request-origin-header.ts'
import { appendStoredCredentials } from './append-stored-credentials.ts'
import type { ExchangeMessage } from './exchange.ts'
import { recordStep } from './fetch-log.ts'
import type { FetchParams } from './fetch-params.ts'
import type { FetchRequest } from './fetch-request.ts'
import { appendHeader, getHeader } from './header-list.ts'
import { httpNetworkFetch, type NetworkResult } from './http-network-fetch.ts'

/**
 * Adds to a request what the browser adds last (`Origin`, cookies, authentication entries), and sends it.
 *
 * There is no HTTP cache, and nobody to be asked for a password: a 401 is a response like any other.
 *
 * @see https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch
 */
export async function httpNetworkOrCacheFetch(
  request: FetchRequest,
  purpose: ExchangeMessage['purpose'],
  params: FetchParams,
  isNewConnectionFetch = false,
): Promise<NetworkResult> {
  const completed = await appendStoredCredentials(
    appendIdentityEncoding(appendRequestOriginHeader(request, params.quirks, params.registrableDomain)),
    params,
  )
  const result = await httpNetworkFetch(completed, purpose, params)
  const isReplayable = request.body?.source !== null
  if (result.response?.status !== 421 || isNewConnectionFetch || !isReplayable) return result
  const text = 'the status is 421, "Misdirected Request": the request is sent once more, on a new connection'
  recordStep(params.log, 'HTTP-network-or-cache fetch', 'info', text)
  return httpNetworkOrCacheFetch(request, purpose, params, true)
}

/** A part of an encoded resource could not be decoded by itself. */
function appendIdentityEncoding(request: FetchRequest): FetchRequest {
  if (getHeader(request.headers, 'range') === null) return request
  return { ...request, headers: appendHeader(request.headers, 'Accept-Encoding', 'identity') }
}
