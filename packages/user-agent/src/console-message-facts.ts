import { byteLowercase } from './byte-case.ts'
import { isCorsNonWildcardRequestHeaderName } from './cors-non-wildcard-request-header-name.ts'
import type { Exchange, ExchangeMessage, Page, PageRequest } from './exchange.ts'
import { extractHeaderListValues } from './extract-header-list-values.ts'
import { decodeAndSplit } from './get-decode-and-split.ts'
import { getHeader, type HeaderPairs } from './header-list.ts'
import { isRedirectStatus, locationUrl } from './location-url.ts'
import { isSameOrigin } from './origin.ts'
import { parseUrl } from './parse-url.ts'

/** What console messages are made of. Values of the wire are raw. */
export interface ConsoleFacts {
  /** The origin of the page. */
  readonly pageOrigin: string
  /** The page's request. */
  readonly request: PageRequest
  /** The URL that was asked for last; that of the request where nothing went over the wire. */
  readonly url: string
  /** The URL that was asked for first, where redirects led to another. */
  readonly redirectedFrom: string | null
  /** The origin in the last request, which redirects may have made `null`. */
  readonly requestOrigin: string
  /** The method of the last request; that of a preflight is the one that it asks for. */
  readonly method: string
  /** The last preflight's `Access-Control-Request-Headers`, without the names that engines find allowed. */
  readonly refusedHeaderNames: readonly string[]
  /** The last response; `null` where none came. */
  readonly response: ExchangeMessage['response']
  /** Why none came. */
  readonly error: string
  /** Where the last response redirects to: a URL, its `Location` as it is where that is none, `null` where it does not. */
  readonly location: URL | string | null
  /** The URL that the request would have gone to next: where the last response redirects to, or else the last URL. */
  readonly target: string
  /** Whether the page's request is, or by a redirect became, a CORS request. */
  readonly isCorsRequest: boolean
  /** Whether a preflight allowed `Authorization` by `*` alone. */
  readonly wildcardCoversAuthorization: boolean
}

/** Takes from an exchange what console messages are made of. */
export function consoleFacts({ messages, page, request }: Exchange): ConsoleFacts {
  const first = messages[0]
  const last = messages.at(-1)
  const preflight = messages.findLast(({ purpose }) => purpose === 'preflight')
  const url = last?.request.url ?? parseUrl(request.url)?.href ?? request.url
  const response = last?.response ?? null
  const location = response === null ? null : whereTo(url, response)
  const credentialed = request.credentials === 'include'
  return {
    pageOrigin: page.origin,
    request,
    url,
    redirectedFrom: first === undefined || first.request.url === url ? null : first.request.url,
    requestOrigin: (last === undefined ? null : getHeader(last.request.headers, 'origin')) ?? page.origin,
    method: requestedMethod(last) ?? request.method,
    refusedHeaderNames: refusedHeaderNames(preflight, credentialed),
    response,
    error: last?.error ?? '',
    location,
    target: location instanceof URL ? location.href : url,
    isCorsRequest: request.mode === 'cors' && messages.some((message) => !isOwn(page, message)),
    wildcardCoversAuthorization: !credentialed && coversAuthorizationByWildcard(preflight),
  }
}

/** Gives the value of a header of the last response; `null` where it is absent. */
export function responseHeader({ response }: ConsoleFacts, name: string): string | null {
  return getHeader(response?.headers ?? [], name)
}

/**
 * Escapes what is not printable ASCII, as Chromium's console does.
 *
 * What a server sends may end up in a terminal, where a control character is a command.
 */
export function printable(value: string): string {
  return value.replace(
    /[^\x20-\x7E]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  )
}

function isOwn({ origin }: Page, { request }: ExchangeMessage): boolean {
  const url = parseUrl(request.url)
  return url !== null && isSameOrigin(origin, url)
}

function requestedMethod(message: ExchangeMessage | undefined): string | null {
  if (message === undefined) return null
  return message.purpose === 'actual'
    ? message.request.method
    : getHeader(message.request.headers, 'access-control-request-method')
}

function refusedHeaderNames(preflight: ExchangeMessage | undefined, credentialed: boolean): readonly string[] {
  const allowed = allowedHeaderNames(preflight)
  // All engines still let `*` cover `Authorization`.
  if (!credentialed && allowed.includes('*')) return []
  return requestedHeaderNames(preflight).filter((name) => !allowed.includes(name))
}

function coversAuthorizationByWildcard(preflight: ExchangeMessage | undefined): boolean {
  const allowed = allowedHeaderNames(preflight)
  return (
    allowed.includes('*') &&
    !allowed.some(isCorsNonWildcardRequestHeaderName) &&
    requestedHeaderNames(preflight).some(isCorsNonWildcardRequestHeaderName)
  )
}

function requestedHeaderNames(preflight: ExchangeMessage | undefined): readonly string[] {
  const value = getHeader(preflight?.request.headers ?? [], 'access-control-request-headers')
  return value === null ? [] : decodeAndSplit(value)
}

function allowedHeaderNames(preflight: ExchangeMessage | undefined): readonly string[] {
  const names = extractHeaderListValues('access-control-allow-headers', preflight?.response?.headers ?? [])
  return names === null || names === 'failure' ? [] : names.map(byteLowercase)
}

function whereTo(
  url: string,
  { headers, status }: { readonly headers: HeaderPairs; readonly status: number },
): URL | string | null {
  const from = isRedirectStatus(status) ? parseUrl(url) : null
  const location = from === null ? null : locationUrl(from, headers)
  return location === 'failure' ? getHeader(headers, 'location') : location
}
