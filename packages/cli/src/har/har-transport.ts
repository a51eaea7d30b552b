import {
  createRecordedTransport,
  type ExchangeMessage,
  getHeader,
  type HeaderPairs,
  type Transport,
  type TransportRequest,
  type TransportResponse,
} from '@corsac/user-agent'
import type { HarFetch, HarHop } from './har-fetch.ts'
import type { HarEntry } from './parse-har.ts'

const NO_RESPONSE = 'the file holds no response to this request'

/** What stands for the wire of a recorded call of `fetch`. */
export interface HarTransport {
  readonly transport: Transport
  /** Tells whether a message is in the file, and not one that must have been. */
  readonly isRecorded: (message: ExchangeMessage) => boolean
}

/** Creates a transport that answers from a file. A preflight that is missing there must have passed earlier. */
export function createHarTransport(hops: HarFetch['hops']): HarTransport {
  const recorded = createRecordedTransport(hops.flatMap(makeMessages))
  const granted = new Set<HeaderPairs>()
  return { transport, isRecorded: ({ response }) => response === null || !granted.has(response.headers) }

  function transport(request: TransportRequest): Promise<TransportResponse> {
    const method = getHeader(request.headers, 'access-control-request-method')
    const hop = hops.find(({ actual, preflight }) => urlOf(actual ?? preflight) === request.url)
    if (method === null || hop?.preflight !== null) return recorded(request)
    const headers: HeaderPairs = [
      ['access-control-allow-origin', getHeader(request.headers, 'origin') ?? 'null'],
      ['access-control-allow-credentials', 'true'],
      ['access-control-allow-methods', method],
      ['access-control-allow-headers', getHeader(request.headers, 'access-control-request-headers') ?? ''],
    ]
    granted.add(headers)
    return Promise.resolve({ status: 204, headers })
  }
}

function makeMessages({ actual, preflight }: HarHop): readonly ExchangeMessage[] {
  return [
    ...(preflight === null ? [] : [makeMessage('preflight', preflight)]),
    ...(actual === null ? [] : [makeMessage('actual', actual)]),
  ]
}

function makeMessage(purpose: ExchangeMessage['purpose'], entry: HarEntry): ExchangeMessage {
  const { error, method, requestHeaders: headers, responseHeaders, status } = entry
  const request = { method, url: urlOf(entry), headers }
  return status === 0
    ? { purpose, request, response: null, error: error ?? NO_RESPONSE }
    : { purpose, request, response: { status, headers: responseHeaders } }
}

/** What goes over the wire has no fragment. */
function urlOf(entry: HarEntry | null): string {
  return entry?.url.split('#', 1).join('') ?? ''
}
