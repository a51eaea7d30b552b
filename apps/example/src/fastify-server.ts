import type { Server } from 'node:http'
import type { CorsPolicy } from '@corsac/core'
import { cors } from '@corsac/fastify'
import fastify from 'fastify'
import type { PenguinApi } from './penguin-api.ts'

/** The penguins on Fastify. */
export async function createFastifyServer(policy: CorsPolicy, api: PenguinApi): Promise<Server> {
  const app = fastify()
  await app.register(cors(policy))
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_, body, done) => {
    done(null, body)
  })
  app.all('/*', (request, reply) => {
    const { method, url, headers, body } = request
    const answer = api({ method, url, headers, body: typeof body === 'string' ? body : '' })
    return reply.code(answer.status).headers(answer.headers).send(answer.body)
  })
  await app.ready()
  return app.server
}
