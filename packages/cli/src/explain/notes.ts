import { consoleMessage, type Exchange, getHeader, type HeaderPairs, isSameOrigin } from '@corsac/user-agent'
import { parseUrl } from '../parse-url.ts'
import { exposureMistake } from './exposure.ts'
import { noteProbe, variesOnOrigin } from './probe.ts'

/** Lists what else is worth knowing about an exchange, and about the answer to another origin if that was asked for. */
export function notesOn(exchange: Exchange, probed: Exchange | null): readonly string[] {
  return [
    ...noteMixedContent(exchange),
    ...noteSameOrigin(exchange),
    ...exchange.steps.filter(({ algorithm }) => algorithm === 'new Request').flatMap(noteChange),
    ...noteWildcardAuthorization(exchange),
    ...noteErrorStatus(exchange),
    ...(probed === null ? noteVary(exchange) : noteProbe(exchange, probed)),
    ...noteIdleCredentials(exchange),
    ...noteNullWithCredentials(exchange),
    ...noteCookies(exchange),
    ...noteExposure(exchange),
    ...noteOpaque(exchange),
  ]
}

function noteMixedContent({ page, request }: Exchange): readonly string[] {
  const url = parseUrl(request.url)
  if (!page.origin.startsWith('https://') || url?.protocol !== 'http:') return []
  if (/^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname)) return []
  return ['The page is on https and this URL on http: browsers block that as mixed content, whatever the headers say.']
}

function noteSameOrigin({ messages, page }: Exchange): readonly string[] {
  return messages.length > 0 && messages.every(({ request }) => isSameOrigin(page.origin, new URL(request.url)))
    ? ["The URL is on the page's own origin: CORS has no part in this."]
    : []
}

function noteChange({ text, verdict }: Exchange['steps'][number]): readonly string[] {
  return verdict === 'info' ? [`${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`] : []
}

/** The one point in which all engines are more lenient than the standard. */
function noteWildcardAuthorization(exchange: Exchange): readonly string[] {
  return exchange.reason === 'preflight-authorization-not-listed' && consoleMessage(exchange, 'chromium') === null
    ? [
        'Chrome, Firefox and Safari still let "*" cover Authorization, against the standard; Firefox warns that it will stop.',
      ]
    : []
}

function noteErrorStatus({ messages, reason }: Exchange): readonly string[] {
  const status = messages.at(-1)?.response?.status ?? 0
  return reason === 'origin-missing' && status >= 400
    ? [`The status is ${status}: many servers lose their CORS headers on errors. The error itself is worth a look too.`]
    : []
}

/** Whether the server would name another origin cannot be told from one answer. */
function noteVary(exchange: Exchange): readonly string[] {
  const response = exchange.messages.at(-1)?.response
  const origin = getHeader(lastHeaders(exchange), 'access-control-allow-origin')
  return exchange.outcome === 'readable' &&
    response != null &&
    origin !== null &&
    origin !== '*' &&
    !variesOnOrigin(response)
    ? [
        'The response names the origin and does not vary on it. If it names whoever asks, it needs "Vary: Origin", or caches mix origins up: --probe asks once more and finds out.',
      ]
    : []
}

function noteIdleCredentials(exchange: Exchange): readonly string[] {
  const headers = lastHeaders(exchange)
  return exchange.outcome === 'readable' &&
    getHeader(headers, 'access-control-allow-origin') === '*' &&
    getHeader(headers, 'access-control-allow-credentials') === 'true'
    ? ['"Access-Control-Allow-Credentials: true" is idle beside "*": with credentials this response would be blocked.']
    : []
}

function noteNullWithCredentials(exchange: Exchange): readonly string[] {
  const headers = lastHeaders(exchange)
  return getHeader(headers, 'access-control-allow-origin') === 'null' &&
    getHeader(headers, 'access-control-allow-credentials') === 'true'
    ? [
        'Every website can have the origin "null", in a sandboxed frame: this server shares with all of them, credentials included.',
      ]
    : []
}

function noteCookies(exchange: Exchange): readonly string[] {
  return exchange.request.credentials !== 'include' &&
    exchange.request.mode === 'cors' &&
    noteSameOrigin(exchange).length === 0 &&
    getHeader(lastHeaders(exchange), 'set-cookie') !== null
    ? ['Set-Cookie is ignored, because the request does not include credentials.']
    : []
}

function noteExposure(exchange: Exchange): readonly string[] {
  const mistake = exposureMistake(exchange)
  if (mistake !== null) return [mistake]
  const preflight = exchange.messages.findLast(({ purpose }) => purpose === 'preflight')
  return exchange.outcome === 'readable' &&
    getHeader(preflight?.response?.headers ?? [], 'access-control-expose-headers') !== null &&
    getHeader(lastHeaders(exchange), 'access-control-expose-headers') === null
    ? ['Access-Control-Expose-Headers does nothing on the response to a preflight: send it with the response itself.']
    : []
}

function noteOpaque({ outcome, request }: Exchange): readonly string[] {
  if (outcome !== 'opaque') return []
  return [
    request.mode === 'no-cors'
      ? 'The mode "no-cors" is for images and the like, not a way around CORS: a script reads nothing in it.'
      : 'With the redirect mode "manual" a page only learns that there is a redirect.',
  ]
}

function lastHeaders({ messages }: Exchange): HeaderPairs {
  return messages.at(-1)?.response?.headers ?? []
}
