export { ALGORITHMS, type AlgorithmName } from './algorithm.ts'
export { appendRequestOriginHeader } from './append-request-origin-header.ts'
export type { AuthenticationEntry } from './append-stored-credentials.ts'
export {
  type CacheEntry,
  type CacheKey,
  type CacheQuery,
  isCacheEntryMatch,
  isHeaderNameCacheEntryMatch,
  isMethodCacheEntryMatch,
} from './cache-entry.ts'
export { cacheQuery } from './cache-query.ts'
export type { CheckFailed, CheckPassed, CheckResult } from './check-result.ts'
export { consoleMessage } from './console-message.ts'
export { netError, type NetError } from './console-message-net-error.ts'
export { constructRequest, type ConstructedRequest, type ConstructionReason } from './construct-request.ts'
export type { CookieContext, CookieStore, SameSiteMode } from './cookie-store.ts'
export { corsCheck, type CorsCheckReason, type CorsCheckRequest } from './cors-check.ts'
export { isCorsNonWildcardRequestHeaderName } from './cors-non-wildcard-request-header-name.ts'
export type { CorsPreflightCache } from './cors-preflight-cache.ts'
export { createCorsPreflightRequest } from './cors-preflight-request.ts'
export {
  checkCorsPreflightResponse,
  type CorsPreflightGrant,
  type CorsPreflightLists,
  type CorsPreflightReason,
  type CorsPreflightRefusal,
  type CorsPreflightResult,
} from './cors-preflight-response.ts'
export { isCorsSafelistedMethod } from './cors-safelisted-method.ts'
export { isCorsSafelistedRequestHeader } from './cors-safelisted-request-header.ts'
export { isCorsSafelistedResponseHeaderName } from './cors-safelisted-response-header-name.ts'
export { isCorsUnsafeRequestHeaderByte } from './cors-unsafe-request-header-byte.ts'
export { corsUnsafeRequestHeaderNames } from './cors-unsafe-request-header-names.ts'
export { crossOriginResourcePolicyCheck, type ResourcePolicyReason } from './cross-origin-resource-policy-check.ts'
export type { Engine, EngineQuirk } from './engine-quirk.ts'
export { engineQuirks, quirksOf } from './engine-quirk-table.ts'
export { type EngineQuirks, STANDARD_BEHAVIOUR } from './engine-quirks.ts'
export type {
  CredentialsMode,
  Exchange,
  ExchangeMessage,
  ExchangeStep,
  Outcome,
  Page,
  PageRequest,
  RedirectMode,
  RequestMode,
} from './exchange.ts'
export {
  extractHeaderListValues,
  type ExtractableHeaderName,
  type ExtractedValues,
} from './extract-header-list-values.ts'
export { extractMaxAge } from './extract-max-age.ts'
export type { FetchRequest, FetchRequestMode, RequestBody, ResponseTainting } from './fetch-request.ts'
export { corsExposedHeaderNames, type FilteringRequest, readableHeaderNames } from './filtered-response.ts'
export { type CachedPreflight, findCachedPreflight } from './find-cached-preflight.ts'
export { isForbiddenMethod } from './forbidden-method.ts'
export { isForbiddenRequestHeader } from './forbidden-request-header.ts'
export { isForbiddenResponseHeaderName } from './forbidden-response-header-name.ts'
export { decodeAndSplit, getDecodeAndSplit } from './get-decode-and-split.ts'
export { appendHeader, deleteHeaders, getHeader, type HeaderPairs } from './header-list.ts'
export { createHandlerTransport, type RequestHandler } from './handler-transport.ts'
export {
  httpRedirectFetch,
  type HttpRedirection,
  type HttpRedirectReason,
  type HttpRedirectResult,
} from './http-redirect-fetch.ts'
export { includesStoredCredentials } from './includes-stored-credentials.ts'
export { isRedirectStatus, locationUrl } from './location-url.ts'
export { chooseMainFetchBranch, type MainFetchBranch, type MainFetchPassage } from './main-fetch-branch.ts'
export { isMethod, normalizeMethod } from './method.ts'
export { parseMimeTypeEssence } from './mime-type-essence.ts'
export { navigationTaoCheck, navigationTimingAllowValues } from './navigation-tao-check.ts'
export { networkPartitionKey } from './network-partition-key.ts'
export { isNoCorsSafelistedRequestHeader } from './no-cors-safelisted-request-header.ts'
export { isSameOrigin, isSerializedOrigin } from './origin.ts'
export { fillHeaders, type FilledHeaders } from './page-headers.ts'
export type {
  QuirkAnswer,
  QuirkDemonstration,
  QuirkFetch,
  QuirkFetchEnd,
  QuirkRequestSight,
} from './quirk-demonstration.ts'
export type { ReasonCode } from './reason-code.ts'
export { createRecordedTransport } from './recorded-transport.ts'
export { redirectTaint, type RedirectTaint } from './redirect-taint.ts'
export { parseReferrerPolicy, type ReferrerPolicy } from './referrer-policy.ts'
export { type Remedy, type RequestRemedy, type ResponseRemedy, suggestRemedy } from './remedy.ts'
export { guessRegistrableDomain, type RegistrableDomain } from './registrable-domain.ts'
export { isRequestBodyHeaderName } from './request-body-header-name.ts'
export { determineSameSiteMode } from './same-site-mode.ts'
export { isRedirectTainted, type RequestOriginParts, serializeRequestOrigin } from './serialize-request-origin.ts'
export { parseSingleRangeHeaderValue, type SingleRange } from './single-range-header-value.ts'
export { isSameSite, isSchemelesslySameSite, obtainSite } from './site.ts'
export { convertHeaderNamesToSortedLowercaseSet } from './sorted-lowercase-set.ts'
export { clearCacheEntries, createCacheEntry, storePreflight } from './store-preflight.ts'
export { taoCheck, type TaoCheckRequest } from './tao-check.ts'
export type { Transport, TransportRequest, TransportResponse } from './transport.ts'
export { createUserAgent, type UserAgent, type UserAgentFetchOptions } from './user-agent.ts'
export type { UserAgentOptions } from './user-agent-state.ts'
