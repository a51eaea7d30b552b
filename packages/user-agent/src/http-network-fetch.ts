import { appendRequestOriginHeader } from './append-request-origin-header.ts'
import type { ExchangeMessage } from './exchange.ts'
import { recordStep } from './fetch-log.ts'
import type { FetchParams } from './fetch-params.ts'
import type { FetchRequest } from './fetch-request.ts'
import { getHeader } from './header-list.ts'
import { serializeWithoutFragment } from './origin.ts'
import { quote } from './quote.ts'
import type { Transport, TransportRequest, TransportResponse } from './transport.ts'

/**
 * Puts one request on the wire, with an `Origin` header where it has to have one, and resolves to `null` where no
 * response comes. There is no HTTP cache and no cookie jar.
 *
 * @see https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch
 */
export async function httpNetworkFetch(
  request: FetchRequest,
  purpose: ExchangeMessage['purpose'],
  { log, transport }: FetchParams,
): Promise<TransportResponse | null> {
  const { body, headers, method, url } = appendRequestOriginHeader(request)
  const sent = { method, url: serializeWithoutFragment(url), headers }
  const origin = getHeader(headers, 'origin')
  const what = `${method} ${quote(sent.url)} ${origin === null ? 'without an Origin' : `with the Origin ${quote(origin)}`}`
  const answer = await send(transport, typeof body?.source === 'string' ? { ...sent, body: body.source } : sent)
  if (typeof answer === 'string') {
    log.messages.push({ purpose, request: sent, response: null, error: answer })
    recordStep(log, 'HTTP-network-or-cache fetch', 'fail', `${what} failed: ${quote(answer)}`)
    return null
  }
  const { status } = answer
  const response = { status, headers: answer.headers, ...(answer.body === undefined ? {} : { body: answer.body }) }
  log.messages.push({ purpose, request: sent, response })
  recordStep(log, 'HTTP-network-or-cache fetch', 'info', `${what} got a response with the status ${status}`)
  return answer
}

/** Resolves to the response or, where there is none, to why. */
async function send(transport: Transport, request: TransportRequest): Promise<TransportResponse | string> {
  try {
    return await transport(request)
  } catch (error) {
    return error instanceof Error ? error.message : 'the transport gave no reason'
  }
}
