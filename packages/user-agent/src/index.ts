export { ALGORITHMS, type AlgorithmName } from './algorithm.ts'
export { appendRequestOriginHeader } from './append-request-origin-header.ts'
export type { CheckFailed, CheckPassed, CheckResult } from './check-result.ts'
export { constructRequest, type ConstructedRequest, type ConstructionReason } from './construct-request.ts'
export { corsCheck, type CorsCheckReason, type CorsCheckRequest } from './cors-check.ts'
export { isCorsNonWildcardRequestHeaderName } from './cors-non-wildcard-request-header-name.ts'
export { createCorsPreflightRequest } from './cors-preflight-request.ts'
export {
  checkCorsPreflightResponse,
  type CorsPreflightGrant,
  type CorsPreflightReason,
  type CorsPreflightResult,
} from './cors-preflight-response.ts'
export { isCorsSafelistedMethod } from './cors-safelisted-method.ts'
export { isCorsSafelistedRequestHeader } from './cors-safelisted-request-header.ts'
export { isCorsSafelistedResponseHeaderName } from './cors-safelisted-response-header-name.ts'
export { isCorsUnsafeRequestHeaderByte } from './cors-unsafe-request-header-byte.ts'
export { corsUnsafeRequestHeaderNames } from './cors-unsafe-request-header-names.ts'
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
export type { FetchRequest, FetchRequestMode, RequestBody, ResponseTainting } from './fetch-request.ts'
export { corsExposedHeaderNames, type FilteringRequest, readableHeaderNames } from './filtered-response.ts'
export { isForbiddenMethod } from './forbidden-method.ts'
export { isForbiddenRequestHeader } from './forbidden-request-header.ts'
export { isForbiddenResponseHeaderName } from './forbidden-response-header-name.ts'
export { decodeAndSplit, getDecodeAndSplit } from './get-decode-and-split.ts'
export { appendHeader, deleteHeaders, getHeader, type HeaderPairs } from './header-list.ts'
export {
  httpRedirectFetch,
  type HttpRedirection,
  type HttpRedirectReason,
  type HttpRedirectResult,
} from './http-redirect-fetch.ts'
export { isRedirectStatus, locationUrl } from './location-url.ts'
export { chooseMainFetchBranch, type MainFetchBranch, type MainFetchPassage } from './main-fetch-branch.ts'
export { isMethod, normalizeMethod } from './method.ts'
export { parseMimeTypeEssence } from './mime-type-essence.ts'
export { isNoCorsSafelistedRequestHeader } from './no-cors-safelisted-request-header.ts'
export { isSameOrigin, isSerializedOrigin } from './origin.ts'
export { fillHeaders, type FilledHeaders } from './page-headers.ts'
export type { ReasonCode } from './reason-code.ts'
export { createRecordedTransport } from './recorded-transport.ts'
export { parseReferrerPolicy, type ReferrerPolicy } from './referrer-policy.ts'
export { isRequestBodyHeaderName } from './request-body-header-name.ts'
export { isRedirectTainted, type RequestOriginParts, serializeRequestOrigin } from './serialize-request-origin.ts'
export { parseSingleRangeHeaderValue, type SingleRange } from './single-range-header-value.ts'
export { convertHeaderNamesToSortedLowercaseSet } from './sorted-lowercase-set.ts'
export { taoCheck, type TaoCheckRequest } from './tao-check.ts'
export type { Transport, TransportRequest, TransportResponse } from './transport.ts'
export { createUserAgent, type UserAgent, type UserAgentOptions } from './user-agent.ts'
