import type { CacheQuery } from './cache-entry.ts'
import { type EngineQuirks, STANDARD_BEHAVIOUR } from './engine-quirks.ts'
import type { FetchRequest } from './fetch-request.ts'
import { networkPartitionKey } from './network-partition-key.ts'
import type { RegistrableDomain } from './registrable-domain.ts'
import { serializeRequestOrigin } from './serialize-request-origin.ts'

/** Says what the CORS-preflight cache knows a request by, at the URL that it has come to. */
export function cacheQuery(
  request: FetchRequest,
  registrableDomain: RegistrableDomain,
  { preflightOriginIsNeverTainted }: EngineQuirks = STANDARD_BEHAVIOUR,
): CacheQuery {
  return {
    networkPartitionKey: networkPartitionKey(request, registrableDomain),
    origin: preflightOriginIsNeverTainted ? request.origin : serializeRequestOrigin(request),
    url: request.url.href,
    credentials: request.credentials === 'include',
  }
}
