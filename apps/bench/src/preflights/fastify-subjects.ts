import { cors as corsac } from '@corsac/fastify'
import fastifyCors from '@fastify/cors'
import { fastify, type FastifyContextConfig, type FastifyInstance } from 'fastify'
import { BODY, TYPE } from '../frameworks/framework-bench.ts'
import { versionOf } from '../frameworks/version-of.ts'
import { corsacOptions, METHODS, type PreflightApp, type PreflightSubject } from './preflight-subject.ts'

/** By default it allows the methods that need no preflight. */
const peerOptions = { methods: [...METHODS] }

/** A configuration of a route names its origins, even where they are all. */
const routeOptions = { allowOrigins: '*', ...corsacOptions } as const

/** On Fastify; there Corsac stands with one policy, and with a policy for each route as well. */
export const fastifySubjects: readonly PreflightSubject[] = [
  {
    framework: 'fastify',
    name: versionOf('@fastify/cors'),
    kind: 'peer',
    options: peerOptions,
    create: () => createApp((app) => app.register(fastifyCors, peerOptions)),
  },
  {
    framework: 'fastify',
    name: 'Corsac',
    kind: 'corsac',
    options: corsacOptions,
    create: () => createApp((app) => app.register(corsac(corsacOptions))),
  },
  {
    framework: 'fastify',
    name: 'Corsac by routes',
    kind: 'corsac',
    options: { config: { cors: routeOptions } },
    perRoute: true,
    create: () => createApp((app) => app.register(corsac()), { cors: routeOptions }),
  },
]

async function createApp(
  register: (app: FastifyInstance) => PromiseLike<unknown>,
  config: FastifyContextConfig = {},
): Promise<PreflightApp> {
  const app = fastify()
  await register(app)
  for (const method of METHODS)
    app.route({ method, url: '/items/:id', config, handler: (_, reply) => reply.type(TYPE).send(BODY) })
  await app.ready()
  return {
    listener: (request, response) => {
      app.routing(request, response)
    },
    close: () => app.close(),
  }
}
