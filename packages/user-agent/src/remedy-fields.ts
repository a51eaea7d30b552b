import { byteLowercase } from './byte-case.ts'
import { isCorsNonWildcardRequestHeaderName } from './cors-non-wildcard-request-header-name.ts'
import { isCorsSafelistedMethod } from './cors-safelisted-method.ts'
import type { CredentialsMode, ExchangeMessage } from './exchange.ts'
import { extractHeaderListValues } from './extract-header-list-values.ts'
import { decodeAndSplit, getDecodeAndSplit } from './get-decode-and-split.ts'
import { getHeader, type HeaderPairs } from './header-list.ts'
import { parseUrl } from './parse-url.ts'
import { isToken } from './token.ts'

/** A message that got a response. */
export interface AnsweredMessage extends ExchangeMessage {
  readonly response: NonNullable<ExchangeMessage['response']>
}

/** Tells whether a message got a response. */
export function isAnswered(message: ExchangeMessage | undefined): message is AnsweredMessage {
  return message !== undefined && message.response !== null
}

/** Makes the fields without which a response is not shared with the origin of its request; those it has are left out. */
export function sharingFields({ request, response }: AnsweredMessage, credentials: CredentialsMode): HeaderPairs {
  const origin = getHeader(request.headers, 'origin') ?? 'null'
  const allowed = getHeader(response.headers, 'access-control-allow-origin')
  const isShared = allowed === origin || (allowed === '*' && credentials !== 'include')
  return [
    ...(isShared ? [] : allowOriginFields(origin, response.headers, credentials)),
    ...(credentials !== 'include' || getHeader(response.headers, 'access-control-allow-credentials') === 'true'
      ? []
      : [['Access-Control-Allow-Credentials', 'true'] as const]),
  ]
}

/** Makes the fields without which the response to a preflight does not allow what was asked for. */
export function grantingFields({ request, response }: AnsweredMessage, credentials: CredentialsMode): HeaderPairs {
  const method = getHeader(request.headers, 'access-control-request-method') ?? ''
  const names = decodeAndSplit(getHeader(request.headers, 'access-control-request-headers') ?? '').filter(isToken)
  const isWildcard = credentials !== 'include'
  const methods = readList('access-control-allow-methods', response.headers)
  const allowed = readList('access-control-allow-headers', response.headers)
  const lowercase = allowed.values.map(byteLowercase)

  const missingMethods = isCorsSafelistedMethod(method) || covers(methods.values, method, isWildcard) ? [] : [method]
  const missingNames = names.filter(
    (name) => !covers(lowercase, name, isWildcard && !isCorsNonWildcardRequestHeaderName(name)),
  )
  return [
    ...mendList('Access-Control-Allow-Methods', methods, missingMethods, isWildcard),
    ...mendList('Access-Control-Allow-Headers', allowed, missingNames, isWildcard),
  ]
}

/** Makes the fields without which a redirect leads to a URL with a username or a password in it. */
export function locationFields({ request, response }: AnsweredMessage): HeaderPairs {
  const url = parseUrl(getHeader(response.headers, 'location') ?? '', request.url)
  if (url === null) return []
  url.username = ''
  url.password = ''
  return [['Location', url.href]]
}

function allowOriginFields(origin: string, responseHeaders: HeaderPairs, credentials: CredentialsMode): HeaderPairs {
  // Anybody can have the origin `null`: a response that is shared with it might as well say so.
  if (origin === 'null' && credentials !== 'include') return [['Access-Control-Allow-Origin', '*']]
  return [['Access-Control-Allow-Origin', origin], ...varyFields(responseHeaders)]
}

function varyFields(responseHeaders: HeaderPairs): HeaderPairs {
  const names = (getDecodeAndSplit(responseHeaders, 'vary') ?? []).filter((name) => name !== '')
  if (names.some((name) => name === '*' || byteLowercase(name) === 'origin')) return []
  return [['Vary', [...names, 'Origin'].join(', ')]]
}

interface NameList {
  readonly values: readonly string[]
  /** Whether a browser can read it, or finds none at all. */
  readonly isWellFormed: boolean
}

/** Reads a list or, where a browser cannot, what somebody seems to have meant. */
function readList(
  name: 'access-control-allow-methods' | 'access-control-allow-headers',
  responseHeaders: HeaderPairs,
): NameList {
  const values = extractHeaderListValues(name, responseHeaders)
  if (values !== 'failure') return { values: values ?? [], isWellFormed: true }
  const words = (getHeader(responseHeaders, name) ?? '').split(/[\s,;"()[\]{}]+/)
  return { values: words.filter(isToken), isWellFormed: false }
}

function covers(list: readonly string[], value: string, isWildcard: boolean): boolean {
  return list.includes(value) || (isWildcard && list.includes('*'))
}

function mendList(name: string, list: NameList, missing: readonly string[], isWildcard: boolean): HeaderPairs {
  if (missing.length === 0 && list.isWellFormed) return []
  // A `*` that is no wildcard misleads whoever reads the list.
  const kept = list.values.filter((value) => isWildcard || value !== '*')
  return [[name, [...new Set([...kept, ...missing])].join(', ')]]
}
