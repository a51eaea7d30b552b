import {
  type CacheEntry,
  type CacheQuery,
  isCacheEntryMatch,
  isExpired,
  isFiledUnder,
  isHeaderNameCacheEntryMatch,
  isMethodCacheEntryMatch,
} from './cache-entry.ts'
import { corsUnsafeRequestHeaderNames } from './cors-unsafe-request-header-names.ts'
import { type EngineQuirks, STANDARD_BEHAVIOUR } from './engine-quirks.ts'
import type { FetchRequest } from './fetch-request.ts'
import { quote, quoteList } from './quote.ts'

/** What a look at the preflights that are cached for a URL comes to. */
export interface CachedPreflight {
  /** Whether they allow the request, so that nobody has to be asked. */
  readonly found: boolean
  /** Why they do or do not; `null` where there are none for the URL at all. */
  readonly text: string | null
}

/**
 * Looks for cached preflights that together allow a request. This is step 4.1 of HTTP fetch.
 *
 * @see https://fetch.spec.whatwg.org/#concept-http-fetch
 */
export function findCachedPreflight(
  request: FetchRequest,
  entriesForUrl: readonly CacheEntry[],
  query: CacheQuery,
  now: number,
  quirks: EngineQuirks = STANDARD_BEHAVIOUR,
): CachedPreflight {
  const matching = entriesForUrl.filter((entry) => !isExpired(entry, now) && isCacheEntryMatch(entry, query, quirks))
  const missing = [
    ...(isMethodMissing(request, matching, query, quirks) ? [`the method ${quote(request.method)}`] : []),
    ...describeMissingNames(request, matching, query, quirks),
  ]
  if (missing.length === 0) {
    const text = `a cached preflight allows this: ${describeEntries(matching, now)}; nobody is asked again`
    return { found: true, text }
  }
  if (entriesForUrl.length === 0) return { found: false, text: null }
  const why =
    matching.length === 0
      ? describeStrangers(entriesForUrl, query, now)
      : `what is cached for this URL does not cover ${missing.join(' and ')}: ${describeEntries(matching, now)}`
  return { found: false, text: `no cached preflight answers for this request: ${why}` }
}

function isMethodMissing(
  { method, past, useCorsPreflight }: FetchRequest,
  matching: readonly CacheEntry[],
  query: CacheQuery,
  quirks: EngineQuirks,
): boolean {
  if (matching.some((entry) => isMethodCacheEntryMatch(entry, method, query, quirks))) return false
  if (!quirks.methodsNotCached.includes(method)) return true
  const isForced = useCorsPreflight || past?.callsForPreflight === true
  return isForced && (quirks.forcedPreflightNeedsCachedMethod || matching.length === 0)
}

function describeMissingNames(
  { headers, past }: FetchRequest,
  matching: readonly CacheEntry[],
  query: CacheQuery,
  quirks: EngineQuirks,
): readonly string[] {
  const names = corsUnsafeRequestHeaderNames(past?.announcedHeaders ?? headers, quirks).filter(
    (name) => !matching.some((entry) => isHeaderNameCacheEntryMatch(entry, name, query, quirks)),
  )
  return names.length === 0 ? [] : [`the headers ${quoteList(names)}`]
}

function describeEntries(entries: readonly CacheEntry[], now: number): string {
  const values = entries.map(({ headerName, method }) => method ?? headerName ?? '')
  const secondsLeft = entries.map(({ maxAge, storedAt }) => Math.ceil((storedAt - now) / 1000 + maxAge))
  return `${quoteList(values)}, for ${Math.min(...secondsLeft)} more seconds`
}

/** Says why entries for the right URL are of no use at all. */
function describeStrangers(entries: readonly CacheEntry[], query: CacheQuery, now: number): string {
  const filed = entries.filter((entry) => isFiledUnder(entry, query))
  if (filed.some((entry) => !isExpired(entry, now))) {
    return query.credentials
      ? 'what is cached was allowed without credentials, and this request includes them'
      : 'what is cached was allowed with credentials, and this request does not include them'
  }
  if (filed.length > 0) return 'what was cached for this URL has expired'
  const own = entries.filter((entry) => entry.networkPartitionKey === query.networkPartitionKey)
  return own.length > 0
    ? `what is cached was allowed to another origin than ${quote(query.origin)}`
    : `what is cached was allowed below another site than ${quote(query.networkPartitionKey)}`
}
