import { cors } from '@corsac/fetch'
import { createYoga } from 'graphql-yoga'
import { plugins } from './plugins.ts'
import { schema } from './schema.ts'

const withCors = cors({
  allowOrigins: ['https://app.example', 'http://localhost:*'],
  allowCredentials: true,
  allowMethods: ['PUT'],
  allowHeaders: ['content-type'],
  exposeHeaders: ['x-total'],
})

const yoga = createYoga({ schema, plugins, cors: false })

export default {
  fetch: withCors((request) => yoga.fetch(request)),
}
