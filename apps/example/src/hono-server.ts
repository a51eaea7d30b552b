import { createServer, type Server } from 'node:http'
import type { CorsPolicy } from '@corsac/core'
import { cors } from '@corsac/hono'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import type { PenguinApi } from './penguin-api.ts'

/** The penguins on Hono, which would run on Workers, Deno and Bun as they are. */
export function createHonoServer(policy: CorsPolicy, api: PenguinApi): Server {
  const app = new Hono()
  app.use(cors(policy))
  app.all('*', async (context) => {
    const { method, raw } = context.req
    const { pathname, search } = new URL(raw.url)
    const headers = context.req.header()
    const answer = api({ method, url: pathname + search, headers, body: await raw.text() })
    return Response.json(answer.body, { status: answer.status, headers: answer.headers })
  })
  // By itself it would put a Response of its own in place of the platform's, for the other servers of the process, too.
  const handle = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  return createServer((request, response) => {
    void handle(request, response)
  })
}
