// https://github.com/koajs/cors#readme: a list of origins is a function there. Koa has no router; the path chooses the middleware.
import { Readable } from 'node:stream'
import cors from '@koa/cors'
import Koa from 'koa'
import { createServer } from 'node:http'
import { counter, endpoints, listen, listOf, methodsOf, originsOf, policy, routes } from '../exam/exam.mjs'

const byPath = new Map(Object.entries(routes).map(([path, own]) => [path, corsOf(own)]))
const fallback = corsOf(policy)

const app = new Koa()
app.silent = true
app.use((ctx, next) => (byPath.get(ctx.path) ?? fallback)(ctx, next))
app.use((ctx) => {
  const endpoint = endpoints.find(({ path }) => path === ctx.path)
  if (endpoint === undefined) return
  if (endpoint.behaviour === 'count') {
    ctx.body = { handled: counter.handled }
    return
  }
  counter.handled += 1
  if (ctx.method === 'OPTIONS' && endpoint.ownOptions !== undefined) respond(ctx, { ...endpoint.ownOptions, body: '' })
  else if (endpoint.methods.includes(ctx.method)) handle(ctx, endpoint)
})
listen(createServer(app.callback()))

function corsOf(own) {
  if (own === false) return (_, next) => next()
  const origins = originsOf(own)
  return cors({
    origin: Array.isArray(origins) ? (ctx) => origins.includes(ctx.get('Origin')) && ctx.get('Origin') : origins,
    credentials: own.allowCredentials,
    allowMethods: methodsOf(own),
    // An empty list is an echo of all that is asked for; this header needs no leave.
    allowHeaders: own.allowHeaders.length === 0 ? ['Accept'] : listOf(own.allowHeaders),
    exposeHeaders: listOf(own.exposeHeaders),
    // Of the two forms that it takes, the one that can say 0.
    maxAge: String(own.maxAge),
  })
}

function handle(ctx, { behaviour, body, headers, ownVary, status }) {
  switch (behaviour) {
    case 'throw':
      throw new Error('The exam asked for an error')
    case 'upgrade':
      respond(ctx, { status: 426, headers: [], body: '' })
      return
    case 'write-head':
      ctx.respond = false
      ctx.res.writeHead(status, Object.fromEntries(headers)).end(body.join(''))
      return
    case 'stream':
      respond(ctx, { status, headers, body: Readable.from(body) })
      return
    default:
      respond(ctx, { status, headers, ownVary, body: body.join('') })
  }
}

function respond(ctx, { body, headers, ownVary, status }) {
  ctx.body = body
  ctx.status = status
  for (const [name, value] of headers) {
    if (name === 'vary' && ownVary === 'append') ctx.vary(value)
    else ctx.set(name, value)
  }
}
