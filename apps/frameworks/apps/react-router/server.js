import { cors } from '@corsac/fetch'
import { createRequestHandler } from 'react-router'
import { serve } from 'srvx'
import { staticMiddleware } from 'srvx/static'
import * as build from './build/server/index.js'

const withCors = cors({
  allowOrigins: ['https://app.example', 'http://localhost:*'],
  allowCredentials: true,
  allowMethods: ['PUT'],
  allowHeaders: ['content-type'],
  exposeHeaders: ['x-total'],
})

serve({
  middleware: [staticMiddleware({ dir: 'build/client' })],
  fetch: withCors(createRequestHandler(build, process.env.NODE_ENV)),
})
