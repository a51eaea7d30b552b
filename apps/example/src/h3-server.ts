import { createServer, type Server } from 'node:http'
import type { CorsPolicy } from '@corsac/core'
import { cors } from '@corsac/h3'
import { H3 } from 'h3'
import { toNodeHandler } from 'h3/node'
import type { PenguinApi } from './penguin-api.ts'

/** The penguins on h3, which Nitro and Nuxt are made of. */
export function createH3Server(policy: CorsPolicy, api: PenguinApi): Server {
  const app = new H3({ silent: true })
  app.use(cors(policy))
  app.all('/**', async ({ req, url }) => {
    const headers = Object.fromEntries(req.headers)
    const answer = api({ method: req.method, url: url.pathname + url.search, headers, body: await req.text() })
    return Response.json(answer.body, { status: answer.status, headers: answer.headers })
  })
  return createServer(toNodeHandler(app))
}
