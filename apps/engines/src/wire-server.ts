import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import type { HeaderPairs } from '@corsac/user-agent'
import type { WireRequest, WireResponse } from './stage.ts'

/** An HTTP/1.1 server that is written here because `node:http` takes no method that it does not know. */
export interface WireServer {
  readonly port: number
  close(): Promise<void>
}

/** Answers one request; `origin` is the server's own, as the client names it. */
export type WireHandler = (request: WireRequest) => WireResponse

const END_OF_HEAD = '\r\n\r\n'

/**
 * Starts a server on a free port of 127.0.0.1 that reads requests byte for byte and writes responses field by field as
 * they are given. Bytes are isomorphic strings, in and out.
 */
export async function startWireServer(handler: WireHandler): Promise<WireServer> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // A browser that closes a connection in the middle of things has its reasons.
    socket.on('error', () => undefined)
    serve(socket, handler)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return { port: portOf(server), close: () => close(server, sockets) }
}

function serve(socket: Socket, handler: WireHandler): void {
  let pending = ''
  socket.setEncoding('latin1')
  socket.setNoDelay(true)
  socket.on('data', (chunk: string) => {
    pending += chunk
    for (let message = read(pending); message !== null; message = read(pending)) {
      pending = message.rest
      socket.write(write(handler(message.request), message.request.method), 'latin1')
    }
  })
}

/** Reads the first request of what has come in; `null` while it is not complete. */
function read(text: string): { readonly request: WireRequest; readonly rest: string } | null {
  const end = text.indexOf(END_OF_HEAD)
  if (end === -1) return null
  const [start = '', ...lines] = text.slice(0, end).split('\r\n')
  const [method = '', path = ''] = start.split(' ')
  const headers = lines.map(readField)
  const rest = text.slice(end + END_OF_HEAD.length)
  const length = Number(valueOf(headers, 'content-length') ?? 0)
  if (rest.length < length) return null
  const url = `http://${valueOf(headers, 'host') ?? ''}${path}`
  return { request: { method, url, headers, body: rest.slice(0, length) }, rest: rest.slice(length) }
}

function readField(line: string): readonly [name: string, value: string] {
  const colon = line.indexOf(':')
  return [line.slice(0, colon), line.slice(colon + 1).replace(/^[\t ]+|[\t ]+$/g, '')]
}

function valueOf(headers: HeaderPairs, name: string): string | undefined {
  return headers.find(([other]) => other.toLowerCase() === name)?.[1]
}

function write({ status, headers, body }: WireResponse, method: string): string {
  const fields = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return `HTTP/1.1 ${status} Answer\r\n${fields}\r\n${method === 'HEAD' ? '' : body}`
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}

async function close(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  for (const socket of sockets) socket.destroy()
  await closed
}
