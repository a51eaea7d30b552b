import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CacheEntry,
  type CacheQuery,
  isExpired,
  isHeaderNameCacheEntryMatch,
  isMethodCacheEntryMatch,
} from './cache-entry.ts'
import type { CorsPreflightLists } from './cors-preflight-response.ts'
import { type EngineQuirks, STANDARD_BEHAVIOUR } from './engine-quirks.ts'
import { clearCacheEntries, createCacheEntry, storePreflight } from './store-preflight.ts'

const query: CacheQuery = {
  networkPartitionKey: 'https://app.example',
  origin: 'https://app.example',
  url: 'https://api.example/',
  credentials: false,
}

function lists(differences: Partial<CorsPreflightLists>): CorsPreflightLists {
  return { methods: [], headerNames: [], maxAge: 600, ...differences }
}

/** Stores one preflight after the other, a second apart, and says what is then allowed, and for how long. */
function store(preflights: readonly CorsPreflightLists[], quirks?: EngineQuirks): readonly string[] {
  return preflights
    .reduce<readonly CacheEntry[]>(
      (entries, one, index) => storePreflight(entries, query, one, index * 1000, quirks),
      [],
    )
    .map(({ headerName, maxAge, method, storedAt }) => `${method ?? headerName ?? ''} ${storedAt / 1000} ${maxAge}`)
}

describe('storePreflight', () => {
  it('makes an entry of everything that is listed, in order and in its spelling', () => {
    expect(store([lists({ methods: ['PUT', 'DELETE'], headerNames: ['X-A', 'x-b'], maxAge: 7 })])).toEqual([
      'PUT 0 7',
      'DELETE 0 7',
      'X-A 0 7',
      'x-b 0 7',
    ])
  })

  it('gives what is allowed already the new max-age, and leaves it the time at which it was stored', () => {
    const first = lists({ methods: ['PUT'], headerNames: ['X-A'], maxAge: 7 })
    const second = lists({ methods: ['PUT', 'DELETE'], headerNames: ['x-a'], maxAge: 9 })
    expect(store([first, second])).toEqual(['PUT 0 9', 'X-A 0 9', 'DELETE 1 9'])
  })

  it('leaves alone what is not listed again', () => {
    expect(store([lists({ methods: ['PUT'], maxAge: 7 }), lists({ methods: ['DELETE'], maxAge: 9 })])).toEqual([
      'PUT 0 7',
      'DELETE 1 9',
    ])
  })

  it('makes one entry of what is listed twice', () => {
    expect(store([lists({ methods: ['PUT', 'PUT'], headerNames: ['x-a', 'X-A'] })])).toEqual(['PUT 0 600', 'x-a 0 600'])
  })

  it('makes no entry of what "*" allows already, but renews the "*"', () => {
    const wildcards = lists({ methods: ['*', 'PUT'], headerNames: ['*', 'X-A', 'Authorization'], maxAge: 7 })
    expect(store([wildcards])).toEqual(['* 0 7', '* 0 7', 'Authorization 0 7'])
    expect(store([wildcards, lists({ methods: ['DELETE'], headerNames: ['x-b'], maxAge: 9 })])).toEqual([
      '* 0 9',
      '* 0 9',
      'Authorization 0 7',
    ])
    expect(store([wildcards, lists({ headerNames: ['authorization'], maxAge: 9 })])).toEqual([
      '* 0 7',
      '* 0 7',
      'Authorization 0 9',
    ])
  })

  it('makes entries of what comes before "*"', () => {
    expect(store([lists({ methods: ['PUT', '*'] })])).toEqual(['PUT 0 600', '* 0 600'])
  })

  it('ends what is allowed where the new max-age is 0', () => {
    const entries = storePreflight([], query, lists({ methods: ['PUT', 'DELETE'] }), 0)
    const ended = storePreflight(entries, query, lists({ methods: ['PUT'], maxAge: 0 }), 1000)
    expect(ended.filter((entry) => !isExpired(entry, 1000)).map(({ method }) => method)).toEqual(['DELETE'])
    expect(
      storePreflight(entries, query, lists({ maxAge: 0 }), 1, { ...STANDARD_BEHAVIOUR, zeroMaxAgeRemoves: false }),
    ).toBe(entries)
  })

  it('takes the place of what was there, and counts anew, under the quirks that do so', () => {
    const preflights = [lists({ methods: ['PUT', 'PATCH'] }), lists({ methods: ['PUT'], maxAge: 9 })]
    expect(store(preflights, { ...STANDARD_BEHAVIOUR, newPreflightReplaces: true })).toEqual(['PUT 1 9'])
    expect(store(preflights, { ...STANDARD_BEHAVIOUR, renewalRestartsLifetime: true })).toEqual([
      'PUT 1 9',
      'PATCH 0 600',
    ])
  })

  it('remembers a preflight that lists nothing only in engines, where it answers for what needs nothing listed', () => {
    expect(store([lists({})])).toEqual([])
    expect(store([lists({})], { ...STANDARD_BEHAVIOUR, forcedPreflightNeedsCachedMethod: false })).toEqual([
      'GET 0 600',
    ])
  })

  it('takes no long time for long lists', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `x-${index}`)
    const entries = storePreflight([], query, lists({ methods: names, headerNames: names }), 0)
    expect(storePreflight(entries, query, lists({ methods: names, headerNames: names }), 0)).toHaveLength(40_000)
  })

  it('stores what the standard stores, step by step', () => {
    const queries = fc.record({
      networkPartitionKey: fc.constant('https://app.example'),
      origin: fc.constantFrom('https://app.example', 'null'),
      url: fc.constantFrom('https://api.example/', 'https://api.example/?a'),
      credentials: fc.boolean(),
    })
    const preflights = fc.record({
      methods: fc.array(fc.constantFrom('*', 'PUT', 'put', 'DELETE', 'GET'), { maxLength: 4 }),
      headerNames: fc.array(fc.constantFrom('*', 'X-A', 'x-a', 'x-b', 'Authorization', 'authorization'), {
        maxLength: 4,
      }),
      maxAge: fc.constantFrom(0, 1, 5, 600),
    })
    const quirks = fc.record({
      cachedWildcard: fc.constantFrom(
        ...(['always', 'entry-without-credentials', 'request-without-credentials', 'never'] as const),
      ),
      cachedWildcardCoversAuthorization: fc.boolean(),
      credentialedEntriesServeAll: fc.boolean(),
      renewalRestartsLifetime: fc.boolean(),
    })
    const history = fc.array(fc.tuple(queries, preflights, fc.integer({ min: 0, max: 3000 })), { maxLength: 8 })
    fc.assert(
      fc.property(history, quirks, (steps, differences) => {
        const behaviour = { ...STANDARD_BEHAVIOUR, ...differences }
        let now = 0
        let stored: readonly CacheEntry[] = []
        let expected: readonly CacheEntry[] = []
        for (const [one, granted, elapsed] of steps) {
          now += elapsed
          stored = storePreflight(stored, one, granted, now, behaviour)
          expected = storeByTheLetter(expected, one, granted, now, behaviour)
          expect(stored).toEqual(expected)
        }
      }),
    )
  })
})

