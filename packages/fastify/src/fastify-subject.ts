import { Readable } from 'node:stream'
import { serveUpgrades, sourceOf } from '@corsac/binding-exam'
import type { CorsSource } from '@corsac/core'
import { type ConformanceSubject, type ExamAssignment, type ExamEndpoint, examEndpoints } from '@corsac/test-kit'
import type { fastify, FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify'
import { cors } from './cors.ts'

/** How the subject is told the policies of single paths: by a picker, or by the options of the routes. */
type RoutePolicies = 'picker' | 'route options'

/** Makes a subject of one version of Fastify. */
export function fastifySubject(
  createFastify: typeof fastify,
  version: string,
  routePolicies: RoutePolicies = 'picker',
): ConformanceSubject {
  return {
    name: `@corsac/fastify on Fastify ${version}, with ${routePolicies}`,
    version,
    start: async (assignment) => {
      const app = createFastify()
      if (routePolicies === 'picker') {
        await app.register(cors<CorsSource<FastifyRequest>>(sourceOf(assignment, pathOf)))
        registerExam(app, () => ({}))
      } else {
        const { routes, ...config } = assignment
        await app.register(cors(config))
        registerExam(app, (path) => routeOptions(routes, path))
      }
      serveUpgrades(app.server)
      const url = await app.listen({ host: '127.0.0.1', port: 0 })
      return {
        url,
        close: async () => {
          app.server.closeAllConnections()
          await app.close()
        },
      }
    },
  }
}

function pathOf({ url }: FastifyRequest): string {
  return url.split('?')[0] ?? ''
}

function routeOptions(routes: ExamAssignment['routes'], path: string): RouteShorthandOptions {
  const policy = routes[path]
  return policy === undefined ? {} : { config: { cors: policy } }
}

function registerExam(app: FastifyInstance, optionsOf: (path: string) => RouteShorthandOptions): void {
  let handled = 0
  for (const endpoint of examEndpoints) {
    const { path, methods, ownOptions } = endpoint
    const options = optionsOf(path)
    // Node hands these over beside the application.
    if (endpoint.behaviour === 'upgrade') continue
    if (endpoint.behaviour === 'count') {
      app.get(path, options, () => ({ handled }))
      continue
    }
    if (ownOptions !== undefined) {
      app.options(path, (_, reply) => {
        handled++
        return reply.code(ownOptions.status).headers(Object.fromEntries(ownOptions.headers)).send()
      })
    }
    app.route({
      ...options,
      // Fastify makes the HEAD routes itself.
      method: methods.filter((method) => method !== 'HEAD'),
      url: path,
      handler: (_, reply) => {
        handled++
        return handle(endpoint, reply)
      },
    })
  }
}

function handle({ behaviour, status, headers, body }: ExamEndpoint, reply: FastifyReply): FastifyReply {
  const fields = Object.fromEntries(headers)
  switch (behaviour) {
    case 'throw':
      throw new Error('The handler of the exam throws')
    case 'stream':
      return reply.code(status).headers(fields).send(Readable.from(body))
    case 'write-head':
      reply.hijack().raw.writeHead(status, fields).end(body.join(''))
      return reply
    case 'respond':
    case 'upgrade':
    case 'count':
      return reply
        .code(status)
        .headers(fields)
        .send(body.length === 0 ? undefined : body.join(''))
  }
}
