import { byteLowercase } from './byte-case.ts'
import { type CacheEntry, type CacheQuery, isCacheEntryMatch, isCachedWildcard, isFiledUnder } from './cache-entry.ts'
import { isCorsNonWildcardRequestHeaderName } from './cors-non-wildcard-request-header-name.ts'
import type { CorsPreflightLists } from './cors-preflight-response.ts'
import { type EngineQuirks, STANDARD_BEHAVIOUR } from './engine-quirks.ts'

/**
 * Adds to a list of cache entries what a preflight allows: everything that it lists, asked for or not.
 *
 * These are steps 12 to 15 of CORS-preflight fetch. What is allowed already gets the new max-age, which is still counted
 * from when it was stored. A `*` allows everything, so that what is listed after it, or later on, makes no entry.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
 */
export function storePreflight(
  entries: readonly CacheEntry[],
  query: CacheQuery,
  { headerNames, maxAge, methods: listed }: CorsPreflightLists,
  now: number,
  quirks: EngineQuirks = STANDARD_BEHAVIOUR,
): readonly CacheEntry[] {
  if (maxAge === 0 && !quirks.zeroMaxAgeRemoves) return entries
  const grant: Grant = { query, maxAge, now, quirks }
  const earlier = quirks.newPreflightReplaces ? clearCacheEntries(entries, query) : entries
  // An engine remembers a preflight that lists nothing, too: it answers for requests that need nothing listed.
  const isRemembered = listed.length + headerNames.length > 0 || quirks.forcedPreflightNeedsCachedMethod
  const methods = isRemembered ? listed : ['GET']
  const withMethods = addUnmatched(renewMatching(earlier, METHODS, methods, grant), METHODS, methods, grant)
  const field = headerNameField(quirks)
  return addUnmatched(renewMatching(withMethods, field, headerNames, grant), field, headerNames, grant)
}

/**
 * Removes from a list of cache entries those for a site, an origin and a URL.
 *
 * @see https://fetch.spec.whatwg.org/#concept-cache-clear
 */
export function clearCacheEntries(entries: readonly CacheEntry[], query: CacheQuery): readonly CacheEntry[] {
  return entries.filter((entry) => !isFiledUnder(entry, query))
}

/**
 * Creates a cache entry for a method or for a header name; the other is `null`.
 *
 * @see https://fetch.spec.whatwg.org/#concept-cache-create-entry
 */
export function createCacheEntry(
  { credentials, networkPartitionKey, origin, url }: CacheQuery,
  maxAge: number,
  method: string | null,
  headerName: string | null,
  now: number,
): CacheEntry {
  return { networkPartitionKey, origin, url, credentials, maxAge, storedAt: now, method, headerName }
}

interface Grant {
  readonly query: CacheQuery
  readonly maxAge: number
  readonly now: number
  readonly quirks: EngineQuirks
}

/** One of the two things that an entry can allow, a method or a header name. */
interface Field {
  valueOf(entry: CacheEntry): string | null
  /** Gives the same for values that are equal. */
  canonicalize(value: string): string
  isCoveredByWildcard(value: string): boolean
  create(value: string, grant: Grant): CacheEntry
}

const METHODS: Field = {
  valueOf: ({ method }) => method,
  canonicalize: (method) => method,
  isCoveredByWildcard: () => true,
  create: (method, { maxAge, now, query }) => createCacheEntry(query, maxAge, method, null, now),
}

function headerNameField({ cachedWildcardCoversAuthorization }: EngineQuirks): Field {
  return {
    valueOf: ({ headerName }) => headerName,
    canonicalize: byteLowercase,
    isCoveredByWildcard: (name) => cachedWildcardCoversAuthorization || !isCorsNonWildcardRequestHeaderName(name),
    create: (name, { maxAge, now, query }) => createCacheEntry(query, maxAge, null, name, now),
  }
}

/** Gives the new max-age to every entry that matches one of the values: steps 12 and 14. */
function renewMatching(
  entries: readonly CacheEntry[],
  field: Field,
  values: readonly string[],
  { maxAge, now, query, quirks }: Grant,
): readonly CacheEntry[] {
  // Sets, here and below, because a server may list thousands of values.
  const listed = new Set(values.map((value) => field.canonicalize(value)))
  const isAnyCovered = values.some((value) => field.isCoveredByWildcard(value))
  const renewal = quirks.renewalRestartsLifetime ? { maxAge, storedAt: now } : { maxAge }
  return entries.map((entry) => {
    const value = field.valueOf(entry)
    if (value === null || !isCacheEntryMatch(entry, query, quirks)) return entry
    const isMatch =
      listed.has(field.canonicalize(value)) || (value === '*' && isAnyCovered && isCachedWildcard(entry, query, quirks))
    return isMatch ? { ...entry, ...renewal } : entry
  })
}

/** Adds an entry for every value that no entry matches, those that have just been added included: steps 13 and 15. */
function addUnmatched(
  entries: readonly CacheEntry[],
  field: Field,
  values: readonly string[],
  grant: Grant,
): readonly CacheEntry[] {
  const { query, quirks } = grant
  const named = new Set<string>()
  const wildcards: CacheEntry[] = []
  const note = (entry: CacheEntry): void => {
    const value = field.valueOf(entry)
    if (value === null) return
    named.add(field.canonicalize(value))
    if (value === '*' && isCachedWildcard(entry, query, quirks)) wildcards.push(entry)
  }
  const list = [...entries]
  for (const entry of entries) if (isCacheEntryMatch(entry, query, quirks)) note(entry)
  for (const value of values) {
    const isMatched = wildcards.length > 0 && field.isCoveredByWildcard(value)
    if (isMatched || named.has(field.canonicalize(value))) continue
    const entry = field.create(value, grant)
    list.push(entry)
    note(entry)
  }
  return list
}
