import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { Transport, TransportRequest, TransportResponse } from '@corsac/user-agent'
import { createSocketTransport } from '@corsac/user-agent/node'

/** What {@link createExamTransport} can be told. */
export interface ExamTransportOptions {
  /** For how many milliseconds to wait for a response, its body included. Default 10000. */
  readonly timeout?: number
}

/**
 * Creates the transport of the examiner: sockets, on which a server may also switch to another protocol.
 *
 * A 101 is a response like others here, and the connection is closed behind it.
 */
export function createExamTransport({ timeout = 10_000 }: ExamTransportOptions = {}): Transport {
  const sockets = createSocketTransport({ timeout })
  return (request) => (asksForUpgrade(request) ? requestUpgrade(request, timeout) : sockets(request))
}

function asksForUpgrade({ headers }: TransportRequest): boolean {
  return headers.some(([name]) => name.toLowerCase() === 'upgrade')
}

function requestUpgrade(
  { headers, method, signal, url }: TransportRequest,
  timeout: number,
): Promise<TransportResponse> {
  return new Promise((resolve, reject) => {
    const target = new URL(url)
    const start = target.protocol === 'https:' ? requestHttps : requestHttp
    const fields = [['Host', target.host], ...headers]
    const options = { method, agent: false, setHost: false, headers: fields.flat(), timeout }
    const outgoing = start(target, signal === undefined ? options : { ...options, signal })
    const settle = (incoming: IncomingMessage): void => {
      resolve({ status: incoming.statusCode ?? 0, headers: pairUp(incoming.rawHeaders) })
      outgoing.destroy()
    }
    outgoing.on('upgrade', (incoming, socket) => {
      settle(incoming)
      socket.destroy()
    })
    outgoing.on('response', settle)
    outgoing.on('timeout', () => outgoing.destroy(new Error(`nothing within ${timeout} ms`)))
    outgoing.on('error', (cause) => {
      reject(new Error(`no response from ${url}: ${cause.message}`, { cause }))
    })
    outgoing.end()
  })
}

function pairUp(rawHeaders: readonly string[]): readonly (readonly [string, string])[] {
  return rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as const] : []))
}
