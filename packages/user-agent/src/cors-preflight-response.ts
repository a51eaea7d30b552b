import { byteLowercase } from './byte-case.ts'
import type { CheckFailed, CheckPassed } from './check-result.ts'
import { corsCheck, type CorsCheckReason } from './cors-check.ts'
import { isCorsNonWildcardRequestHeaderName } from './cors-non-wildcard-request-header-name.ts'
import { isCorsSafelistedMethod } from './cors-safelisted-method.ts'
import { corsUnsafeRequestHeaderNames } from './cors-unsafe-request-header-names.ts'
import { type EngineQuirks, STANDARD_BEHAVIOUR } from './engine-quirks.ts'
import { extractHeaderListValues } from './extract-header-list-values.ts'
import { extractMaxAge } from './extract-max-age.ts'
import type { FetchRequest } from './fetch-request.ts'
import { getHeader, type HeaderPairs } from './header-list.ts'
import { isSameOrigin } from './origin.ts'
import { quote, quoteList } from './quote.ts'
import { serializeRequestOrigin } from './serialize-request-origin.ts'

/** What the response to a preflight comes to. */
export type CorsPreflightResult = CorsPreflightGrant | CorsPreflightRefusal

/** What a preflight lists, for this request and, as long as it may be cached, for others. */
export interface CorsPreflightLists {
  /** The methods listed, `*` among them. */
  readonly methods: readonly string[]
  /** The header names listed, `*` among them. */
  readonly headerNames: readonly string[]
  /** For how many seconds the lists may be cached. */
  readonly maxAge: number
}

/** A preflight that allows the request that it was made for. */
export interface CorsPreflightGrant extends CheckPassed, CorsPreflightLists {}

/** A preflight that does not allow the request that it was made for. */
export interface CorsPreflightRefusal extends CheckFailed<CorsPreflightReason> {
  /** What it lists all the same; `null` where it does not come to that. */
  readonly lists: CorsPreflightLists | null
}

/** The steps of a CORS-preflight fetch that can fail once a response is there. */
export type CorsPreflightReason =
  | `preflight-${CorsCheckReason}`
  | 'preflight-status-not-ok'
  | 'preflight-methods-malformed'
  | 'preflight-headers-malformed'
  | 'preflight-method-not-allowed'
  | 'preflight-authorization-not-listed'
  | 'preflight-header-not-allowed'

/**
 * Checks whether the response to a preflight lets `request`, the one it was made for, be sent.
 *
 * These are steps 7 and 8 of CORS-preflight fetch in their order, up to the cache.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
 */
export function checkCorsPreflightResponse(
  request: FetchRequest,
  response: { readonly status: number; readonly headers: HeaderPairs },
  quirks: EngineQuirks = STANDARD_BEHAVIOUR,
): CorsPreflightResult {
  const serializedOrigin = quirks.preflightOriginIsNeverTainted ? request.origin : serializeRequestOrigin(request)
  const check = corsCheck({ serializedOrigin, credentials: request.credentials }, response.headers)
  const isOwn = quirks.preflightOriginIsNeverTainted && isSameOrigin(request.origin, request.url)
  if (!check.passed && !isOwn)
    return failed(`preflight-${check.reason}`, `the CORS check of the preflight fails: ${check.text}`)
  if (response.status < 200 || response.status > 299) {
    const hint = response.status >= 300 && response.status < 400 ? '; a preflight follows no redirect' : ''
    return failed('preflight-status-not-ok', `the preflight's status is ${response.status}, not 200 to 299${hint}`)
  }

  const methods = extractHeaderListValues('access-control-allow-methods', response.headers)
  const headerNames = extractHeaderListValues('access-control-allow-headers', response.headers)
  if (methods === 'failure') {
    const text = `${describe('Access-Control-Allow-Methods', response.headers)}, which is not a list of methods`
    return failed('preflight-methods-malformed', text)
  }
  if (headerNames === 'failure') {
    const text = `${describe('Access-Control-Allow-Headers', response.headers)}, which is not a list of header names`
    return failed('preflight-headers-malformed', text)
  }

  const lists: CorsPreflightLists = {
    methods: methods ?? methodsOfForcedPreflight(request, quirks),
    headerNames: headerNames ?? [],
    maxAge: extractMaxAge(response.headers, quirks),
  }
  const refusal =
    checkMethod(request, lists.methods, response.headers) ??
    checkAuthorization(request, lists.headerNames, response.headers, quirks) ??
    checkHeaderNames(request, lists.headerNames, response.headers, quirks)
  return refusal === null
    ? {
        passed: true,
        text: `the preflight allows ${quote(request.method)} with the headers that the page sets`,
        ...lists,
      }
    : { ...refusal, lists }
}

