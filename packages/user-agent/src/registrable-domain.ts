/**
 * Finds the registrable domain of a host: its public suffix and one label more. `null` where there is none, because the
 * host is an address or itself a public suffix.
 *
 * @see https://url.spec.whatwg.org/#host-registrable-domain
 */
export type RegistrableDomain = (host: string) => string | null

/**
 * Guesses the registrable domain of a host without the public suffix list: its last two labels.
 *
 * That is right below suffixes of one label, such as `com`. Below `co.uk` or `github.io` it makes one site of strangers;
 * `@corsac/user-agent/node` exports a `registrableDomain` that knows the list.
 */
export function guessRegistrableDomain(host: string): string | null {
  if (isAddress(host)) return null
  const [domain = null] = /[^.]+\.[^.]+\.?$/.exec(host) ?? []
  return domain
}

/** Tells whether a host, as the URL parser writes it, is an IP address. */
function isAddress(host: string): boolean {
  return host.startsWith('[') || /^[0-9]+(?:\.[0-9]+){3}$/.test(host)
}
