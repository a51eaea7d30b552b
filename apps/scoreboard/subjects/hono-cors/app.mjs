// https://hono.dev/docs/middleware/builtin/cors: the middleware for a request is chosen as in "Environment-dependent CORS
// configuration".
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { stream } from 'hono/streaming'
import { counter, endpoints, listOf, methodsOf, originsOf, policyOf, switchProtocols } from '../exam/exam.mjs'

const app = new Hono()
app.use('*', (c, next) => {
  const policy = policyOf(c.req.path)
  return policy === false ? next() : cors(optionsOf(policy))(c, next)
})
for (const endpoint of endpoints) {
  const { behaviour, methods, ownOptions, path } = endpoint
  if (behaviour === 'count') {
    app.get(path, (c) => c.json({ handled: counter.handled }))
    continue
  }
  app.on(methods, path, (c) => {
    counter.handled += 1
    return handle(c, endpoint)
  })
  if (ownOptions === undefined) continue
  app.options(path, (c) => {
    counter.handled += 1
    for (const [name, value] of ownOptions.headers) c.header(name, value)
    return c.body(null, ownOptions.status)
  })
}
// Without one, Hono writes the stack of the exam's error to the console.
console.error = () => undefined
switchProtocols(serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' }))

function optionsOf(policy) {
  return {
    origin: originsOf(policy),
    credentials: policy.allowCredentials,
    allowMethods: methodsOf(policy),
    // An empty list is an echo of all that is asked for; this header needs no leave.
    allowHeaders: policy.allowHeaders.length === 0 ? ['Accept'] : listOf(policy.allowHeaders),
    exposeHeaders: listOf(policy.exposeHeaders),
    maxAge: policy.maxAge,
  }
}

function handle(c, { behaviour, body, headers, ownVary, status }) {
  switch (behaviour) {
    case 'throw':
      throw new Error('The exam asked for an error')
    case 'upgrade':
      return c.body(null, 426)
    case 'write-head':
      return new Response(body.join(''), { status, headers })
    default:
      for (const [name, value] of headers) c.header(name, value, { append: name === 'vary' && ownVary === 'append' })
      if (behaviour !== 'stream') return c.body(body.length === 0 ? null : body.join(''), status)
      return stream(c, async (output) => {
        for (const chunk of body) await output.write(chunk)
      })
  }
}
