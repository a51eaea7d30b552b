import type { ServerResponse } from 'node:http'
import type { ExchangeMessage } from '@corsac/user-agent'

/**
 * Reads the status and the headers of a response as they went over the wire; `null` while none have.
 *
 * `getHeaders()` knows neither what was passed to `writeHead` alone, as srvx does, nor what Node adds by itself. The
 * text that Node sent is in `_header`.
 */
export function readResponseHead(response: ServerResponse): ExchangeMessage['response'] {
  const head: unknown = Reflect.get(response, '_header')
  if (!response.headersSent || typeof head !== 'string') return null
  const [, ...lines] = head.trimEnd().split('\r\n')
  return {
    status: response.statusCode,
    headers: lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon), line.slice(colon + 1).trim()] as const
    }),
  }
}
