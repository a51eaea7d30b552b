/** An entry of `allowOrigins`, taken apart. */
export interface OriginParts {
  readonly scheme: string
  /** The host, without the `*.` of a pattern. */
  readonly host: string
  readonly hostKind: 'name' | 'ipv4' | 'ipv6'
  /** Whether the host stands for its subdomains. */
  readonly isPattern: boolean
  /** The port as it is written, `*` for any; `null` for the implicit one. */
  readonly port: string | null
}

/** Takes an entry of `allowOrigins` apart; `null` where it is no origin with a host, as `null` and `*` are none. */
export function parseOriginParts(entry: string): OriginParts | null {
  const match = /^([a-z][a-z0-9+.-]*):\/\/(\*\.)?(\[[\da-f:.]+\]|[^*:/[\]]+)(?::(\d+|\*))?$/.exec(entry)
  if (match === null) return null
  const [, scheme = '', wildcard, host = '', port = null] = match
  return { scheme, host, hostKind: hostKindOf(host), isPattern: wildcard !== undefined, port }
}

function hostKindOf(host: string): OriginParts['hostKind'] {
  if (host.startsWith('[')) return 'ipv6'
  return /^\d+(?:\.\d+){3}$/.test(host) ? 'ipv4' : 'name'
}

/** A host that the entry covers: its own, or one below it. */
export function coveredHost({ host, isPattern }: OriginParts): string {
  return isPattern ? `x.${host}` : host
}

/** Writes an origin that differs from what the entry covers in the parts given. */
export function originLike(
  parts: OriginParts,
  change: Partial<Pick<OriginParts, 'scheme' | 'host' | 'port'>> = {},
): string {
  const { host = coveredHost(parts), port = parts.port === '*' ? null : parts.port, scheme = parts.scheme } = change
  return `${scheme}://${host}${port === null ? '' : `:${port}`}`
}
