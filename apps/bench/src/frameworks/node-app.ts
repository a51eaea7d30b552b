import { IncomingMessage, type RequestListener, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { Writable } from 'node:stream'
import type { BenchApp, BenchExchange } from './framework-bench.ts'
import { listen } from './listen.ts'
import type { BenchRequest } from './scenario.ts'

/** Drives a listener of Node with real messages, of which none goes over a socket. */
export function createNodeApp(listener: RequestListener, close?: () => Promise<unknown>): BenchApp {
  return {
    prepare: (request) => prepareExchange(listener, request),
    listen: async () => {
      const server = await listen(listener)
      return {
        port: server.port,
        close: async () => {
          server.close()
          await close?.()
        },
      }
    },
  }
}

function prepareExchange(listener: RequestListener, { headers, method }: BenchRequest): BenchExchange {
  // One for each: frameworks listen to it until it closes.
  const request = new IncomingMessage(new Socket())
  request.method = method
  request.url = '/'
  request.httpVersion = '1.1'
  request.httpVersionMajor = 1
  request.httpVersionMinor = 1
  request.headers = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, freshText(value)]))
  request.rawHeaders = Object.entries(request.headers).flatMap(([name, value]) => [name, String(value)])
  request.push(null)
  const response = new ServerResponse(request)
  response.assignSocket(createSink())
  let ended: (() => void) | undefined
  let hasEnded = false
  const end = response.end.bind(response)
  Object.assign(response, {
    end: (chunk: unknown) => {
      end(chunk)
      hasEnded = true
      ended?.()
      return response
    },
  })
  return {
    handle: () => {
      listener(request, response)
      return hasEnded ? undefined : new Promise<void>((resolve) => (ended = resolve))
    },
    read: () => ({ status: response.statusCode, header: (name) => headOf(response).get(name) ?? null }),
  }
}

/** What takes the bytes of a response: frameworks that pipe wait for them to be taken. */
function createSink(): Socket {
  const sink: unknown = new Writable({
    write: (_chunk, _encoding, done) => {
      done()
    },
  })
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- no more is asked of the socket of a response
  return sink as Socket
}

/** The head as it would go over the socket: headers that are handed to `writeHead` are nowhere else. */
function headOf(response: ServerResponse): Headers {
  const head = '_header' in response ? String(response._header) : ''
  const [, ...lines] = head.trimEnd().split('\r\n')
  return new Headers(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]))
}

/** Makes a text as an HTTP parser does: flat, and seen by no table before. */
export function freshText(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1')
}
