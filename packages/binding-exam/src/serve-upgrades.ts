import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { examEndpoints } from '@corsac/test-kit'

/**
 * Lets a server of `node:http` switch protocols where the exam asks for it. Node hands such requests over beside the
 * application, and so beside any middleware.
 */
export function serveUpgrades(server: Server): Server {
  return server.on('upgrade', ({ url }: IncomingMessage, socket: Duplex) => {
    const endpoint = examEndpoints.find(({ behaviour, path }) => behaviour === 'upgrade' && path === url)
    const fields = endpoint?.headers.map(([name, value]) => `${name}: ${value}\r\n`) ?? []
    socket.end(`HTTP/1.1 ${endpoint?.status ?? 404} Exam\r\n${fields.join('')}\r\n`)
  })
}
