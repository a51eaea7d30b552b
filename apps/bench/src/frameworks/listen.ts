import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'

/** A server on a free port of the loopback address. */
export interface ListeningServer {
  readonly port: number
  readonly close: () => undefined
}

/** Serves a listener over HTTP. */
export async function listen(listener: RequestListener): Promise<ListeningServer> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close: () => {
      server.closeAllConnections()
      server.close()
      return undefined
    },
  }
}
