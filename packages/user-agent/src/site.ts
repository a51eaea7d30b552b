import { parseUrl } from './parse-url.ts'
import type { RegistrableDomain } from './registrable-domain.ts'

/**
 * Obtains the site of a serialized origin, itself serialized: scheme and registrable domain, or host where it has none.
 *
 * Every opaque origin is a site of its own, and all of them are written `null`.
 *
 * @see https://html.spec.whatwg.org/#obtain-a-site
 */
export function obtainSite(origin: string, registrableDomain: RegistrableDomain): string {
  const url = parseUrl(origin)
  return url === null ? origin : `${url.protocol}//${schemelessSite(url, registrableDomain)}`
}

/**
 * Tells whether two serialized origins are same site. An opaque origin, `null`, is same site with none.
 *
 * @see https://html.spec.whatwg.org/#same-site
 */
export function isSameSite(a: string, b: string, registrableDomain: RegistrableDomain): boolean {
  if (a === b) return a !== 'null'
  return parseUrl(a)?.protocol === parseUrl(b)?.protocol && isSchemelesslySameSite(a, b, registrableDomain)
}

/**
 * Tells whether two serialized origins are same site, whatever their schemes.
 *
 * @see https://html.spec.whatwg.org/#schemelessly-same-site
 */
export function isSchemelesslySameSite(a: string, b: string, registrableDomain: RegistrableDomain): boolean {
  const one = parseUrl(a)
  const other = parseUrl(b)
  if (one === null || other === null) return false
  return schemelessSite(one, registrableDomain) === schemelessSite(other, registrableDomain)
}

function schemelessSite({ hostname }: URL, registrableDomain: RegistrableDomain): string {
  return registrableDomain(hostname) ?? hostname
}
