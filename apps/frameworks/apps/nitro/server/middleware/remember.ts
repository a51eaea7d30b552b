import { defineMiddleware } from 'nitro'
import { seen } from '../seen.ts'

export default defineMiddleware(({ req, url }) => {
  seen.push(`${req.method} ${url.pathname}`)
})
