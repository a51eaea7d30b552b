import { cors as corsac } from '@corsac/hapi'
import { type RouteOptionsCors, server as createServer } from '@hapi/hapi'
import { BODY, TYPE } from '../frameworks/framework-bench.ts'
import { versionOf } from '../frameworks/version-of.ts'
import { corsacOptions, METHODS, type PreflightApp, type PreflightSubject } from './preflight-subject.ts'

/** By default it allows `Accept`, `Authorization`, `Content-Type` and `If-None-Match`. */
const ownOptions = { additionalHeaders: ['Idempotency-Key', 'Prefer'] }

/** On hapi, whose usual package is hapi itself. */
export const hapiSubjects: readonly PreflightSubject[] = [
  {
    framework: 'hapi',
    name: `route.options.cors of ${versionOf('@hapi/hapi')}`,
    kind: 'peer',
    options: ownOptions,
    create: () => createApp(ownOptions),
  },
  {
    framework: 'hapi',
    name: 'Corsac',
    kind: 'corsac',
    options: corsacOptions,
    create: () => createApp(null),
  },
]

/** @param ownCors The options of hapi's own; `null` for Corsac. */
async function createApp(ownCors: RouteOptionsCors | null): Promise<PreflightApp> {
  const server = createServer({
    host: '127.0.0.1',
    port: 0,
    debug: false,
    ...(ownCors !== null && { routes: { cors: ownCors } }),
  })
  if (ownCors === null) await server.register(corsac(corsacOptions))
  server.route({ method: [...METHODS], path: '/items/{id}', handler: (_, h) => h.response(BODY).type(TYPE) })
  await server.initialize()
  return {
    listener: (request, response) => {
      server.listener.emit('request', request, response)
    },
    close: () => server.stop({ timeout: 0 }),
  }
}
