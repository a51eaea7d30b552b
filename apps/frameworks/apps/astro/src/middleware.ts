import { cors } from '@corsac/fetch'
import { defineMiddleware } from 'astro:middleware'

const withCors = cors({
  allowOrigins: ['https://app.example', 'http://localhost:*'],
  allowCredentials: true,
  allowMethods: ['PUT'],
  allowHeaders: ['content-type'],
  exposeHeaders: ['x-total'],
})

export const onRequest = defineMiddleware(({ request }, next) => withCors(() => next())(request))
