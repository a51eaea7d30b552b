import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CacheEntry, type CacheQuery, isExpired } from './cache-entry.ts'
import { createCorsPreflightCache } from './cors-preflight-cache.ts'
import { STANDARD_BEHAVIOUR } from './engine-quirks.ts'
import { clearCacheEntries, storePreflight } from './store-preflight.ts'

const query: CacheQuery = {
  networkPartitionKey: 'https://app.example',
  origin: 'https://app.example',
  url: 'https://api.example/',
  credentials: false,
}
const put = { methods: ['PUT'], headerNames: [], maxAge: 5 }

describe('createCorsPreflightCache', () => {
  it('lists what is in force, and forgets it in time', () => {
    let time = 0
    const cache = createCorsPreflightCache(() => time, STANDARD_BEHAVIOUR)
    cache.store(query, put)
    time = 4999
    expect(cache.entries().map(({ method }) => method)).toEqual(['PUT'])
    time = 5000
    expect(cache.entries()).toEqual([])
  })

  it('is empty once it has been cleared', () => {
    const cache = createCorsPreflightCache(() => 0, STANDARD_BEHAVIOUR)
    cache.store(query, put)
    cache.clear()
    expect(cache.entries()).toEqual([])
    expect(cache.entriesForUrl(query)).toEqual([])
  })

  it('lists for a URL what others have there too, and what has expired one last time', () => {
    let time = 0
    const cache = createCorsPreflightCache(() => time, STANDARD_BEHAVIOUR)
    cache.store(query, put)
    cache.store({ ...query, origin: 'null' }, { ...put, maxAge: 600 })
    cache.store({ ...query, url: 'https://api.example/other' }, put)
    time = 5000
    expect(cache.entriesForUrl(query)).toHaveLength(2)
    expect(cache.entriesForUrl(query)).toHaveLength(1)
  })

  it('holds what a replay of everything that has happened gives', () => {
    const queries = fc.record({
      networkPartitionKey: fc.constantFrom('https://app.example', 'https://other.example'),
      origin: fc.constantFrom('https://app.example', 'null'),
      url: fc.constantFrom('https://api.example/', 'https://api.example/?a'),
      credentials: fc.boolean(),
    })
    const preflights = fc.record({
      methods: fc.array(fc.constantFrom('*', 'PUT', 'DELETE'), { maxLength: 3 }),
      headerNames: fc.array(fc.constantFrom('*', 'X-A', 'x-b', 'Authorization'), { maxLength: 3 }),
      maxAge: fc.constantFrom(0, 1, 2, 5),
    })
    const events = fc.oneof(
      fc.record({ kind: fc.constant('store' as const), query: queries, lists: preflights }),
      fc.record({ kind: fc.constant('look' as const), query: queries }),
      fc.record({ kind: fc.constant('forget' as const), query: queries }),
      fc.record({ kind: fc.constant('clear' as const) }),
      fc.record({ kind: fc.constant('wait' as const), milliseconds: fc.integer({ min: 0, max: 3000 }) }),
    )
    fc.assert(
      fc.property(fc.array(events, { maxLength: 20 }), (history) => {
        let time = 0
        const cache = createCorsPreflightCache(() => time, STANDARD_BEHAVIOUR)
        for (const [index, event] of history.entries()) {
          if (event.kind === 'store') cache.store(event.query, event.lists)
          if (event.kind === 'look') cache.entriesForUrl(event.query)
          if (event.kind === 'forget') cache.clearCacheEntries(event.query)
          if (event.kind === 'clear') cache.clear()
          if (event.kind === 'wait') time += event.milliseconds
          expect(cache.entries()).toEqual(replay(history.slice(0, index + 1)))
        }
      }),
    )

    /** What is in force after a history, as a list that is kept from the first event on. */
    function replay(
      history: readonly (typeof events extends fc.Arbitrary<infer Event> ? Event : never)[],
    ): CacheEntry[] {
      let now = 0
      let list: readonly CacheEntry[] = []
      for (const event of history) {
        if (event.kind === 'store') list = storePreflight(list, event.query, event.lists, now)
        if (event.kind === 'forget') list = clearCacheEntries(list, event.query)
        if (event.kind === 'clear') list = []
        if (event.kind === 'wait') now += event.milliseconds
        list = list.filter((entry) => !isExpired(entry, now))
      }
      return [...list]
    }
  })
})
