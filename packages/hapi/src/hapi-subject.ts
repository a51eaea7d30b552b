import { Readable } from 'node:stream'
import { serveUpgrades, sourceOf } from '@corsac/binding-exam'
import type { CorsSource } from '@corsac/core'
import { type ConformanceSubject, type ExamAssignment, type ExamEndpoint, examEndpoints } from '@corsac/test-kit'
import type { Lifecycle, Request, ResponseToolkit, server as createServer, Server } from '@hapi/hapi'
import { cors } from './cors.ts'

/** Without HEAD, which hapi answers by the route for GET. */
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/**
 * Makes a subject of one version of hapi.
 *
 * @param way How paths come to policies of their own: by a picker, or by the options of their routes.
 */
export function hapiSubject(
  create: typeof createServer,
  version: string,
  way: 'picker' | 'route options' = 'picker',
): ConformanceSubject {
  return {
    name: `@corsac/hapi on hapi ${version}, by ${way}`,
    version,
    start: async (assignment) => {
      // hapi otherwise writes the exam's error to the console.
      const server = create({ host: '127.0.0.1', port: 0, debug: false })
      const { routes, ...around } = assignment
      if (way === 'picker') await server.register(cors<CorsSource<Request>>(sourceOf(assignment, ({ path }) => path)))
      else await server.register(cors<CorsSource<Request>>(around))
      registerExam(server, way === 'picker' ? {} : routes)
      serveUpgrades(server.listener)
      await server.start()
      return { url: server.info.uri, close: () => server.stop({ timeout: 0 }) }
    },
  }
}

function registerExam(server: Server, policies: ExamAssignment['routes']): void {
  let handled = 0
  for (const endpoint of examEndpoints) {
    const { behaviour, methods, ownOptions, path } = endpoint
    // Node hands these over beside the application.
    if (behaviour === 'upgrade') continue
    const policy = policies[path]
    const plugins = policy === undefined ? {} : { corsac: policy }
    for (const method of METHODS.filter((each) => methods.includes(each))) {
      server.route({
        method,
        path,
        options: method === 'GET' ? { plugins } : { plugins, payload: { parse: false } },
        handler: (request, h) => {
          if (behaviour === 'count') return { handled }
          handled++
          return handle(endpoint, request, h)
        },
      })
    }
    if (ownOptions === undefined) continue
    server.route({
      method: 'OPTIONS',
      path,
      options: { plugins },
      handler: (_, h) => {
        handled++
        return respond(h, ownOptions, '')
      },
    })
  }
}

function handle(endpoint: ExamEndpoint, { raw }: Request, h: ResponseToolkit): Lifecycle.ReturnValue {
  switch (endpoint.behaviour) {
    case 'throw':
      throw new Error('The handler of the exam throws')
    case 'stream':
      return respond(h, endpoint, Readable.from(endpoint.body, { objectMode: false }))
    case 'write-head':
      raw.res.writeHead(endpoint.status, Object.fromEntries(endpoint.headers)).end(endpoint.body.join(''))
      return h.abandon
    case 'respond':
    case 'upgrade':
    case 'count':
      return respond(h, endpoint, endpoint.body.join(''))
  }
}

function respond(
  h: ResponseToolkit,
  { status, headers }: Pick<ExamEndpoint, 'status' | 'headers'>,
  body: string | Readable,
): Lifecycle.ReturnValue {
  const response = h.response(body).code(status)
  for (const [name, value] of headers) response.header(name, value)
  return response
}
