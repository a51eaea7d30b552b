import { cors } from '@corsac/fetch'
import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { RPCHandler } from '@orpc/server/fetch'
import { ResponseHeadersPlugin } from '@orpc/server/plugins'
import { router } from './router.ts'

const plugins = [new ResponseHeadersPlugin()]
const rpc = new RPCHandler(router, { plugins })
const openapi = new OpenAPIHandler(router, { plugins })

const withCors = cors({
  allowOrigins: ['https://app.example', 'http://localhost:*'],
  allowCredentials: true,
  allowMethods: ['PUT'],
  allowHeaders: ['content-type'],
  exposeHeaders: ['x-total'],
})

export default {
  fetch: withCors(async (request) => {
    const context = { request }
    const asked = await rpc.handle(request, { prefix: '/rpc', context })
    if (asked.matched) return asked.response
    const { response } = await openapi.handle(request, { prefix: '/api', context })
    return response ?? new Response('Not found', { status: 404 })
  }),
}
