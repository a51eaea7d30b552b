import { describe, expect, it } from 'vitest'
import {
  type CacheEntry,
  type CacheQuery,
  isCacheEntryMatch,
  isExpired,
  isHeaderNameCacheEntryMatch,
  isMethodCacheEntryMatch,
} from './cache-entry.ts'
import { STANDARD_BEHAVIOUR } from './engine-quirks.ts'

const query: CacheQuery = {
  networkPartitionKey: 'https://app.example',
  origin: 'https://app.example',
  url: 'https://api.example/resource?a=1',
  credentials: false,
}

function entry(differences: Partial<CacheEntry> = {}): CacheEntry {
  return { ...query, maxAge: 5, storedAt: 0, method: null, headerName: null, ...differences }
}

describe('isExpired', () => {
  it('is false until the max-age has passed since the entry was stored', () => {
    const stored = entry({ storedAt: 1000, maxAge: 5 })
    expect(isExpired(stored, 5999)).toBe(false)
    expect(isExpired(stored, 6000)).toBe(true)
  })

  it('is true at once for a max-age of 0', () => {
    expect(isExpired(entry({ storedAt: 1000, maxAge: 0 }), 1000)).toBe(true)
  })
})

describe('isCacheEntryMatch', () => {
  it('takes an entry for the same site, origin and URL', () => {
    expect(isCacheEntryMatch(entry(), query)).toBe(true)
  })

  it.each<Partial<CacheEntry>>([
    { networkPartitionKey: 'https://other.example' },
    { origin: 'null' },
    { url: 'https://api.example/resource' },
    { url: 'https://api.example/resource?a=1#fragment' },
  ])('takes no entry with %j', (differences) => {
    expect(isCacheEntryMatch(entry(differences), query)).toBe(false)
  })

  it.each([
    [false, false, true],
    [false, true, false],
    [true, false, true],
    [true, true, true],
  ])('with credentials of an entry %s and of a request %s is %s', (ofEntry, ofRequest, expected) => {
    expect(isCacheEntryMatch(entry({ credentials: ofEntry }), { ...query, credentials: ofRequest })).toBe(expected)
  })

  it('keeps credentials apart under the quirk that does so', () => {
    const apart = { ...STANDARD_BEHAVIOUR, credentialedEntriesServeAll: false }
    expect(isCacheEntryMatch(entry({ credentials: true }), query, apart)).toBe(false)
    expect(isCacheEntryMatch(entry({ credentials: true }), { ...query, credentials: true }, apart)).toBe(true)
  })
})

describe('isMethodCacheEntryMatch', () => {
  it.each([
    ['PUT', 'PUT', true],
    ['PUT', 'put', false],
    ['*', 'PUT', true],
    ['*', '*', true],
    ['PUT', '*', false],
    [null, 'PUT', false],
  ])('with the entry %s and the method %s is %s', (method, asked, expected) => {
    expect(isMethodCacheEntryMatch(entry({ method }), asked, query)).toBe(expected)
  })

  it('takes "*" for a wildcard even where credentials are included', () => {
    const credentialed = { ...query, credentials: true }
    expect(isMethodCacheEntryMatch(entry({ method: '*', credentials: true }), 'PUT', credentialed)).toBe(true)
  })

  it.each([
    ['always', true, true],
    ['entry-without-credentials', false, false],
    ['request-without-credentials', true, false],
    ['never', false, false],
  ] as const)('goes by the quirk of a wildcard that counts %s', (cachedWildcard, served, servedWithCredentials) => {
    const quirks = { ...STANDARD_BEHAVIOUR, cachedWildcard }
    const wildcard = entry({ method: '*', credentials: true })
    expect(isMethodCacheEntryMatch(wildcard, 'PUT', query, quirks)).toBe(served)
    expect(isMethodCacheEntryMatch(wildcard, 'PUT', { ...query, credentials: true }, quirks)).toBe(
      servedWithCredentials,
    )
    expect(isMethodCacheEntryMatch(wildcard, '*', query, quirks)).toBe(true)
  })

  it('takes no entry that does not match the request', () => {
    expect(isMethodCacheEntryMatch(entry({ method: 'PUT', origin: 'null' }), 'PUT', query)).toBe(false)
  })
})

describe('isHeaderNameCacheEntryMatch', () => {
  it.each([
    ['X-A', 'x-a', true],
    ['x-a', 'x-b', false],
    ['*', 'x-a', true],
    ['*', '*', true],
    ['*', 'Authorization', false],
    ['authorization', 'Authorization', true],
    // U+212A KELVIN SIGN is no k.
    ['x-\u212A', 'x-k', false],
    [null, 'x-a', false],
  ])('with the entry %s and the name %s is %s', (headerName, asked, expected) => {
    expect(isHeaderNameCacheEntryMatch(entry({ headerName }), asked, query)).toBe(expected)
  })

  it('lets "*" cover Authorization under the quirk that does so', () => {
    const quirks = { ...STANDARD_BEHAVIOUR, cachedWildcardCoversAuthorization: true }
    expect(isHeaderNameCacheEntryMatch(entry({ headerName: '*' }), 'authorization', query, quirks)).toBe(true)
  })

  it('takes no entry that does not match the request', () => {
    expect(isHeaderNameCacheEntryMatch(entry({ headerName: 'x-a', url: '' }), 'x-a', query)).toBe(false)
  })
})
