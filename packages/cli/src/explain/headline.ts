import {
  type CredentialsMode,
  type Exchange,
  type ExchangeMessage,
  extractHeaderListValues,
  getHeader,
  type HeaderPairs,
  type ReasonCode,
} from '@corsac/user-agent'
import { quoted } from '../printable.ts'
import { missingHeaderNames } from './missing-header-names.ts'
import { describeNoResponse } from './no-response.ts'

const ALLOW_ORIGIN = 'Access-Control-Allow-Origin'

/** Says in one sentence what an exchange comes to, and why. */
export function headline(exchange: Exchange): string {
  const { messages, outcome, reason } = exchange
  if (reason !== null) return describeReason(reason, exchange)
  const status = messages.at(-1)?.response?.status ?? 0
  return outcome === 'opaque'
    ? 'the page learns nothing of the response, not even its status.'
    : `the page gets the response, ${status}.`
}

function describeReason(reason: ReasonCode, { messages, page, request }: Exchange): string {
  const last = messages.at(-1)
  const headers = last?.response?.headers ?? []
  const status = last?.response?.status ?? 0
  const method = quoted(request.method)
  switch (reason) {
    case 'page-origin-invalid':
      return `${quoted(page.origin)} is not how a browser writes an origin.`
    case 'url-invalid':
      return `${quoted(request.url)} is not a URL.`
    case 'url-with-credentials':
      return 'there is a username or a password in the URL, for which fetch throws.'
    case 'method-not-a-token':
      return `${method} is not a method.`
    case 'method-forbidden':
      return `${method} is a method that no browser sends for a page.`
    case 'method-not-safelisted-in-no-cors':
      return `the mode "no-cors" allows GET, HEAD and POST, not ${method}.`
    case 'header-name-invalid':
      return 'a header name is not one, for which fetch throws.'
    case 'header-value-invalid':
      return 'a header value holds what no header may hold, for which fetch throws.'
    case 'body-with-get-or-head':
      return `${method} has a body, for which fetch throws.`
    case 'stream-in-no-cors':
      return 'the mode "no-cors" takes no stream as a body.'
    case 'url-scheme-not-http':
      return 'only "http" and "https" URLs can be fetched from another origin.'
    case 'mode-same-origin':
      return 'the mode "same-origin" rules this URL out.'
    case 'no-cors-redirect-mode':
      return `the mode "no-cors" does not go with the redirect mode "${request.redirect}".`
    case 'no-response':
    case 'preflight-no-response':
    case 'aborted':
      return describeNoResponse(last).headline
    case 'proxy-authentication-required':
      return 'the server answers 407, which a browser takes from nobody but a proxy.'
    case 'preflight-origin-missing':
      return status < 200 || status > 299
        ? `OPTIONS is answered with ${status}, and without ${ALLOW_ORIGIN}.`
        : `${nameResponse(last)} has no ${ALLOW_ORIGIN}.`
    case 'origin-missing':
      return `${nameResponse(last)} has no ${ALLOW_ORIGIN}.`
    case 'preflight-origin-wildcard-with-credentials':
    case 'origin-wildcard-with-credentials':
      return `${ALLOW_ORIGIN} is "*", which does not count with credentials.`
    case 'preflight-origin-mismatch':
    case 'origin-mismatch':
      return describeMismatch(last, page.origin)
    case 'preflight-credentials-not-allowed':
    case 'credentials-not-allowed': {
      const value = getHeader(headers, 'access-control-allow-credentials')
      return value === null
        ? `${nameResponse(last)} has no Access-Control-Allow-Credentials.`
        : `Access-Control-Allow-Credentials is ${quoted(value)}, not "true".`
    }
    case 'preflight-status-not-ok':
      return status >= 300 && status < 400
        ? `OPTIONS is answered with ${status}, and no browser follows a redirect of a preflight.`
        : `OPTIONS is answered with ${status}, and a preflight has to get 200 to 299.`
    case 'preflight-methods-malformed':
      return `Access-Control-Allow-Methods cannot be read: ${showValue(headers, 'access-control-allow-methods')}.`
    case 'preflight-headers-malformed':
      return `Access-Control-Allow-Headers cannot be read: ${showValue(headers, 'access-control-allow-headers')}.`
    case 'preflight-method-not-allowed':
      return `Access-Control-Allow-Methods does not list ${quoted(requestedMethod(last))}.`
    case 'preflight-authorization-not-listed':
      return isCoveredByWildcard(last, request.credentials)
        ? 'Access-Control-Allow-Headers: * does not cover "authorization", although browsers still let it.'
        : 'Access-Control-Allow-Headers does not list "authorization".'
    case 'preflight-header-not-allowed': {
      const names = missingHeaderNames(last, request.credentials)
      return `Access-Control-Allow-Headers does not list ${enumerate(names)}.`
    }
    case 'resource-policy-same-origin':
    case 'resource-policy-same-site':
      return `Cross-Origin-Resource-Policy is ${showValue(headers, 'cross-origin-resource-policy')}.`
    case 'redirect-mode-error':
      return `the server answers ${status}, and the redirect mode is "error".`
    case 'redirect-location-invalid':
      return `Location is not one valid URL: ${showValue(headers, 'location')}.`
    case 'redirect-scheme-not-http':
      return `it leads to ${showValue(headers, 'location')}, which is not an "http" or "https" URL.`
    case 'redirect-too-many':
      return describeCircle(messages)
    case 'redirect-url-with-credentials':
      return 'there is a username or a password in Location.'
    case 'redirect-body-not-replayable':
      return 'the body is a stream, which cannot be sent again.'
  }
}

