import { createServer, type Server } from 'node:http'
import type { CorsPolicy } from '@corsac/core'
import { cors } from '@corsac/hapi'
import { server as createHapi } from '@hapi/hapi'
import type { PenguinApi } from './penguin-api.ts'

/** The penguins on hapi. */
export async function createHapiServer(policy: CorsPolicy, api: PenguinApi): Promise<Server> {
  const listener = createServer()
  const hapi = createHapi({ listener, autoListen: false, debug: false })
  await hapi.register(cors(policy))
  hapi.route({
    method: '*',
    path: '/{path*}',
    options: { payload: { parse: false, output: 'data' } },
    handler: (request, h) => {
      const { method, url, payload, raw } = request
      const body = Buffer.isBuffer(payload) ? payload.toString() : ''
      const answer = api({
        method: method.toUpperCase(),
        url: url.pathname + url.search,
        headers: raw.req.headers,
        body,
      })
      const response = h.response(JSON.stringify(answer.body)).type('application/json').code(answer.status)
      for (const [name, value] of Object.entries(answer.headers)) response.header(name, value)
      return response
    },
  })
  await hapi.start()
  return listener
}
