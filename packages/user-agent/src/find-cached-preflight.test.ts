import { describe, expect, it } from 'vitest'
import type { CacheEntry } from './cache-entry.ts'
import { cacheQuery } from './cache-query.ts'
import { STANDARD_BEHAVIOUR } from './engine-quirks.ts'
import type { FetchRequest } from './fetch-request.ts'
import { type CachedPreflight, findCachedPreflight } from './find-cached-preflight.ts'
import { fetchRequest } from './fixtures/fetch-request.ts'
import { guessRegistrableDomain } from './registrable-domain.ts'

const now = 10_000
const put = fetchRequest({ method: 'PUT', headers: [['X-A', '1']] })

function entry(differences: Partial<CacheEntry>): CacheEntry {
  const query = cacheQuery(put, guessRegistrableDomain)
  return { ...query, maxAge: 600, storedAt: 0, method: null, headerName: null, ...differences }
}

const both = [entry({ method: 'PUT' }), entry({ headerName: 'x-a' })]

function find(request: FetchRequest, entries: readonly CacheEntry[], quirks = STANDARD_BEHAVIOUR): CachedPreflight {
  return findCachedPreflight(request, entries, cacheQuery(request, guessRegistrableDomain), now, quirks)
}

describe('findCachedPreflight', () => {
  it('finds that the method and every header are allowed, and says for how long', () => {
    expect(find(put, both)).toEqual({
      found: true,
      text: 'a cached preflight allows this: "PUT", "x-a", for 590 more seconds; nobody is asked again',
    })
  })

  it('has nothing to say where nothing is cached for the URL', () => {
    expect(find(put, [])).toEqual({ found: false, text: null })
  })

  it('needs no entry for a safelisted method or header', () => {
    const get = fetchRequest({
      headers: [
        ['X-A', '1'],
        ['Accept', '*/*'],
      ],
    })
    expect(find(get, [entry({ headerName: 'x-a' })]).found).toBe(true)
  })

  it('needs an entry for every method where upload listeners or a stream call for a preflight', () => {
    const forced = fetchRequest({ method: 'POST', useCorsPreflight: true })
    expect(find(forced, [entry({ method: 'PUT' })]).found).toBe(false)
    expect(find(forced, [entry({ method: 'POST' })]).found).toBe(true)
  })

  it('goes by the quirks about methods', () => {
    const forced = fetchRequest({ method: 'POST', useCorsPreflight: true })
    const lenient = { ...STANDARD_BEHAVIOUR, forcedPreflightNeedsCachedMethod: false }
    expect(find(forced, [entry({ method: 'PUT' })], lenient).found).toBe(true)
    expect(find(forced, [entry({ method: 'POST', origin: 'null' })], lenient).found).toBe(false)
    const head = fetchRequest({ method: 'HEAD', headers: [['X-A', '1']] })
    expect(find(head, both).found).toBe(true)
    expect(find(head, both, { ...STANDARD_BEHAVIOUR, methodsNotCached: ['GET', 'POST'] }).found).toBe(false)
  })

  it.each<[string, FetchRequest, readonly CacheEntry[]]>([
    ['does not cover the method "DELETE"', { ...put, method: 'DELETE' }, both],
    ['does not cover the headers "x-b"', { ...put, headers: [['X-B', '1']] }, both],
    ['the method "PATCH" and the headers "x-b"', { ...put, method: 'PATCH', headers: [['X-B', '1']] }, both],
    ['was allowed without credentials', { ...put, credentials: 'include' }, both],
    ['has expired', put, both.map((one) => ({ ...one, maxAge: 10 }))],
    ['to another origin than "https://other.example"', { ...put, origin: 'https://other.example' }, both],
    ['below another site than "https://top.example"', { ...put, topLevelOrigin: 'https://top.example' }, both],
  ])('says why what is cached is of no use: %s', (text, request, entries) => {
    const { found, text: found_ } = find(request, entries)
    expect(found).toBe(false)
    expect(found_).toContain(text)
  })

  it('says that credentials are kept apart, under the quirk that does so', () => {
    const apart = { ...STANDARD_BEHAVIOUR, credentialedEntriesServeAll: false }
    const entries = both.map((one) => ({ ...one, credentials: true }))
    expect(find(put, entries).found).toBe(true)
    expect(find(put, entries, apart).text).toContain('was allowed with credentials')
  })
})
