// https://hapi.dev/api/#route.options.cors: what may be asked for is what has a route, so a method that the policy does not
// allow has a route without CORS.
import { Readable } from 'node:stream'
import Hapi from '@hapi/hapi'
import { counter, decline, endpoints, hasStar, listOf, policy, policyOf, switchProtocols } from '../exam/exam.mjs'

const ANY_METHOD = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

if (hasStar(policy.allowHeaders)) decline('hapi knows no wildcard for request headers.')
if (!listOf(policy.allowMethods).every((method) => method === '*' || ANY_METHOD.includes(method))) {
  decline('hapi allows the methods of its routes, and the exam has no other methods.')
}

const server = Hapi.server({
  port: Number(process.env.PORT),
  host: '127.0.0.1',
  debug: false,
  routes: { cors: corsOf(policy) },
})
for (const endpoint of endpoints) {
  const { behaviour, methods, path } = endpoint
  if (behaviour === 'count') {
    server.route({ method: 'GET', path, handler: () => ({ handled: counter.handled }) })
    continue
  }
  for (const method of methods.filter((name) => name !== 'HEAD')) {
    const own = policyOf(path)
    const isAllowed =
      own !== false &&
      (['GET', 'POST'].includes(method) || hasStar(own.allowMethods) || own.allowMethods.includes(method))
    server.route({
      method,
      path,
      options: { cors: isAllowed ? corsOf(own) : false },
      handler: (_, h) => {
        counter.handled += 1
        return handle(h, endpoint)
      },
    })
  }
}
switchProtocols(server.listener)
await server.start()

function corsOf(own) {
  if (own === false) return false
  return {
    origin: hasStar(own.allowOrigins) ? ['*'] : own.allowOrigins,
    credentials: own.allowCredentials,
    headers: own.allowHeaders,
    exposedHeaders: listOf(own.exposeHeaders),
    additionalExposedHeaders: [],
    maxAge: own.maxAge,
    preflightStatusCode: own.preflightStatus,
  }
}

function handle(h, { behaviour, body, headers, ownVary, status }) {
  switch (behaviour) {
    case 'throw':
      throw new Error('The exam asked for an error')
    case 'upgrade':
      return h.response().code(426)
    case 'write-head':
      h.request.raw.res.writeHead(status, Object.fromEntries(headers)).end(body.join(''))
      return h.abandon
    case 'stream':
      return respond(h, { status, headers }, Readable.from(body, { objectMode: false }))
    default:
      return respond(h, { status, headers, ownVary }, body.join(''))
  }
}

function respond(h, { headers, ownVary, status }, body) {
  const response = h.response(body).code(status)
  for (const [name, value] of headers) {
    if (name === 'vary' && ownVary === 'append') response.vary(value)
    else response.header(name, value)
  }
  return response
}
