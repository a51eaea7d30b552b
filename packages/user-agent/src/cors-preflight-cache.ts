import { type CacheEntry, type CacheQuery, isExpired } from './cache-entry.ts'
import type { CorsPreflightLists } from './cors-preflight-response.ts'
import type { EngineQuirks } from './engine-quirks.ts'
import { clearCacheEntries, storePreflight } from './store-preflight.ts'

/** What a user agent remembers of the preflights that have passed. */
export interface CorsPreflightCache {
  /** Lists the entries that are in force. */
  entries(): readonly CacheEntry[]
  /** Forgets everything, as a browser does when it is told to clear its caches. */
  clear(): void
}

/** The cache as the algorithms use it. */
export interface WritableCorsPreflightCache extends CorsPreflightCache {
  /**
   * Lists the entries for the URL of a query, those of other origins and with other credentials included, and for the
   * last time those that have just expired: all that an explanation may need.
   */
  entriesForUrl(query: CacheQuery): readonly CacheEntry[]
  /** Remembers what a preflight for a request with this query allows. */
  store(query: CacheQuery, lists: CorsPreflightLists): void
  /** Forgets what is filed under the key of a query, whatever its credentials. */
  clearCacheEntries(query: CacheQuery): void
}

/**
 * Creates an empty CORS-preflight cache with a clock in milliseconds.
 *
 * @see https://fetch.spec.whatwg.org/#concept-cache
 */
export function createCorsPreflightCache(now: () => number, quirks: EngineQuirks): WritableCorsPreflightCache {
  let list: readonly CacheEntry[] = []
  const inForce = (): readonly CacheEntry[] => list.filter((entry) => !isExpired(entry, now()))

  return {
    entries: inForce,
    clear() {
      list = []
    },
    entriesForUrl({ url }) {
      const found = list.filter((entry) => entry.url === url)
      list = inForce()
      return found
    },
    store(query, lists) {
      list = storePreflight(inForce(), query, lists, now(), quirks)
    },
    clearCacheEntries(query) {
      list = clearCacheEntries(list, query)
    },
  }
}
