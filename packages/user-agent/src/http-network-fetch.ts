import { errorMessage } from './error-message.ts'
import type { ExchangeMessage } from './exchange.ts'
import { recordStep } from './fetch-log.ts'
import type { FetchParams } from './fetch-params.ts'
import type { FetchRequest } from './fetch-request.ts'
import { getHeader } from './header-list.ts'
import { serializeWithoutFragment } from './origin.ts'
import { quote } from './quote.ts'
import { storeResponseCookies } from './store-response-cookies.ts'
import type { TransportRequest, TransportResponse } from './transport.ts'
import { ABORTED, isAborted, untilAborted } from './until-aborted.ts'

/** What the network gives: a response, or the reason why there is none. */
export type NetworkResult =
  | { readonly response: TransportResponse; readonly reason: null }
  | { readonly response: null; readonly reason: 'aborted' | 'no-response' }

/**
 * Puts one request on the wire, writes down what comes back, and stores the cookies of the response.
 *
 * @see https://fetch.spec.whatwg.org/#concept-http-network-fetch
 */
export async function httpNetworkFetch(
  request: FetchRequest,
  purpose: ExchangeMessage['purpose'],
  params: FetchParams,
): Promise<NetworkResult> {
  const { log, signal } = params
  if (isAborted(signal)) {
    recordStep(log, 'HTTP-network fetch', 'fail', ABORTED)
    return { response: null, reason: 'aborted' }
  }
  const { body, headers, method, url } = request
  const sent = { method, url: serializeWithoutFragment(url), headers }
  const content = body?.source ?? body?.streamed ?? null
  const answer = await send({ ...sent, ...(content === null ? {} : { body: content }) }, params)
  if (typeof answer === 'string') {
    log.messages.push({ purpose, request: sent, response: null, error: answer })
    recordStep(log, 'HTTP-network-or-cache fetch', 'fail', `${describe(request)} failed: ${quote(answer)}`)
    return { response: null, reason: isAborted(signal) ? 'aborted' : 'no-response' }
  }
  const { status } = answer
  const response = { status, headers: answer.headers, ...(answer.body === undefined ? {} : { body: answer.body }) }
  log.messages.push({ purpose, request: sent, response })
  recordStep(
    log,
    'HTTP-network-or-cache fetch',
    'info',
    `${describe(request)} got a response with the status ${status}`,
  )
  await storeResponseCookies(request, answer.headers, params)
  return { response: answer, reason: null }
}

/** Resolves to the response or, where there is none, to why. */
async function send(
  request: TransportRequest,
  { signal, transport }: FetchParams,
): Promise<TransportResponse | string> {
  try {
    return await untilAborted(transport(signal === undefined ? request : { ...request, signal }), signal)
  } catch (error) {
    return errorMessage(error, 'the transport gave no reason')
  }
}

function describe({ headers, method, url }: FetchRequest): string {
  const origin = getHeader(headers, 'origin')
  const cookie = getHeader(headers, 'cookie')
  return [
    `${method} ${quote(serializeWithoutFragment(url))}`,
    origin === null ? 'without an Origin' : `with the Origin ${quote(origin)}`,
    ...(cookie === null ? [] : [`and the Cookie ${quote(cookie)}`]),
  ].join(' ')
}
