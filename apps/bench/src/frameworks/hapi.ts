import { cors as corsac } from '@corsac/hapi'
import { type Lifecycle, type RouteOptionsCors, server as createServer, type Server } from '@hapi/hapi'
import type { BenchPolicy } from './bench-policy.ts'
import { writeByHand } from './by-hand.ts'
import { corsacConfig } from './corsac-config.ts'
import { BODY, type FrameworkBench, TYPE } from './framework-bench.ts'
import { createNodeApp } from './node-app.ts'
import { versionOf } from './version-of.ts'

/** hapi, whose usual package is hapi itself. */
export const hapiBench: FrameworkBench = {
  name: 'hapi',
  packages: { framework: versionOf('@hapi/hapi'), peer: `${versionOf('@hapi/hapi')}, route.options.cors` },
  create: async (kind, policy) => {
    const server = createServer({
      host: '127.0.0.1',
      port: 0,
      debug: false,
      ...(kind === 'peer' && { routes: { cors: ownCors(policy) } }),
    })
    if (kind === 'corsac') await server.register(corsac(corsacConfig(policy)))
    if (kind === 'inline') setInline(server, policy)
    // hapi's own answer to preflights looks for the route of the method that is asked for.
    server.route({ method: ['GET', 'PUT'], path: '/', handler: (_, h) => h.response(BODY).type(TYPE) })
    // A route for OPTIONS would take the place of hapi's own answer to preflights.
    if (kind !== 'peer')
      server.route({
        method: 'OPTIONS',
        path: '/',
        handler: (_, h) => h.response().code(204),
        options: { payload: { parse: false, output: 'stream' } },
      })
    await server.initialize()
    return {
      ...createNodeApp((request, response) => {
        server.listener.emit('request', request, response)
      }),
      // On its own socket: a server that was not started closes every connection with its response.
      listen: async () => {
        await server.start()
        return { port: Number(server.info.port), close: () => server.stop({ timeout: 0 }) }
      },
    }
  },
}

function ownCors({ credentials, exposed, headers, maxAge, origins }: BenchPolicy): RouteOptionsCors {
  return {
    origin: origins === '*' ? ['*'] : 'subdomainsOf' in origins ? [`https://*.${origins.subdomainsOf}`] : [...origins],
    credentials,
    headers: [...headers],
    exposedHeaders: [...exposed],
    maxAge,
  }
}

function setInline(server: Server, policy: BenchPolicy): void {
  const { actual, allows, fixedOrigin, preflight } = writeByHand(policy)
  server.ext('onRequest', (request, h): Lifecycle.ReturnValue => {
    const { origin } = request.raw.req.headers
    if (request.method !== 'options' || request.headers['access-control-request-method'] === undefined)
      return h.continue
    const isAllowed = fixedOrigin !== undefined || (origin !== undefined && allows(origin))
    const response = h.response().code(isAllowed ? 204 : 403)
    if (fixedOrigin === undefined) response.header('vary', 'Origin')
    if (isAllowed) {
      response.header('access-control-allow-origin', fixedOrigin ?? origin ?? '')
      for (const [name, value] of preflight) response.header(name, value)
    }
    return response.takeover()
  })
  server.ext('onPreResponse', ({ method, raw, response }, h) => {
    const { origin } = raw.req.headers
    if (method === 'options' || 'isBoom' in response) return h.continue
    if (fixedOrigin === undefined) response.header('vary', 'Origin')
    if (fixedOrigin !== undefined || (origin !== undefined && allows(origin))) {
      response.header('access-control-allow-origin', fixedOrigin ?? origin ?? '')
      for (const [name, value] of actual) response.header(name, value)
    }
    return h.continue
  })
}
