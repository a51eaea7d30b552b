/**
 * Everything in which an engine may differ from the standard, as far as this model knows: the knobs that the algorithms
 * read. To add one, name it here, give it the standard's value in {@link STANDARD_BEHAVIOUR}, read it in the one algorithm
 * that it changes, and say in a row of the table which engine has it otherwise.
 */
export interface EngineQuirks {
  /** Whether several fields of one name are judged as one, their values joined, instead of each by itself. */
  readonly repeatedHeadersAreJoined: boolean
  /** How many bytes the safelisted values may have together; `null` for any number. */
  readonly safelistedValuesLimit: number | null
  /** Whether bytes outside ASCII are CORS-unsafe request-header bytes. */
  readonly nonAsciiIsUnsafe: boolean
  /** Whether client hints such as `DPR` are safelisted, where their values are what they should be. */
  readonly clientHintsAreSafelisted: boolean
  /** Whether the unit of a safelisted `Range` may be written in upper case. */
  readonly rangeUnitIgnoresCase: boolean
  /** The last position of a safelisted `Range` that is understood, in digits; `null` for any. */
  readonly rangePositionLimit: string | null
  /** Whether only the browser itself may set `User-Agent`. */
  readonly userAgentIsForbidden: boolean
  /** Whether a preflight announces a header as often as the page sets it. */
  readonly repeatedHeadersAreRepeated: boolean
  /** Whether upload listeners force a preflight upon requests without a body too. */
  readonly uploadListenersNeedBody: boolean
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
  /**
   * What makes a browser forget the preflights for a URL: any network error, any but that for the redirect mode `error`, one
   * of a preflight only, or a look-up that does not find all it needs.
   */
  readonly cacheForgetsAt: 'network-error' | 'network-error-but-redirect-error' | 'preflight-error' | 'failed-look-up'
  /** Whether the lists of a preflight are kept even where they do not allow the request that it was made for. */
  readonly refusedPreflightIsKept: boolean
  /** Whether requests with `If-None-Match` and the like take no notice of what is cached. */
  readonly conditionalRequestsSkipCache: boolean
  /**
   * Which requests with the origin `null` find what was allowed to another: all of them; all but those whose origin redirects
   * have tainted, which find only what was allowed to themselves; or none, and tainted ones not even that.
   */
  readonly opaqueOriginsShareCache: 'all' | 'untainted' | 'none'
  /** Whether a request that has once called for a preflight has one for every redirect. */
  readonly preflightOnEveryRedirect: boolean
  /**
   * Which headers decide about the preflight of a redirected request: those that it has, those that the page has set but
   * for what this one redirect takes away, or all that the page has set.
   */
  readonly redirectedPreflightIsFor: 'headers-sent' | 'page-headers-less-dropped' | 'page-headers'
  /** Whether a preflight has the page's origin where redirects have tainted that of the request. */
  readonly preflightOriginIsNeverTainted: boolean
  /** Whether client hints are dropped by redirects, but for those to the page's own origin where it is in the address bar. */
  readonly redirectsDropClientHints: boolean
  /**
   * When the headers of a body come back that an earlier redirect took away: never; with a status that would leave the method
   * with which a `fetch` began; or `Content-Type` with 307 and 308, and all of them on CORS requests with any status.
   */
  readonly bodyHeadersReturn: 'never' | 'with-first-method-kept' | 'type-with-method-preserved-all-with-cors'
  /** Whether an `Authorization` comes back that an earlier redirect took away. */
  readonly authorizationReturns: boolean
  /** Whether a redirect to another origin makes a `GET` of a `DELETE`. */
  readonly crossOriginDeleteBecomesGet: boolean
  /**
   * What becomes of `Origin` when a request that is none of CORS is redirected: it is chosen anew; it is kept, unless a `GET`
   * goes to another origin; or it is kept within one origin, `null` from the next one on, and dropped with the method.
   */
  readonly redirectedOrigin: 'anew' | 'kept' | 'kept-within-origin'
  /**
   * Whether requests with credentials from opaque origins have an `Origin`, whatever their method, where they go to the site
   * in the address bar.
   */
  readonly opaqueOriginIsShownWithCredentials: boolean
  /** Whether no redirect of a `fetch` may lead to a URL with a password, CORS or not. */
  readonly passwordInLocationIsRefused: boolean
  /** Whether a password in the `Location` of the page's own origin is refused only after the preflight for that URL. */
  readonly passwordInLocationIsRefusedLate: boolean
  /**
   * Whether the redirects of foreign servers have to allow credentials to a request that began on the page's own origin with
   * the credentials mode `same-origin`. They are checked after the preflight for where they lead.
   */
  readonly redirectsAfterOwnOriginNeedCredentials: boolean
  /** Whether the redirect mode `error` minds only redirects with a `Location` that is not empty. */
  readonly redirectErrorNeedsLocation: boolean
  /** Which locations are a network error in the redirect mode `manual`: none, those that are no URL, some that differ, FTP. */
  readonly manualRedirectFailsAt: 'nothing' | 'invalid-location' | 'repeated-location' | 'ftp'
  /** Where an empty `Location` leads: to the same URL, nowhere, so that the page gets the response, or to a network error. */
  readonly emptyLocation: 'same-url' | 'nowhere' | 'failure'
  /** What several `Location` fields come to: a network error, the one if all are equal, or one with their values joined. */
  readonly repeatedLocation: 'failure' | 'one-if-equal' | 'joined'
  /** What follows a `*` in `Access-Control-Expose-Headers` and is no header name: a failure of all of it, or ignored. */
  readonly malformedAfterExposedWildcard: 'failure' | 'ignored'
}

/** What the standard says, where a limit is left to browsers the widest: no quirks at all. */
export const STANDARD_BEHAVIOUR: EngineQuirks = {
  repeatedHeadersAreJoined: false,
  safelistedValuesLimit: 1024,
  nonAsciiIsUnsafe: false,
  clientHintsAreSafelisted: false,
  rangeUnitIgnoresCase: false,
  rangePositionLimit: null,
  userAgentIsForbidden: false,
  repeatedHeadersAreRepeated: false,
  uploadListenersNeedBody: false,
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
  cacheForgetsAt: 'network-error',
  refusedPreflightIsKept: false,
  conditionalRequestsSkipCache: false,
  opaqueOriginsShareCache: 'all',
  preflightOnEveryRedirect: false,
  redirectedPreflightIsFor: 'headers-sent',
  preflightOriginIsNeverTainted: false,
  redirectsDropClientHints: false,
  bodyHeadersReturn: 'never',
  authorizationReturns: false,
  crossOriginDeleteBecomesGet: false,
  redirectedOrigin: 'anew',
  opaqueOriginIsShownWithCredentials: false,
  passwordInLocationIsRefused: false,
  passwordInLocationIsRefusedLate: false,
  redirectsAfterOwnOriginNeedCredentials: false,
  redirectErrorNeedsLocation: false,
  manualRedirectFailsAt: 'nothing',
  emptyLocation: 'same-url',
  repeatedLocation: 'failure',
  malformedAfterExposedWildcard: 'failure',
}
