import { getDomain } from 'tldts'

/**
 * Finds the registrable domain of a host by the public suffix list, its private suffixes such as `github.io` included.
 *
 * @see https://url.spec.whatwg.org/#host-registrable-domain
 */
export function registrableDomain(host: string): string | null {
  const domain = getDomain(host, { allowPrivateDomains: true, extractHostname: false, validateHostname: false })
  return domain !== null && host.endsWith('.') ? `${domain}.` : domain
}
