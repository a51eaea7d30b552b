import fastifyCors from '@fastify/cors'
import { fastify } from 'fastify'
import { BODY, TYPE } from '../../frameworks/framework-bench.ts'
import { createNodeApp } from '../../frameworks/node-app.ts'
import { versionOf } from '../../frameworks/version-of.ts'
import type { RequestSubject } from '../scale-subject.ts'

/** The usual package of Fastify. */
export const fastifySubject: RequestSubject = {
  kind: 'request',
  name: versionOf('@fastify/cors'),
  create: async (origin) => {
    const app = fastify()
    if (origin !== null) await app.register(fastifyCors, { origin })
    app.get('/', (_, reply) => reply.type(TYPE).send(BODY))
    await app.ready()
    return createNodeApp((request, response) => {
      app.routing(request, response)
    })
  },
}
