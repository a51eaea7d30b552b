import type { ClientRequest, IncomingMessage } from 'node:http'
import { pipeline, Readable } from 'node:stream'
import { ACCEPTED_ENCODINGS } from './content-decoding.ts'
import { type ArrivedResponse, createArrivedResponse } from './cors-fetch-arrival.ts'
import { appendHeader, getHeader } from './header-list.ts'
import { describeSocketError, openSocketRequest, type TlsTrust } from './socket-request.ts'
import type { Transport, TransportRequest } from './transport.ts'

/** What carries the requests of one fetch, in which bodies may be streams. */
export interface CorsFetchWire {
  /** Sends a request, and resolves as soon as the head of its response is there. */
  readonly transport: Transport
  /** Hands over the last response; `null` where the last request got none. Those before it are discarded. */
  lastResponse(): ArrivedResponse | null
}

/** Creates the wire for one fetch; `upload` is its request body where that is a stream. */
export function createCorsFetchWire(upload: ReadableStream<Uint8Array> | null, tls: TlsTrust): CorsFetchWire {
  let unsent = upload
  let last: ArrivedResponse | null = null

  return {
    async transport(request) {
      last?.discard()
      last = null
      const isPreflight = getHeader(request.headers, 'access-control-request-method') !== null
      const stream = isPreflight ? null : unsent
      if (!isPreflight) unsent = null
      last = createArrivedResponse(await send(acceptEncodings(request), stream, tls), request)
      return { status: last.status, headers: last.headers }
    },
    lastResponse: () => last,
  }
}

function acceptEncodings(request: TransportRequest): TransportRequest {
  if (getHeader(request.headers, 'accept-encoding') !== null) return request
  return { ...request, headers: appendHeader(request.headers, 'Accept-Encoding', ACCEPTED_ENCODINGS) }
}

function send(
  request: TransportRequest,
  upload: ReadableStream<Uint8Array> | null,
  tls: TlsTrust,
): Promise<IncomingMessage> {
  const { body, signal, url } = request
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const bytes = body === undefined ? null : Buffer.from(body)
    const outgoing = openSocketRequest(request, upload === null ? (bytes?.length ?? null) : 'unknown', tls)
    const abort = (): void => {
      outgoing.destroy(new Error('it was aborted'))
    }
    signal?.addEventListener('abort', abort)
    outgoing.on('response', (incoming) => {
      // Whoever reads the body meets the error there, and nobody has to read it.
      incoming.on('error', () => undefined)
      resolve(incoming)
    })
    const fail = (cause: Error): void => {
      reject(new Error(`no response from ${url}: ${describeSocketError(cause)}`, { cause }))
    }
    outgoing.on('error', fail)
    outgoing.on('close', () => {
      signal?.removeEventListener('abort', abort)
      // Node gives up without an error where a server switches to another protocol.
      fail(new Error('the connection was closed'))
    })
    if (upload === null) outgoing.end(bytes)
    else pipeline(readUpload(upload, outgoing), outgoing, () => undefined)
  })
}

/** Reads a stream as Node does; where it fails, that is why the request does. */
function readUpload(upload: ReadableStream<Uint8Array>, outgoing: ClientRequest): Readable {
  return Readable.from(readChunks(upload)).on('error', (error) => outgoing.destroy(error))
}

async function* readChunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) yield chunk.value
  } finally {
    await reader.cancel()
  }
}
