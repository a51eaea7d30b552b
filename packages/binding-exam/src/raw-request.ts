import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

/** The head of a response, as it came. */
export interface RawResponse {
  readonly status: number
  /** Names in lower case; the same name again where it came again. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
}

/**
 * Sends a request that no HTTP client would send: header values go over the wire byte for byte, as UTF-8.
 *
 * @param url Where the server listens.
 */
export async function rawRequest(
  url: string,
  method: string,
  path: string,
  headers: readonly (readonly [name: string, value: string])[],
): Promise<RawResponse> {
  const { hostname, port, host } = new URL(url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  const ownHost = headers.some(([name]) => name.toLowerCase() === 'host') ? [] : [['Host', host]]
  const lines = [...ownHost, ['Connection', 'close'], ...headers].map(([name = '', value = '']) => `${name}: ${value}`)
  socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
  return parseResponse(await text(socket))
}

function parseResponse(received: string): RawResponse {
  const [head = '', ...rest] = received.split('\r\n\r\n')
  const [statusLine = '', ...lines] = head.split('\r\n')
  return {
    status: Number(statusLine.split(' ')[1]),
    headers: lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    }),
    body: rest.join('\r\n\r\n'),
  }
}
