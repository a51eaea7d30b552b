import { sourceOf } from '@corsac/binding-exam'
import type { CorsSource } from '@corsac/core'
import { type ConformanceSubject, type ExamEndpoint, examEndpoints } from '@corsac/test-kit'
import { serve } from 'srvx'
import { cors, type FetchContext } from './cors.ts'

/** A web-standard handler that takes the exam, served by srvx on Node. */
export const fetchSubject: ConformanceSubject = {
  name: '@corsac/fetch on Node (srvx)',
  lacks: { upgrade: 'On Node no Response can have the status 101.' },
  start: async (assignment) => {
    const source = sourceOf<FetchContext<readonly unknown[]>>(assignment, ([request]) => pathOf(request))
    const server = serve({
      port: 0,
      hostname: '127.0.0.1',
      silent: true,
      gracefulShutdown: false,
      fetch: cors<readonly unknown[], CorsSource<FetchContext<readonly unknown[]>>>(source, {
        onHandlerError: () => new Response(null, { status: 500 }),
      })(createApplication()),
    })
    await server.ready()
    return {
      url: new URL(server.url ?? '').origin,
      close: () => server.close(true),
    }
  },
}

function createApplication(): (request: Request) => Response {
  let handled = 0
  return (request) => {
    const endpoint = examEndpoints.find(({ path }) => path === pathOf(request))
    if (endpoint === undefined) return new Response(null, { status: 404 })
    if (endpoint.behaviour === 'count') return Response.json({ handled })
    handled++
    const { ownOptions } = endpoint
    if (request.method === 'OPTIONS' && ownOptions !== undefined) {
      return new Response(null, { status: ownOptions.status, headers: copy(ownOptions.headers) })
    }
    return endpoint.methods.includes(request.method) ? handle(endpoint) : new Response(null, { status: 405 })
  }
}

function handle(endpoint: ExamEndpoint): Response {
  if (endpoint.behaviour === 'throw') throw new Error('The handler of the exam throws')
  const body = endpoint.behaviour === 'stream' ? streamOf(endpoint.body) : endpoint.body.join('')
  return new Response(endpoint.body.length === 0 ? null : body, {
    status: endpoint.status,
    headers: copy(endpoint.headers),
  })
}

function streamOf(chunks: readonly string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk))
      controller.close()
    },
  })
}

function copy(headers: ExamEndpoint['headers']): [string, string][] {
  return headers.map(([name, value]) => [name, value])
}

function pathOf(request: Request): string {
  return new URL(request.url).pathname
}
