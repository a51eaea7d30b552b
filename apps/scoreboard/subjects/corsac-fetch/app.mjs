// packages/fetch/README.md
import { serve } from 'srvx'
import { handle } from '../exam/fetch.mjs'
import { policy, switchProtocols } from '../exam/exam.mjs'
import { cors, sourceOf } from './dist/binding.js'

const pathOfRequest = ([{ url }]) => new URL(url).pathname
const server = serve({
  port: Number(process.env.PORT),
  hostname: '127.0.0.1',
  silent: true,
  fetch: cors(sourceOf(policy, pathOfRequest), { onHandlerError: () => new Response(null, { status: 500 }) })(handle),
})
await server.ready()
switchProtocols(server.node.server)
