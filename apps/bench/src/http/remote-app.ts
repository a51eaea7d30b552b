import { type IncomingMessage, request } from 'node:http'
import type { BenchApp } from '../frameworks/framework-bench.ts'
import type { BenchRequest } from '../frameworks/scenario.ts'

/** Drives a server on the loopback address, so that it can be examined as an application is that has no socket. */
export function remoteApp(port: number): BenchApp {
  return {
    prepare: (asked) => {
      let response: IncomingMessage | undefined
      return {
        handle: async () => {
          response = await send(port, asked)
        },
        read: () => ({
          status: response?.statusCode ?? 0,
          header: (name) => response?.headersDistinct[name]?.join(', ') ?? null,
        }),
      }
    },
    listen: () => Promise.resolve({ port, close: () => undefined }),
  }
}

function send(port: number, { headers, method }: BenchRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    // On a connection of its own: how long a server keeps one open is no matter here.
    request({ host: '127.0.0.1', port, path: '/', method, headers, agent: false }, (response) => {
      response.resume().once('end', () => {
        resolve(response)
      })
    })
      .once('error', reject)
      .end()
  })
}
