import type { Transport } from '@corsac/user-agent'

/** A transport that contacts no hosts but those that were named. */
export interface ConfinedTransport {
  readonly transport: Transport
  /** The addresses that were not asked, because their hosts were not named. */
  readonly withheld: readonly string[]
}

/**
 * Keeps a transport to the hosts that were named, so that no redirect leads the examiner elsewhere.
 *
 * @param hosts - each as `name` for every port of it, or as `name:port`
 */
export function confineTransport(transport: Transport, hosts: readonly string[]): ConfinedTransport {
  const withheld: string[] = []
  return {
    withheld,
    async transport(request) {
      const { host, hostname } = new URL(request.url)
      if (hosts.includes(host) || hosts.includes(hostname)) return transport(request)
      withheld.push(request.url)
      throw new Error(`${host} was not asked, because it was not named`)
    },
  }
}
