import type { SameSiteMode } from './cookie-store.ts'
import type { FetchRequest } from './fetch-request.ts'
import { redirectTaint } from './redirect-taint.ts'
import type { RegistrableDomain } from './registrable-domain.ts'
import { isSameSite } from './site.ts'

/**
 * Determines which cookies may go with a page's request: all of them only where the address bar, the page, every server
 * that has redirected, and the target belong to one site.
 *
 * That the target is looked at is RFC 6265bis's and every browser's; the algorithm of the Fetch standard leaves it out.
 *
 * @see https://fetch.spec.whatwg.org/#determine-the-same-site-mode
 */
export function determineSameSiteMode(request: FetchRequest, registrableDomain: RegistrableDomain): SameSiteMode {
  const { origin, topLevelOrigin, url } = request
  const isWithinSite =
    isSameSite(topLevelOrigin, origin, registrableDomain) &&
    isSameSite(origin, url.origin, registrableDomain) &&
    redirectTaint(request, registrableDomain) !== 'cross-site'
  return isWithinSite ? 'strict-or-less' : 'unset-or-less'
}