/** Step 4: a preflight that was made for the use-CORS-preflight flag alone can be cached like any other. */
function methodsOfForcedPreflight(
  { method, useCorsPreflight }: FetchRequest,
  { forcedPreflightAllows }: EngineQuirks,
): readonly string[] {
  if (!useCorsPreflight) return []
  return forcedPreflightAllows === 'any-method' || isCorsSafelistedMethod(method) ? [method] : []
}

function checkMethod(
  { credentials, method }: FetchRequest,
  methods: readonly string[],
  responseHeaders: HeaderPairs,
): CheckFailed<CorsPreflightReason> | null {
  if (methods.includes(method) || isCorsSafelistedMethod(method)) return null
  if (credentials !== 'include' && methods.includes('*')) return null
  const otherCase = methods.find((listed) => byteLowercase(listed) === byteLowercase(method))
  const hint =
    otherCase === undefined ? wildcardHint(methods) : `; methods differ by case, and ${quote(otherCase)} is another`
  const text = `${describe('Access-Control-Allow-Methods', responseHeaders)}, which does not allow ${quote(method)}${hint}`
  return { passed: false, reason: 'preflight-method-not-allowed', text }
}

function checkAuthorization(
  { credentials, headers, past }: FetchRequest,
  headerNames: readonly string[],
  responseHeaders: HeaderPairs,
  { wildcardCoversAuthorization }: EngineQuirks,
): CheckFailed<CorsPreflightReason> | null {
  if (!(past?.announcedHeaders ?? headers).some(([name]) => isCorsNonWildcardRequestHeaderName(name))) return null
  if (headerNames.some(isCorsNonWildcardRequestHeaderName)) return null
  if (wildcardCoversAuthorization && credentials !== 'include' && headerNames.includes('*')) return null
  const hint = headerNames.includes('*') ? ', because "*" never covers it' : ''
  const text = `${describe('Access-Control-Allow-Headers', responseHeaders)}; "authorization" has to be listed by name${hint}`
  return { passed: false, reason: 'preflight-authorization-not-listed', text }
}

function checkHeaderNames(
  { credentials, headers, past }: FetchRequest,
  headerNames: readonly string[],
  responseHeaders: HeaderPairs,
  quirks: EngineQuirks,
): CheckFailed<CorsPreflightReason> | null {
  if (credentials !== 'include' && headerNames.includes('*')) return null
  const listed = new Set(headerNames.map(byteLowercase))
  const unsafeNames = corsUnsafeRequestHeaderNames(past?.announcedHeaders ?? headers, quirks)
  const missing = unsafeNames.filter((unsafeName) => !listed.has(unsafeName))
  if (missing.length === 0) return null
  const allowed = describe('Access-Control-Allow-Headers', responseHeaders)
  const text = `${allowed}, which does not allow ${quoteList(missing)}${wildcardHint(headerNames)}`
  return { passed: false, reason: 'preflight-header-not-allowed', text }
}

function wildcardHint(values: readonly string[]): string {
  return values.includes('*') ? '; "*" is no wildcard where the credentials mode is "include"' : ''
}

function describe(name: string, headers: HeaderPairs): string {
  const value = getHeader(headers, name)
  return value === null ? `${name} is absent` : `${name} is ${quote(value)}`
}

function failed(reason: CorsPreflightReason, text: string): CorsPreflightRefusal {
  return { passed: false, reason, text, lists: null }
}
