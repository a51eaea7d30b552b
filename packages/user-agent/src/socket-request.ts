import { type ClientRequest, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { ConnectionOptions } from 'node:tls'
import { byteLowercase } from './byte-case.ts'
import type { HeaderPairs } from './header-list.ts'
import type { TransportRequest } from './transport.ts'

/** Whom to trust at the other end of an encrypted connection. */
export type TlsTrust = Pick<ConnectionOptions, 'ca' | 'rejectUnauthorized'>

/** The methods to which `node:http` gives no framing where there is no body; to others it would give a chunked one. */
const METHODS_WITHOUT_FRAMING: ReadonlySet<string> = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'TRACE'])

/**
 * Opens a connection for one request and puts its fields on the wire as they are given. The body is still to be written.
 *
 * Only `Host`, the framing and `Connection: close` are added, where they are absent. `bodyLength` is `null` where there is
 * no body, and `unknown` for a stream.
 */
export function openSocketRequest(
  { headers, method, url }: TransportRequest,
  bodyLength: number | 'unknown' | null,
  tls: TlsTrust = {},
): ClientRequest {
  const target = new URL(url)
  const fields = frame(target, method, headers, bodyLength)
  const start = target.protocol === 'https:' ? requestHttps : requestHttp
  const options = { ...tls, method, agent: false, auth: null, setHost: false }
  if (method === method.toUpperCase()) return start(target, { ...options, headers: fields.flat() })

  // Node upper-cases the method as soon as it is given the header fields, yet `patch` is not `PATCH` to a server. Set one
  // by one they leave time to put the method right; fields of one name then follow upon each other.
  const outgoing = start(target, options)
  outgoing.method = method
  for (const [name, value] of fields) outgoing.appendHeader(name, value)
  return outgoing
}

/** Pairs up names and values as Node lists them, one after the other. */
export function pairUp(rawHeaders: readonly string[]): HeaderPairs {
  return rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as const] : []))
}

/** Says why there is no response. A host with several addresses fails with one error for each and no message. */
export function describeSocketError(error: Error): string {
  const errors: readonly unknown[] = error instanceof AggregateError ? error.errors : [error]
  return errors.map((one) => (one instanceof Error ? one.message : String(one))).join('; ')
}

/** Adds the fields without which there is no HTTP message. */
function frame(target: URL, method: string, headers: HeaderPairs, bodyLength: number | 'unknown' | null): HeaderPairs {
  const names = new Set(headers.map(([name]) => byteLowercase(name)))
  const isFramed = names.has('content-length') || names.has('transfer-encoding')
  return [
    ...(names.has('host') ? [] : [['Host', target.host] as const]),
    ...headers,
    ...(isFramed ? [] : frameBody(method, bodyLength)),
    ...(names.has('connection') ? [] : [['Connection', 'close'] as const]),
  ]
}

function frameBody(method: string, bodyLength: number | 'unknown' | null): HeaderPairs {
  if (bodyLength === 'unknown') return [['Transfer-Encoding', 'chunked']]
  if (bodyLength === null && METHODS_WITHOUT_FRAMING.has(method)) return []
  return [['Content-Length', String(bodyLength ?? 0)]]
}
