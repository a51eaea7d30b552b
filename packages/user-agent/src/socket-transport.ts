import type { IncomingMessage } from 'node:http'
import { describeSocketError, openSocketRequest, pairUp, type TlsTrust } from './socket-request.ts'
import type { Transport, TransportResponse } from './transport.ts'

/** What {@link createSocketTransport} can be told. */
export interface SocketTransportOptions {
  /** For how many milliseconds to wait for a response, its body included. Default 10000. */
  readonly timeout?: number
  /** Whom to trust over `https`, for servers whose certificate Node does not trust by itself. */
  readonly tls?: TlsTrust
}

/**
 * Creates a transport over `node:http` and `node:https` that puts requests on the wire field by field as they are given.
 *
 * Only `Host`, `Content-Length` and `Connection: close` are added, where they are absent. Every request has a connection
 * of its own. Bodies are text in UTF-8; one that breaks off or does not end in time is given as far as it came.
 *
 * A request whose signal is aborted gives up its connection.
 *
 * What Node refuses to send, such as a control character in a header value, rejects like an unreachable server.
 */
export function createSocketTransport({ timeout = 10_000, tls = {} }: SocketTransportOptions = {}): Transport {
  return (request) =>
    new Promise((resolve, reject) => {
      const body = request.body === undefined ? null : Buffer.from(request.body)
      const outgoing = openSocketRequest(request, body?.length ?? null, tls)
      let answered = false
      const fail = (reason: string, cause?: Error): void => {
        if (!answered) reject(new Error(`no response from ${request.url}: ${reason}`, { cause }))
      }
      const timer = setTimeout(() => outgoing.destroy(new Error(`nothing within ${timeout} ms`)), timeout)

      const { signal } = request
      const abandon = (): void => {
        outgoing.destroy(new Error('nobody waits for it any more', { cause: signal?.reason }))
      }
      signal?.addEventListener('abort', abandon, { once: true })
      if (signal?.aborted === true) abandon()

      outgoing.on('response', (incoming) => {
        answered = true
        collect(incoming, resolve)
      })
      outgoing.on('error', (cause) => {
        fail(describeSocketError(cause), cause)
      })
      outgoing.on('close', () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', abandon)
        // Node gives up without an error where a server switches to another protocol.
        fail('the connection was closed')
      })
      outgoing.end(body)
    })
}

function collect(incoming: IncomingMessage, resolve: (response: TransportResponse) => void): void {
  const chunks: Buffer[] = []
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
  // A body that breaks off is an error here, and for CORS none: the head of the response is what counts.
  incoming.on('error', () => undefined)
  incoming.on('close', () => {
    const status = incoming.statusCode ?? 0
    resolve({ status, headers: pairUp(incoming.rawHeaders), body: Buffer.concat(chunks).toString() })
  })
}
