import { byteLowercase } from './byte-case.ts'
import type { Exchange } from './exchange.ts'
import { extractHeaderListValues } from './extract-header-list-values.ts'
import { getHeader, headerValues } from './header-list.ts'
import { locationUrl } from './location-url.ts'
import { quote } from './quote.ts'
import type { AnsweredMessage } from './remedy-fields.ts'

/** Says what to know about a response that is not shared with the origin of its request. */
export function adviseOnOrigin({ purpose, request, response }: AnsweredMessage, exchange: Exchange): string {
  const origin = getHeader(request.headers, 'origin') ?? 'null'
  const credentialed = exchange.request.credentials === 'include'
  if (origin === 'null') return adviseOnNull(request.url, exchange)
  const values = headerValues(response.headers, 'access-control-allow-origin')
  const [allowed = ''] = values
  if (values.length > 1) {
    return `${values.length} fields came, perhaps one of the application and one of a proxy: let only one of them send it.`
  }
  if (values.length === 0) {
    const everywhere = purpose === 'preflight' ? '' : `Errors and redirects need ${credentialed ? 'them' : 'it'} too.`
    const wildcard = credentialed ? '' : '"*" in place of the origin allows every origin.'
    return [everywhere, wildcard].filter((sentence) => sentence !== '').join(' ')
  }
  if (allowed === '*')
    return 'With credentials "*" never counts: answer with the origin of the request, if you trust it.'
  if (allowed === origin)
    return 'It has to be exactly "true". A page that needs no cookies can leave the credentials out.'
  return 'It has to be the origin of the request, byte for byte: no list, no pattern, no slash. Keep a list of the origins that you trust, and answer with the one that asks.'
}

/** Says why the origin `null` is better not allowed, and how to do without it. */
export function adviseOnNull(url: string, { page, request }: Exchange): string {
  const way =
    page.origin === 'null'
      ? 'serve the page from an origin of its own, without a sandbox'
      : `fetch ${quote(url)} directly, because redirects across origins make the origin "null"`
  return request.credentials === 'include'
    ? `Every website can have the origin "null", so do not allow it with credentials: ${way}.`
    : `Every website can have the origin "null", so "*" says the same more clearly. Otherwise ${way}.`
}

/** Says what to know about the response to a preflight whose status is not ok. */
export function adviseOnPreflightStatus({ request, response }: AnsweredMessage): string {
  const { headers, status } = response
  const location = locationUrl(new URL(request.url), headers)
  if (status >= 300 && status < 400) {
    const detour = location instanceof URL ? `, or let the page fetch ${quote(location.href)} itself` : ''
    return `A preflight follows no redirect. Answer OPTIONS without one${detour}.`
  }
  if (status === 401 || status === 403 || status === 407) {
    return 'A preflight carries no credentials. Answer OPTIONS before authentication is asked for.'
  }
  if (status === 404 || status === 405 || status === 501) {
    return 'Nothing answers OPTIONS at this URL. Route it to whatever handles CORS, before the routes themselves.'
  }
  return status >= 500
    ? 'The server fails on OPTIONS: its log will tell why. Answer it before the routes themselves.'
    : 'Answer OPTIONS before the routes themselves.'
}

/** Says what to know about lists that do not allow what a preflight asks for. */
export function adviseOnLists(
  name: 'access-control-allow-methods' | 'access-control-allow-headers',
  { request: asked, response }: AnsweredMessage,
  { request }: Exchange,
): string {
  const values = extractHeaderListValues(name, response.headers)
  if (values === 'failure') return 'A browser reads names with commas between them, and nothing else.'
  if (request.credentials === 'include' && values?.includes('*') === true) {
    return '"*" is no wildcard where credentials are included: list by name.'
  }
  if (name === 'access-control-allow-headers') return 'Case does not matter. "*" covers all but Authorization.'
  const method = getHeader(asked.headers, 'access-control-request-method') ?? ''
  return method === method.toUpperCase()
    ? 'All methods but GET, HEAD and POST have to be listed, in the case in which they are sent.'
    : `"${method}" is not "${method.toUpperCase()}" to a browser: is that what the page means?`
}

/** Finds the method that a preflight asks for in a list that has it in another case. */
export function findOtherCase({ request, response }: AnsweredMessage): string | null {
  const method = byteLowercase(getHeader(request.headers, 'access-control-request-method') ?? '')
  const values = extractHeaderListValues('access-control-allow-methods', response.headers)
  if (values === null || values === 'failure') return null
  return values.find((listed) => byteLowercase(listed) === method) ?? null
}
