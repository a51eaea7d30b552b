import { describeRoutedPolicies, routedPolicies, type RoutedServer } from '@corsac/binding-exam'
import { fastify, type FastifyReply, type FastifyServerOptions } from 'fastify'
import { fastify as fastifyFloor } from 'fastify-floor'
import { cors } from './cors.ts'

async function serve(createFastify: typeof fastify, options: FastifyServerOptions = {}): Promise<RoutedServer> {
  const app = createFastify({ forceCloseConnections: true, ...options })
  await app.register(cors(routedPolicies.default))
  const named = (name: string) => (_: unknown, reply: FastifyReply) => reply.header('x-route', name).send(name)
  app.get('/api/public/:name', { config: { cors: routedPolicies.public } }, named('public'))
  app.get('/api/:name', { config: { cors: routedPolicies.own } }, named('own'))
  app.get('/private', { config: { cors: routedPolicies.private } }, named('private'))
  return { url: await app.listen({ host: '127.0.0.1', port: 0 }), close: () => app.close() }
}

describeRoutedPolicies('Fastify 5', () => serve(fastify))
describeRoutedPolicies('Fastify 5.0', () => serve(fastifyFloor))
describeRoutedPolicies('Fastify 5, lenient in every way', () =>
  serve(fastify, {
    routerOptions: {
      caseSensitive: false,
      ignoreDuplicateSlashes: true,
      ignoreTrailingSlash: true,
      maxParamLength: 10_000,
    },
    useSemicolonDelimiter: true,
  }),
)
