import type { RequestHead } from '@corsac/core'

/** What hand-written code makes of a request: the headers to set, and a status where it answers by itself. */
export interface HandWritten {
  readonly status?: number
  readonly headers: readonly (readonly [string, string])[]
}

/**
 * Decides as a careful developer would write it into an application, for one policy and without checks: what the
 * decisions of `@corsac/core` are compared with.
 */
export function decideByHand(isAllowed: (origin: string) => boolean, varies: boolean, head: RequestHead): HandWritten {
  const headers: [string, string][] = varies ? [['vary', 'Origin']] : []
  const { origin } = head
  const preflight = head.method === 'OPTIONS' && head.accessControlRequestMethod !== null
  if (origin === null || !isAllowed(origin)) return preflight ? { status: 403, headers } : { headers }
  headers.push(['access-control-allow-origin', origin], ['access-control-allow-credentials', 'true'])
  if (!preflight) {
    headers.push(['access-control-expose-headers', 'x-total'])
    return { headers }
  }
  headers.push(
    ['access-control-allow-methods', 'PUT, DELETE'],
    ['access-control-allow-headers', 'content-type'],
    ['access-control-max-age', '600'],
  )
  return { status: 204, headers }
}
