import type { RequestListener } from 'node:http'
import type { BenchApp } from './framework-bench.ts'
import { listen } from './listen.ts'
import { freshText } from './node-app.ts'

/** Drives a handler of web-standard requests; over HTTP it is served by what its framework has for Node. */
export function createWebApp(
  fetch: (request: Request) => Response | Promise<Response>,
  listener: RequestListener,
): BenchApp {
  return {
    prepare: ({ headers, method }) => {
      const request = new Request('http://api.example.com/', {
        method,
        headers: Object.entries(headers).map(([name, value]) => [name, freshText(value)]),
      })
      let response: Response | undefined
      return {
        handle: () => {
          const answer = fetch(request)
          if (answer instanceof Promise)
            return answer.then((settled) => {
              response = settled
            })
          response = answer
          return undefined
        },
        read: () => ({
          status: response?.status ?? 0,
          header: (name) => response?.headers.get(name) ?? null,
        }),
      }
    },
    listen: () => listen(listener),
  }
}
