import { cors } from '@corsac/fetch'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { appRouter, createContext } from './router.ts'

const withCors = cors({
  allowOrigins: ['https://app.example', 'http://localhost:*'],
  allowCredentials: true,
  allowMethods: ['PUT'],
  allowHeaders: ['content-type'],
  exposeHeaders: ['x-total'],
})

export default {
  fetch: withCors((req) => fetchRequestHandler({ endpoint: '/trpc', req, router: appRouter, createContext })),
}
