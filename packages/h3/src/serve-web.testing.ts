import { createServer, type Server } from 'node:http'
import { H3 } from 'h3'
import { toNodeHandler } from 'h3/node'

/**
 * Serves an application as a runtime without `node:http` would: with plain requests. An outer application brings them over
 * from Node, and does nothing else.
 */
export function serveWeb(fetch: (request: Request) => Response | Promise<Response>): Server {
  function fetchPlain({ url, method, headers, body }: Request): Response | Promise<Response> {
    return fetch(new Request(url, { method, headers, body, duplex: 'half' }))
  }
  return createServer(toNodeHandler(new H3().mount('', fetchPlain)))
}
