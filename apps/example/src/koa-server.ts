import { createServer, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import type { CorsPolicy } from '@corsac/core'
import { cors } from '@corsac/koa'
import Koa from 'koa'
import type { PenguinApi } from './penguin-api.ts'

/** The penguins on Koa, which clears all headers when something throws; the CORS headers are there all the same. */
export function createKoaServer(policy: CorsPolicy, api: PenguinApi): Server {
  const app = new Koa()
  app.use(cors(policy))
  app.use(async (context) => {
    const { method, url, headers } = context
    const answer = api({ method, url, headers, body: await text(context.req) })
    context.status = answer.status
    context.set(answer.headers)
    context.body = JSON.stringify(answer.body)
    context.type = 'application/json'
  })
  const handle = app.callback()
  return createServer((request, response) => {
    void handle(request, response)
  })
}
