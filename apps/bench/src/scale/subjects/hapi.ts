import { server as createServer } from '@hapi/hapi'
import { BODY, TYPE } from '../../frameworks/framework-bench.ts'
import { createNodeApp } from '../../frameworks/node-app.ts'
import { versionOf } from '../../frameworks/version-of.ts'
import type { RequestSubject } from '../scale-subject.ts'

/** The route option of hapi itself. */
export const hapiSubject: RequestSubject = {
  kind: 'request',
  name: `${versionOf('@hapi/hapi')}, cors`,
  create: async (origin) => {
    const server = createServer({ host: '127.0.0.1', port: 0, debug: false })
    server.route({
      method: 'GET',
      path: '/',
      handler: (_, h) => h.response(BODY).type(TYPE),
      options: origin === null ? {} : { cors: { origin } },
    })
    await server.initialize()
    return createNodeApp((request, response) => {
      server.listener.emit('request', request, response)
    })
  },
}