/** Steps 12 to 15 of CORS-preflight fetch, each a walk through the whole list. */
function storeByTheLetter(
  entries: readonly CacheEntry[],
  one: CacheQuery,
  { headerNames, maxAge, methods }: CorsPreflightLists,
  now: number,
  quirks: EngineQuirks,
): readonly CacheEntry[] {
  const list = [...entries]
  const renew = (isMatch: (entry: CacheEntry) => boolean): void => {
    for (const [index, entry] of list.entries()) {
      if (isMatch(entry))
        list[index] = { ...entry, maxAge, ...(quirks.renewalRestartsLifetime ? { storedAt: now } : {}) }
    }
  }
  for (const method of methods) renew((entry) => isMethodCacheEntryMatch(entry, method, one, quirks))
  for (const method of methods) {
    if (list.some((entry) => isMethodCacheEntryMatch(entry, method, one, quirks))) continue
    list.push(createCacheEntry(one, maxAge, method, null, now))
  }
  for (const name of headerNames) renew((entry) => isHeaderNameCacheEntryMatch(entry, name, one, quirks))
  for (const name of headerNames) {
    if (list.some((entry) => isHeaderNameCacheEntryMatch(entry, name, one, quirks))) continue
    list.push(createCacheEntry(one, maxAge, null, name, now))
  }
  return list
}

describe('clearCacheEntries', () => {
  it('removes what is filed under the key, with and without credentials, and nothing else', () => {
    const entries = [
      createCacheEntry(query, 5, 'PUT', null, 0),
      createCacheEntry({ ...query, credentials: true }, 5, null, 'x-a', 0),
      createCacheEntry({ ...query, origin: 'null' }, 5, 'PUT', null, 0),
      createCacheEntry({ ...query, url: 'https://api.example/?a' }, 5, 'PUT', null, 0),
      createCacheEntry({ ...query, networkPartitionKey: 'https://b.example' }, 5, 'PUT', null, 0),
    ]
    expect(clearCacheEntries(entries, query)).toEqual(entries.slice(2))
  })
})

describe('createCacheEntry', () => {
  it('notes when it was stored', () => {
    expect(createCacheEntry(query, 5, null, 'X-A', 1000)).toEqual({
      ...query,
      maxAge: 5,
      storedAt: 1000,
      method: null,
      headerName: 'X-A',
    })
  })
})
