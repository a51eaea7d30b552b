import type { RequestListener } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BODY } from '../frameworks/framework-bench.ts'
import { subjects } from './all-subjects.ts'
import { countPreflights } from './count-preflights.ts'
import { countFewestPreflights } from './fewest-preflights.ts'
import { needsPreflight } from './needs-preflight.ts'
import { type OpenedClient, openClient } from './open-client.ts'
import { visits as session } from './session.ts'

let client: OpenedClient
beforeAll(async () => {
  client = await openClient()
})
afterAll(() => client.close())

/** Allows everything that the session asks for, for as long as it is told. */
function allow(maxAge: number): RequestListener {
  return (_, response) => {
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('access-control-allow-methods', 'PUT,PATCH,DELETE')
    response.setHeader('access-control-allow-headers', 'authorization,content-type,idempotency-key,prefer')
    response.setHeader('access-control-max-age', String(maxAge))
    response.end(BODY)
  }
}

// Every method and every header of the session is among them.
const visits = session.slice(1, 3)
const requests = visits.flat()

interface Count {
  readonly preflights: number
  readonly readable: number
  readonly unreadable: readonly string[]
}

async function count(...listeners: readonly RequestListener[]): Promise<Count[]> {
  const sessions = await countPreflights(client.page, listeners, { visits, pause: 0 })
  return sessions.map(({ preflights, visits }) => ({
    preflights,
    readable: visits.reduce((sum, { readable }) => sum + readable, 0),
    unreadable: visits.flatMap(({ unreadable }) => unreadable),
  }))
}

describe('countPreflights', () => {
  it('counts for each server: the fewest where lists are kept, one for each request where nothing is', async () => {
    const readable = requests.length
    expect(await count(allow(600), allow(0))).toEqual([
      { preflights: countFewestPreflights(requests), readable, unreadable: [] },
      { preflights: requests.filter(needsPreflight).length, readable, unreadable: [] },
    ])
  })

  it('tells which responses the page could not read', async () => {
    const [counted] = await count((_, response) => response.end(BODY))
    expect(counted?.readable).toBe(0)
    expect(counted?.unreadable).toHaveLength(requests.length)
    expect(counted?.unreadable[0]).toMatch(/^GET \/items\/1: TypeError/)
  })
})

describe('the subjects', () => {
  it.each(subjects.map((subject) => [`${subject.framework}, ${subject.name}`, subject] as const))(
    'let the page read everything: %s',
    async (_, { create, kind, perRoute = false }) => {
      const { close, listener } = await create()
      const [counted] = await count(listener)
      await close?.()
      expect(counted).toMatchObject({ readable: requests.length, unreadable: [] })
      if (kind === 'corsac' && !perRoute) expect(counted?.preflights).toBe(countFewestPreflights(requests))
    },
  )
})
