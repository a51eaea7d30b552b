import { cors as corsac } from '@corsac/fastify'
import fastifyCors from '@fastify/cors'
import { fastify, type FastifyInstance, type onRequestHookHandler } from 'fastify'
import type { BenchPolicy } from './bench-policy.ts'
import { writeByHand } from './by-hand.ts'
import { corsacConfig } from './corsac-config.ts'
import { BODY, type FrameworkBench, type Kind, TYPE } from './framework-bench.ts'
import { createNodeApp } from './node-app.ts'
import { peerOptions } from './peer-options.ts'
import { versionOf } from './version-of.ts'

/** Fastify. */
export const fastifyBench: FrameworkBench = {
  name: 'fastify',
  packages: { framework: versionOf('fastify'), peer: versionOf('@fastify/cors') },
  create: async (kind, policy) => {
    const app = fastify()
    await register(app, kind, policy)
    app.get('/', (_, reply) => reply.type(TYPE).send(BODY))
    // Its usual package has a route of its own for OPTIONS.
    if (kind !== 'peer') app.options('/', (_, reply) => reply.code(204).send())
    await app.ready()
    return createNodeApp(
      (request, response) => {
        app.routing(request, response)
      },
      () => app.close(),
    )
  },
}

async function register(app: FastifyInstance, kind: Kind, policy: BenchPolicy): Promise<void> {
  switch (kind) {
    case 'bare':
      return
    case 'inline':
      app.addHook('onRequest', inline(policy))
      return
    case 'peer':
      await app.register(fastifyCors, peerOptions(policy))
      return
    case 'corsac':
      await app.register(corsac(corsacConfig(policy)))
  }
}

function inline(policy: BenchPolicy): onRequestHookHandler {
  const { actual, allows, fixedOrigin, preflight } = writeByHand(policy)
  return (request, reply, done) => {
    const { origin } = request.headers
    const isAllowed = fixedOrigin !== undefined || (origin !== undefined && allows(origin))
    const isPreflight = request.method === 'OPTIONS' && 'access-control-request-method' in request.headers
    if (fixedOrigin === undefined) reply.header('vary', 'Origin')
    if (isAllowed) {
      reply.header('access-control-allow-origin', fixedOrigin ?? origin ?? '')
      for (const [name, value] of isPreflight ? preflight : actual) reply.header(name, value)
    }
    if (isPreflight) reply.code(isAllowed ? 204 : 403).send()
    else done()
  }
}
