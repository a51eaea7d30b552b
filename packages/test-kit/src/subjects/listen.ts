import type { Server } from 'node:http'
import type { RunningSubject } from './subject.ts'

/** Lets a server of `node:http` listen on a free port of the loopback address, as most subjects do. */
export function listen(server: Server): Promise<RunningSubject> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      server.off('error', reject)
      resolve({ url: `http://127.0.0.1:${portOf(server)}`, close: () => close(server) })
    })
  })
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port')
  return address.port
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error === undefined) resolve()
      else reject(error)
    })
    server.closeAllConnections()
  })
}
