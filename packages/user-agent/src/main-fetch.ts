import { cacheQuery } from './cache-query.ts'
import { recordCheck, recordStep } from './fetch-log.ts'
import type { FetchParams } from './fetch-params.ts'
import type { FetchRequest } from './fetch-request.ts'
import { type FetchEnd, httpFetch } from './http-fetch.ts'
import { chooseMainFetchBranch } from './main-fetch-branch.ts'
import { hasHttpScheme } from './origin.ts'
import { preflightCacheFor } from './preflight-cache-for.ts'
import { quote } from './quote.ts'

/**
 * Runs a request to its end, through all its redirects.
 *
 * @see https://fetch.spec.whatwg.org/#concept-main-fetch
 */
export async function mainFetch(
  request: FetchRequest,
  params: FetchParams,
  isPreflightedBefore = false,
): Promise<FetchEnd> {
  const { log } = params
  const branch = chooseMainFetchBranch(request, params.quirks)
  recordCheck(log, 'main fetch', branch)
  const isPreflighted = isPreflightedBefore || (branch.passed && branch.makeCorsPreflight)
  const finish = (end: FetchEnd): FetchEnd => {
    if (isPreflighted && isNetworkError(end)) forgetPreflights(request, end, params)
    return end
  }

  if (!branch.passed) return finish({ outcome: 'blocked', reason: branch.reason, exposedHeaders: [] })
  if (!hasHttpScheme(request.url)) {
    const text = `${quote(request.url.href)} is not an "http" or "https" URL, and nothing goes over the wire`
    recordStep(log, 'scheme fetch', 'fail', text)
    return finish({ outcome: 'blocked', reason: 'url-scheme-not-http', exposedHeaders: [] })
  }
  const tainted: FetchRequest = { ...request, responseTainting: branch.responseTainting }
  const result = await httpFetch(tainted, branch.makeCorsPreflight, params)
  return result.kind === 'redirect' ? mainFetch(result.request, params, isPreflighted) : finish(result.end)
}

function isNetworkError({ outcome }: FetchEnd): boolean {
  return outcome !== 'readable' && outcome !== 'opaque'
}

/** A redirect has moved the request on, and so what is forgotten are the preflights for the last URL, not for the first. */
function forgetPreflights(request: FetchRequest, { reason }: FetchEnd, params: FetchParams): void {
  const { quirks, registrableDomain } = params
  const isForgotten =
    quirks.cacheForgetsAt === 'network-error' ||
    (quirks.cacheForgetsAt === 'network-error-but-redirect-error' && reason !== 'redirect-mode-error')
  if (!isForgotten) return
  preflightCacheFor(request, params).clearCacheEntries(cacheQuery(request, registrableDomain, quirks))
}
