import type { Visit } from './session.ts'

/** What a page is to play. */
export interface PlayedVisit {
  /** Of the server. */
  readonly origin: string
  readonly visit: Visit
  /** What every response has to be. */
  readonly expected: string
}

/** How a visit went, as the page saw it. */
export interface VisitReport {
  /** How many responses the page could read. */
  readonly readable: number
  /** The requests whose responses it could not read, and why. */
  readonly unreadable: readonly string[]
  /** How long it took, in milliseconds. */
  readonly took: number
}

/** Makes the requests of a visit, one after the other. It is sent to the page: it may use nothing else of this file. */
export async function playVisit({ expected, origin, visit }: PlayedVisit): Promise<VisitReport> {
  let readable = 0
  const unreadable: string[] = []
  const start = performance.now()
  for (const { body = null, headers, method, path } of visit) {
    try {
      const response = await fetch(origin + path, { method, headers, body })
      const text = await response.text()
      if (response.status === 200 && text === expected) readable++
      else unreadable.push(`${method} ${path}: ${response.status} ${text}`)
    } catch (error) {
      unreadable.push(`${method} ${path}: ${String(error)}`)
    }
  }
  return { readable, unreadable, took: performance.now() - start }
}
