import { createServer, type Server } from 'node:http'
import type { CorsPolicy } from '@corsac/core'
import { cors } from '@corsac/express'
import express from 'express'
import type { PenguinApi } from './penguin-api.ts'

/** The penguins on Express. Its own error handler answers what throws; the CORS headers are there all the same. */
export function createExpressServer(policy: CorsPolicy, api: PenguinApi): Server {
  const app = express()
  app.use(cors(policy))
  app.use(express.text({ type: 'application/json' }))
  app.use((request, response) => {
    const { method, originalUrl: url, headers } = request
    const body: unknown = request.body
    const answer = api({ method, url, headers, body: typeof body === 'string' ? body : '' })
    response.status(answer.status).set(answer.headers).json(answer.body)
  })
  return createServer(app)
}
