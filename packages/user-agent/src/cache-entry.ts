import { byteLowercase } from './byte-case.ts'
import { isCorsNonWildcardRequestHeaderName } from './cors-non-wildcard-request-header-name.ts'
import { type EngineQuirks, STANDARD_BEHAVIOUR } from './engine-quirks.ts'

/**
 * One thing that a preflight has allowed, a method or a header name, as long as it may be remembered.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-cache
 */
export interface CacheEntry extends CacheKey {
  /** Whether it was allowed to a request with the credentials mode `include`. */
  readonly credentials: boolean
  /** For how many seconds it is remembered. */
  readonly maxAge: number
  /** When it was stored, in milliseconds by the user agent's clock. */
  readonly storedAt: number
  /** The method, which may be `*`; `null` in an entry for a header name. */
  readonly method: string | null
  /** The header name, which may be `*`; `null` in an entry for a method. */
  readonly headerName: string | null
}

/** What the preflights for one URL are filed under. */
export interface CacheKey {
  /** The site in the address bar. */
  readonly networkPartitionKey: string
  /** The serialized origin of the request, `null` where redirects have tainted it. */
  readonly origin: string
  /** The URL, its query included. */
  readonly url: string
}

/** What the cache knows a request by. */
export interface CacheQuery extends CacheKey {
  /** Whether the credentials mode is `include`. */
  readonly credentials: boolean
}

/** Tells whether an entry is filed under a key, whatever its credentials. */
export function isFiledUnder(entry: CacheEntry, key: CacheKey): boolean {
  return entry.networkPartitionKey === key.networkPartitionKey && entry.origin === key.origin && entry.url === key.url
}

/** Tells whether the max-age of an entry has passed since it was stored: one of 0 seconds has passed at once. */
export function isExpired({ maxAge, storedAt }: CacheEntry, now: number): boolean {
  return now >= storedAt + maxAge * 1000
}

/**
 * Tells whether an entry speaks of a request at all: of its site, its origin, its URL, and its credentials.
 *
 * @see https://fetch.spec.whatwg.org/#concept-cache-match
 */
export function isCacheEntryMatch(
  entry: CacheEntry,
  query: CacheQuery,
  { credentialedEntriesServeAll }: EngineQuirks = STANDARD_BEHAVIOUR,
): boolean {
  if (!isFiledUnder(entry, query)) return false
  return entry.credentials === query.credentials || (entry.credentials && credentialedEntriesServeAll)
}

/**
 * Tells whether an entry allows a method to a request.
 *
 * By the letter `*` does so even where credentials are included, although no preflight may be answered like that.
 *
 * @see https://fetch.spec.whatwg.org/#concept-cache-match-method
 */
export function isMethodCacheEntryMatch(
  entry: CacheEntry,
  method: string,
  query: CacheQuery,
  quirks: EngineQuirks = STANDARD_BEHAVIOUR,
): boolean {
  if (!isCacheEntryMatch(entry, query, quirks)) return false
  return entry.method === method || (entry.method === '*' && isCachedWildcard(entry, query, quirks))
}

/**
 * Tells whether an entry allows a header name to a request; `*` allows any but `Authorization`.
 *
 * @see https://fetch.spec.whatwg.org/#concept-cache-match-header
 */
export function isHeaderNameCacheEntryMatch(
  entry: CacheEntry,
  headerName: string,
  query: CacheQuery,
  quirks: EngineQuirks = STANDARD_BEHAVIOUR,
): boolean {
  if (entry.headerName === null || !isCacheEntryMatch(entry, query, quirks)) return false
  if (byteLowercase(entry.headerName) === byteLowercase(headerName)) return true
  if (entry.headerName !== '*' || !isCachedWildcard(entry, query, quirks)) return false
  return quirks.cachedWildcardCoversAuthorization || !isCorsNonWildcardRequestHeaderName(headerName)
}

/** Tells whether the `*` of a matching entry is more than a name of its own. */
export function isCachedWildcard(
  entry: Pick<CacheEntry, 'credentials'>,
  query: Pick<CacheQuery, 'credentials'>,
  { cachedWildcard }: EngineQuirks,
): boolean {
  switch (cachedWildcard) {
    case 'always':
      return true
    case 'entry-without-credentials':
      return !entry.credentials
    case 'request-without-credentials':
      return !query.credentials
    case 'never':
      return false
  }
}
