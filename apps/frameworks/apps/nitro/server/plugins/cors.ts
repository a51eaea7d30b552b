import { cors } from '@corsac/h3'
import { definePlugin } from 'nitro'

const middleware = cors({
  allowOrigins: ['https://app.example', 'http://localhost:*'],
  allowCredentials: true,
  allowMethods: ['PUT'],
  allowHeaders: ['content-type'],
  exposeHeaders: ['x-total'],
})

export default definePlugin(({ h3 }) => {
  h3?.['~middleware'].unshift(middleware)
})
