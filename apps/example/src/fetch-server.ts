import { createServer, type Server } from 'node:http'
import type { CorsPolicy } from '@corsac/core'
import { cors } from '@corsac/fetch'
import { NodeRequest, sendNodeResponse } from 'srvx/node'
import type { PenguinApi } from './penguin-api.ts'

/** The penguins as a web-standard handler, which would run on Workers, Deno and Bun as it is; here srvx serves it. */
export function createFetchServer(policy: CorsPolicy, api: PenguinApi): Server {
  const handler = cors(policy)(async (request: Request) => {
    const { pathname, search } = new URL(request.url)
    const headers = Object.fromEntries(request.headers)
    const answer = api({ method: request.method, url: pathname + search, headers, body: await request.text() })
    return Response.json(answer.body, { status: answer.status, headers: answer.headers })
  })

  return createServer((req, res) => {
    void handler(new NodeRequest({ req, res })).then((response) => sendNodeResponse(res, response))
  })
}
