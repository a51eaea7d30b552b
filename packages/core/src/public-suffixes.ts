import { getPublicSuffix } from 'tldts'

/**
 * Tells whether anybody can register a name directly below a host, by the public suffix list: `com`, `co.uk`,
 * `github.io`, and every single label that the list does not know.
 *
 * Pass it to `definePolicy`, `createCors` or a binding's `cors()` to use `https://*.` patterns with credentials. It
 * stands in a module of its own because the list is many times the size of everything else.
 *
 * @param host A lower-case ASCII host.
 * @see https://publicsuffix.org/list/
 */
export function isPublicSuffix(host: string): boolean {
  const name = host.endsWith('.') ? host.slice(0, -1) : host
  return getPublicSuffix(name, { allowPrivateDomains: true }) === name
}
