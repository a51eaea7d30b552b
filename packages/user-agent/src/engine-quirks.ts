/**
 * Everything in which an engine may differ from the standard, as far as this model knows: the knobs that the algorithms
 * read. To add one, name it here, give it the standard's value in {@link STANDARD_BEHAVIOUR}, read it in the one algorithm
 * that it changes, and say in a row of the table which engine has it otherwise.
 */
export interface EngineQuirks {
  /** The longest max-age of a preflight that is kept, in seconds. */
  readonly maxAgeLimit: number
  /** How `Access-Control-Max-Age` is read: as digits alone, or as a signed integer of 64 bits. */
  readonly maxAgeSyntax: 'delta-seconds' | 'int64'
  /** For how many seconds a preflight is kept whose `Access-Control-Max-Age` cannot be read. */
  readonly malformedMaxAge: number
  /** Whether `*` in `Access-Control-Allow-Headers` covers `Authorization` where no credentials are included. */
  readonly wildcardCoversAuthorization: boolean
  /** Which methods a forced preflight without `Access-Control-Allow-Methods` allows. */
  readonly forcedPreflightAllows: 'any-method' | 'safelisted-methods'
  /** Whether a cached preflight answers for a forced one only where it lists the method. */
  readonly forcedPreflightNeedsCachedMethod: boolean
  /** The CORS-safelisted methods that a cached preflight need not list. */
  readonly methodsNotCached: readonly string[]
  /** Where a cached `*` is a wildcard: wherever it matches, depending on credentials, or nowhere. */
  readonly cachedWildcard: 'always' | 'entry-without-credentials' | 'request-without-credentials' | 'never'
  /** Whether a cached `*` covers `Authorization`. */
  readonly cachedWildcardCoversAuthorization: boolean
  /** Whether what was allowed with credentials serves requests without them too. */
  readonly credentialedEntriesServeAll: boolean
  /** Whether a preflight takes the place of the earlier one for its URL, instead of adding to it. */
  readonly newPreflightReplaces: boolean
  /** Whether the lifetime of what is allowed again starts again, instead of being measured from the first time. */
  readonly renewalRestartsLifetime: boolean
  /** Whether a preflight that may not be kept puts an end to what an earlier one allowed. */
  readonly zeroMaxAgeRemoves: boolean
  /** What makes a browser forget the preflights for a URL: any network error, or one of a preflight only. */
  readonly networkErrorForgets: 'any' | 'of-preflight'
  /** Whether the lists of a preflight are kept even where they do not allow the request that it was made for. */
  readonly refusedPreflightIsKept: boolean
}

/** What the standard says, where a limit is left to browsers the widest: no quirks at all. */
export const STANDARD_BEHAVIOUR: EngineQuirks = {
  // The greatest number of seconds that survives JSON unrounded.
  maxAgeLimit: Number.MAX_SAFE_INTEGER,
  maxAgeSyntax: 'delta-seconds',
  malformedMaxAge: 5,
  wildcardCoversAuthorization: false,
  forcedPreflightAllows: 'any-method',
  forcedPreflightNeedsCachedMethod: true,
  methodsNotCached: ['GET', 'HEAD', 'POST'],
  cachedWildcard: 'always',
  cachedWildcardCoversAuthorization: false,
  credentialedEntriesServeAll: true,
  newPreflightReplaces: false,
  renewalRestartsLifetime: false,
  zeroMaxAgeRemoves: true,
  networkErrorForgets: 'any',
  refusedPreflightIsKept: false,
}
