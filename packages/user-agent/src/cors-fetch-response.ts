import type { AlgorithmName } from './algorithm.ts'
import { byteLowercase } from './byte-case.ts'
import type { ArrivedResponse } from './cors-fetch-arrival.ts'
import type { Exchange, ExchangeMessage } from './exchange.ts'
import { isRedirectStatus } from './location-url.ts'

/** What a response says of itself to the page. */
type ResponseFacts = Pick<Response, 'ok' | 'redirected' | 'status' | 'type' | 'url'>

/** The type of the response that each filter leaves. */
const RESPONSE_TYPES: ReadonlyMap<string, Response['type']> = new Map<AlgorithmName, Response['type']>([
  ['basic filtered response', 'basic'],
  ['CORS filtered response', 'cors'],
  ['opaque filtered response', 'opaque'],
  ['opaque-redirect filtered response', 'opaqueredirect'],
])

/**
 * The statuses whose responses have no body.
 *
 * @see https://fetch.spec.whatwg.org/#null-body-status
 */
const NULL_BODY_STATUSES: ReadonlySet<number> = new Set([101, 103, 204, 205, 304])

/**
 * Makes the response that a page gets of the one that arrived, at the end of an exchange.
 *
 * @see https://fetch.spec.whatwg.org/#concept-filtered-response
 */
export function createCorsFetchResponse(exchange: Exchange, arrived: ArrivedResponse): Response {
  const types = exchange.steps.map(({ algorithm }) => RESPONSE_TYPES.get(algorithm))
  const type = types.findLast((found) => found !== undefined) ?? 'error'
  const { headers, request, status, statusText } = arrived
  if (exchange.outcome !== 'readable') {
    arrived.discard()
    const url = type === 'opaqueredirect' ? request.url : ''
    return present(new Response(), { ok: false, redirected: false, status: 0, type, url })
  }

  const readable = new Headers()
  for (const [name, value] of headers) {
    if (exchange.exposedHeaders.includes(byteLowercase(name))) readable.append(name, value)
  }
  const hasBody = request.method !== 'HEAD' && !NULL_BODY_STATUSES.has(status)
  if (!hasBody) arrived.discard()
  return present(new Response(hasBody ? arrived.openBody() : null, { headers: readable, statusText }), {
    ok: status >= 200 && status <= 299,
    redirected: exchange.messages.slice(0, -1).some(isFollowed),
    status,
    type,
    url: request.url,
  })
}

/** Whether a message that is not the last one redirected to the next. */
function isFollowed({ purpose, response }: ExchangeMessage): boolean {
  return purpose === 'actual' && response !== null && isRedirectStatus(response.status)
}

/** Lets a response say what only one that was fetched can say, its clones too. */
function present(response: Response, facts: ResponseFacts): Response {
  const clone = response.clone.bind(response)
  const own = { ...facts, clone: () => present(clone(), facts) }
  for (const [name, value] of Object.entries(own)) Object.defineProperty(response, name, { value })
  for (const name of ['append', 'delete', 'set']) {
    Object.defineProperty(response.headers, name, { value: refuseChange })
  }
  return response
}

function refuseChange(): never {
  throw new TypeError('The headers of a response that was fetched cannot be changed')
}
