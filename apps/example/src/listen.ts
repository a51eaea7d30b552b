import type { Server } from 'node:http'

const HOST = '127.0.0.1'

/** Nobody can listen on a port: something else does, or the system forbids it. */
export class PortUnavailableError extends Error {
  override readonly name = 'PortUnavailableError'
  readonly port: number

  constructor(port: number, reason: string) {
    super(`Port ${port} ${reason}`)
    this.port = port
  }
}

/**
 * Has a server listen on the loopback address alone, and resolves to the port; `0` asks for any that is free.
 *
 * @throws {PortUnavailableError} If the port cannot be had.
 */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject(toPortError(error, port))
    })
    server.listen(port, HOST, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

/** Stops a server at once, and ends the connections that browsers keep open. */
export function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })
}

function toPortError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') return new PortUnavailableError(port, 'is taken: something else listens there.')
  if (error.code === 'EACCES') return new PortUnavailableError(port, 'may not be used without more rights.')
  return error
}