function describeCircle(messages: Exchange['messages']): string {
  const urls = new Set(messages.map(({ request }) => request.url))
  if (urls.size === 1) return 'the URL redirects to itself.'
  return urls.size < messages.filter(({ purpose }) => purpose === 'actual').length
    ? `${urls.size} URLs redirect in a circle.`
    : 'the redirects do not end: a browser gives up after 20 of them.'
}

function isCoveredByWildcard(message: ExchangeMessage | undefined, credentials: CredentialsMode): boolean {
  const names = extractHeaderListValues('access-control-allow-headers', message?.response?.headers ?? [])
  return credentials !== 'include' && names?.includes('*') === true
}

/** Names the response that is at fault, by its part in the exchange and, where it is an error, by its status. */
function nameResponse(message: ExchangeMessage | undefined): string {
  const status = message?.response?.status ?? 0
  const isPreflight = message?.purpose === 'preflight'
  if (status >= 400) return `the ${status} response${isPreflight ? ' to the preflight' : ''}`
  if (isPreflight) return 'the response to the preflight'
  return status >= 300 ? `the redirect (${status})` : 'the response'
}

function describeMismatch(message: ExchangeMessage | undefined, pageOrigin: string): string {
  const fields = (message?.response?.headers ?? []).filter(
    ([name]) => name.toLowerCase() === ALLOW_ORIGIN.toLowerCase(),
  )
  const value = getHeader(message?.response?.headers ?? [], ALLOW_ORIGIN) ?? ''
  const origin = getHeader(message?.request.headers ?? [], 'origin') ?? 'null'
  if (fields.length > 1)
    return `${ALLOW_ORIGIN} comes ${fields.length === 2 ? 'twice' : `${fields.length} times`}, and a browser takes one.`
  if (value === '') return `${ALLOW_ORIGIN} is empty.`
  if (value.includes(',')) return `${ALLOW_ORIGIN} is a list, and a browser takes one origin.`
  if (value === `${origin}/`) return `${ALLOW_ORIGIN} ends with a slash, which no origin does.`
  if (value.toLowerCase() === origin)
    return `${ALLOW_ORIGIN} is ${quoted(value)}, which differs from the origin by case.`
  const why = origin === 'null' && pageOrigin !== 'null' ? ', which is what redirects to other origins make of it' : ''
  return `the server allows ${quoted(value)}, not ${quoted(origin)}${why}.`
}

function requestedMethod(message: ExchangeMessage | undefined): string {
  return getHeader(message?.request.headers ?? [], 'access-control-request-method') ?? ''
}

function showValue(headers: HeaderPairs, name: string): string {
  return quoted(getHeader(headers, name) ?? '')
}

const LONGEST_ENUMERATION = 3

function enumerate(names: readonly string[]): string {
  const shown = names.slice(0, LONGEST_ENUMERATION).map(quoted).join(', ')
  return names.length > LONGEST_ENUMERATION ? `${shown} and ${names.length - LONGEST_ENUMERATION} more` : shown
}
