import type { RequestListener } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { BODY } from '../frameworks/framework-bench.ts'
import { listen } from '../frameworks/listen.ts'
import { playVisit, type VisitReport } from './play-visit.ts'
import type { Visit } from './session.ts'

/** A session with one server. */
export interface CountedSession {
  /** The `OPTIONS` requests that reached the server. */
  readonly preflights: number
  readonly visits: readonly VisitReport[]
}

/** What is played. */
export interface CountedVisits {
  readonly visits: readonly Visit[]
  /** Between two visits of a server, at least, in milliseconds. */
  readonly pause: number
}

/**
 * Plays a session in a page against each of some servers, and counts the preflights before the applications see them.
 *
 * The servers have a visit each in turn, so that no visit waits for another one. A page has a cached preflight for a URL, and
 * so for a port: the servers are nothing to each other.
 *
 * @param page One that is on another origin than the servers get, which is `http://127.0.0.1` with a free port.
 * @returns a session for each listener
 */
export async function countPreflights(
  page: Page,
  listeners: readonly RequestListener[],
  { pause, visits }: CountedVisits,
): Promise<readonly CountedSession[]> {
  const servers = await Promise.all(listeners.map(serveCounted))
  try {
    for (const [index, visit] of visits.entries()) {
      if (index > 0) await setTimeout(pause)
      for (const { origin, reports } of servers)
        reports.push(await page.evaluate(playVisit, { origin, visit, expected: BODY }))
    }
    return servers.map(({ count, reports }) => ({ preflights: count(), visits: reports }))
  } finally {
    for (const { close } of servers) close()
  }
}

interface CountingServer {
  readonly origin: string
  readonly reports: VisitReport[]
  readonly count: () => number
  readonly close: () => void
}

async function serveCounted(listener: RequestListener): Promise<CountingServer> {
  let preflights = 0
  const { close, port } = await listen((request, response) => {
    if (request.method === 'OPTIONS') preflights++
    listener(request, response)
  })
  return { origin: `http://127.0.0.1:${port}`, reports: [], count: () => preflights, close }
}
