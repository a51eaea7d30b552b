import { createServer } from 'node:http'
import { rawRequest, type RawResponse } from '@corsac/binding-exam'
import { listen, type RunningSubject } from '@corsac/test-kit'
import { H3, type H3Config } from 'h3'
import { toNodeHandler } from 'h3/node'
import { onTestFinished } from 'vitest'
import { serveWeb } from './serve-web.testing.ts'

export const A = 'https://a.example'
export const B = 'https://b.example'
export const EVIL = 'https://evil.example'
export const config = { allowOrigins: [A, B], allowMethods: ['PUT'], exposeHeaders: ['x-total'] }
/** The CORS headers of what is shared with A under {@link config}. */
export const SHARED = [
  ['access-control-allow-origin', A],
  ['access-control-expose-headers', 'x-total'],
]

/** Waits for a server to run, and closes it after the test. */
export async function urlOf(starting: Promise<RunningSubject>): Promise<string> {
  const running = await starting
  onTestFinished(() => running.close())
  return running.url
}

/** Serves an application on Node, as `serve()` of h3 does. */
export function serveOnNode(app: H3): Promise<string> {
  return urlOf(listen(createServer(toNodeHandler(app))))
}

/** Serves an application as on a runtime without `node:http`. */
export function serveOnWeb(app: H3): Promise<string> {
  return urlOf(listen(serveWeb((request) => app.fetch(request))))
}

/** An application that keeps what it throws on purpose from the console. */
export function createApp(options: H3Config = {}): H3 {
  return new H3({ silent: true, ...options })
}

/** The CORS headers of a response, and the others that are named. */
export function fieldsOf(
  { headers }: RawResponse,
  ...names: readonly string[]
): readonly (readonly [string, string])[] {
  return headers.filter(([name]) => names.includes(name) || name.startsWith('access-control-'))
}

/** Asks as a page would. */
export function get(url: string, path = '/', origin = A, method = 'GET'): Promise<RawResponse> {
  return rawRequest(url, method, path, [['Origin', origin]])
}

/** Asks for leave, as a browser would. */
export function preflight(url: string, path = '/', origin = A, method = 'PUT'): Promise<RawResponse> {
  return rawRequest(url, 'OPTIONS', path, [
    ['Origin', origin],
    ['Access-Control-Request-Method', method],
  ])
}

/** Collects the warnings of the process that are ours. */
export function warnings(): () => Promise<readonly string[]> {
  const collected: string[] = []
  function onWarning(warning: Error): void {
    if (warning.name === 'CorsacWarning') collected.push(warning.message)
  }
  process.on('warning', onWarning)
  return async () => {
    await new Promise((resolve) => setImmediate(resolve))
    process.off('warning', onWarning)
    return collected
  }
}
