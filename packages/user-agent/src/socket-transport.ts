import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { byteLowercase } from './byte-case.ts'
import type { HeaderPairs } from './header-list.ts'
import type { Transport, TransportRequest, TransportResponse } from './transport.ts'

/** What {@link createSocketTransport} can be told. */
export interface SocketTransportOptions {
  /** For how many milliseconds to wait for a response, its body included. Default 10000. */
  readonly timeout?: number
}

/** The methods to which `node:http` gives no framing where there is no body; to others it would give a chunked one. */
const METHODS_WITHOUT_FRAMING: ReadonlySet<string> = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'TRACE'])

/**
 * Creates a transport over `node:http` and `node:https` that puts requests on the wire field by field as they are given.
 *
 * Only `Host`, `Content-Length` and `Connection: close` are added, where they are absent. Every request has a connection
 * of its own. Bodies are text in UTF-8; one that breaks off or does not end in time is given as far as it came.
 *
 * What Node refuses to send, such as a control character in a header value, rejects like an unreachable server.
 */
export function createSocketTransport({ timeout = 10_000 }: SocketTransportOptions = {}): Transport {
  return (request) =>
    new Promise((resolve, reject) => {
      const body = request.body === undefined ? null : Buffer.from(request.body)
      const outgoing = open(request, body)
      let answered = false
      const fail = (reason: string, cause?: Error): void => {
        if (!answered) reject(new Error(`no response from ${request.url}: ${reason}`, { cause }))
      }
      const timer = setTimeout(() => outgoing.destroy(new Error(`nothing within ${timeout} ms`)), timeout)

      outgoing.on('response', (incoming) => {
        answered = true
        collect(incoming, resolve)
      })
      outgoing.on('error', (cause) => {
        fail(describe(cause), cause)
      })
      outgoing.on('close', () => {
        clearTimeout(timer)
        // Node gives up without an error where a server switches to another protocol.
        fail('the connection was closed')
      })
      outgoing.end(body)
    })
}

function open({ headers, method, url }: TransportRequest, body: Buffer | null): ClientRequest {
  const target = new URL(url)
  const fields = frame(target, method, headers, body)
  const start = target.protocol === 'https:' ? requestHttps : requestHttp
  const options = { method, agent: false, auth: null, setHost: false }
  if (method === method.toUpperCase()) return start(target, { ...options, headers: fields.flat() })

  // Node upper-cases the method as soon as it is given the header fields, yet `patch` is not `PATCH` to a server. Set one
  // by one they leave time to put the method right; fields of one name then follow upon each other.
  const outgoing = start(target, options)
  outgoing.method = method
  for (const [name, value] of fields) outgoing.appendHeader(name, value)
  return outgoing
}

/** Adds the fields without which there is no HTTP message. */
function frame(target: URL, method: string, headers: HeaderPairs, body: Buffer | null): HeaderPairs {
  const names = new Set(headers.map(([name]) => byteLowercase(name)))
  const isFramed = names.has('content-length') || names.has('transfer-encoding')
  const needsLength = !isFramed && (body !== null || !METHODS_WITHOUT_FRAMING.has(method))
  return [
    ...(names.has('host') ? [] : [['Host', target.host] as const]),
    ...headers,
    ...(needsLength ? [['Content-Length', String(body?.length ?? 0)] as const] : []),
    ...(names.has('connection') ? [] : [['Connection', 'close'] as const]),
  ]
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

function pairUp(rawHeaders: readonly string[]): HeaderPairs {
  return rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as const] : []))
}

/** Says why there is no response. A host with several addresses fails with one error for each and no message. */
function describe(error: Error): string {
  const errors: readonly unknown[] = error instanceof AggregateError ? error.errors : [error]
  return errors.map((one) => (one instanceof Error ? one.message : String(one))).join('; ')
}
