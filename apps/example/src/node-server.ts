import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { CorsPolicy } from '@corsac/core'
import { cors } from '@corsac/node'
import type { PenguinApi } from './penguin-api.ts'

/** The penguins on nothing but `node:http`. */
export function createNodeServer(policy: CorsPolicy, api: PenguinApi): Server {
  const enforceCors = cors(policy)

  return createServer((request, response) => {
    enforceCors(request, response, () => {
      answer(api, request, response).catch((error: unknown) => {
        console.error(String(error))
        response.writeHead(500).end()
      })
    })
  })
}

async function answer(api: PenguinApi, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '', url = '', headers } = request
  const answer = api({ method, url, headers, body: await text(request) })
  response.writeHead(answer.status, { ...answer.headers, 'content-type': 'application/json' })
  response.end(JSON.stringify(answer.body))
}
