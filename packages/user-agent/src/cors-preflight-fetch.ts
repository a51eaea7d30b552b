import { cacheQuery } from './cache-query.ts'
import { createCorsPreflightRequest } from './cors-preflight-request.ts'
import { checkCorsPreflightResponse } from './cors-preflight-response.ts'
import { recordCheck } from './fetch-log.ts'
import type { FetchParams } from './fetch-params.ts'
import type { FetchRequest } from './fetch-request.ts'
import { httpNetworkOrCacheFetch } from './http-network-or-cache-fetch.ts'
import { preflightCacheFor } from './preflight-cache-for.ts'
import type { ReasonCode } from './reason-code.ts'

/**
 * Asks a server for leave to send a request, remembers what it allows, and resolves to the reason where it refuses.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
 */
export async function corsPreflightFetch(request: FetchRequest, params: FetchParams): Promise<ReasonCode | null> {
  const { log, quirks, registrableDomain } = params
  const preflightCache = preflightCacheFor(request, params)
  const query = cacheQuery(request, registrableDomain, quirks)
  const { reason, response } = await httpNetworkOrCacheFetch(
    createCorsPreflightRequest(request, quirks),
    'preflight',
    params,
  )
  const forget = (): void => {
    if (quirks.cacheForgetsAt !== 'failed-look-up') preflightCache.clearCacheEntries(query)
  }
  if (response === null) {
    forget()
    return reason === 'aborted' ? 'aborted' : 'preflight-no-response'
  }
  const result = checkCorsPreflightResponse(request, response, quirks)
  recordCheck(log, 'CORS-preflight fetch', result)
  if (result.passed) {
    preflightCache.store(query, result)
    return null
  }
  forget()
  if (result.lists !== null && quirks.refusedPreflightIsKept) preflightCache.store(query, result.lists)
  return result.reason
}
