import { createCorsPreflightCache, type WritableCorsPreflightCache } from './cors-preflight-cache.ts'
import type { FetchParams } from './fetch-params.ts'
import type { FetchRequest } from './fetch-request.ts'
import { isRedirectTainted } from './serialize-request-origin.ts'

/**
 * Chooses where the preflights for a request are remembered.
 *
 * By the standard that is one place for all. To engines two opaque origins are never the same, although both are written
 * `null`, and the origin of a request that redirects have tainted is a new one.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-cache
 */
export function preflightCacheFor(request: FetchRequest, params: FetchParams): WritableCorsPreflightCache {
  const { now, ownPreflightCache, preflightCache, quirks } = params
  switch (quirks.opaqueOriginsShareCache) {
    case 'all':
      return preflightCache
    case 'untainted':
      return isRedirectTainted(request) && request.origin !== 'null' ? ownPreflightCache : preflightCache
    case 'none':
      if (isRedirectTainted(request)) return createCorsPreflightCache(now, quirks)
      return request.origin === 'null' ? ownPreflightCache : preflightCache
  }
}
