import { createServer, type Server } from 'node:http'
import type { CorsPolicy } from '@corsac/core'
import { cors } from '@corsac/elysia'
import { Elysia } from 'elysia'
import { NodeRequest, sendNodeResponse } from 'srvx/node'
import type { PenguinApi } from './penguin-api.ts'

/** The penguins on Elysia, which is made for Bun; here srvx serves it. */
export function createElysiaServer(policy: CorsPolicy, api: PenguinApi): Server {
  const app = new Elysia().use(cors(policy)).all(
    '/*',
    async ({ request }) => {
      const { pathname, search } = new URL(request.url)
      const headers = Object.fromEntries(request.headers)
      const answer = api({ method: request.method, url: pathname + search, headers, body: await request.text() })
      return Response.json(answer.body, { status: answer.status, headers: answer.headers })
    },
    { parse: 'none' },
  )

  return createServer((req, res) => {
    void app.handle(new NodeRequest({ req, res })).then((response) => sendNodeResponse(res, response))
  })
}
