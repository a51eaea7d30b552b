import type { RegistrableDomain } from './registrable-domain.ts'
import { isRedirectTainted, type RequestOriginParts } from './serialize-request-origin.ts'
import { isSameSite } from './site.ts'

/** How far redirects have tainted a request's origin. */
export type RedirectTaint = 'same-origin' | 'same-site' | 'cross-site'

/**
 * Computes the redirect-taint of a request: `cross-site` as soon as a site that is not the request's own has led to
 * another, `same-site` where the like was done by another origin of a site only, `same-origin` otherwise.
 *
 * @see https://fetch.spec.whatwg.org/#concept-request-tainted-origin
 */
export function redirectTaint(request: RequestOriginParts, registrableDomain: RegistrableDomain): RedirectTaint {
  if (!isRedirectTainted(request)) return 'same-origin'
  const { origin, redirectedFrom, url } = request
  const crossesSites = redirectedFrom.some((from, index) => {
    const to = redirectedFrom[index + 1] ?? url
    return !isSameSite(to.origin, from.origin, registrableDomain) && !isSameSite(origin, from.origin, registrableDomain)
  })
  return crossesSites ? 'cross-site' : 'same-site'
}
