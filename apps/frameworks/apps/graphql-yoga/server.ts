import { serve } from 'srvx'
import handler from './handler.ts'
import { seen } from './plugins.ts'

serve({
  hostname: '127.0.0.1',
  port: Number(process.env['PORT']),
  fetch: (request) => (new URL(request.url).pathname === '/seen' ? Response.json(seen) : handler.fetch(request)),
})
