import type { FetchRequest } from './fetch-request.ts'
import type { RegistrableDomain } from './registrable-domain.ts'
import { obtainSite } from './site.ts'

/**
 * Determines the network partition key of a request: the site in the address bar, which parts one cache from another.
 *
 * The second half of the key, which the standard leaves to browsers, is `null` here.
 *
 * @see https://fetch.spec.whatwg.org/#request-determine-the-network-partition-key
 */
export function networkPartitionKey(
  { topLevelOrigin }: Pick<FetchRequest, 'topLevelOrigin'>,
  registrableDomain: RegistrableDomain,
): string {
  return obtainSite(topLevelOrigin, registrableDomain)
}
