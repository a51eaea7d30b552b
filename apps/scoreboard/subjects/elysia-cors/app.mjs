// https://elysiajs.com/plugins/cors
import { cors } from '@elysiajs/cors'
import { node } from '@elysiajs/node'
import { Elysia } from 'elysia'
import { counter, endpoints, hasStar, listOf, methodsOf, originsOf, policy } from '../exam/exam.mjs'

// `true` is its echo, which stands for everything with credentials too.
const echo = (value, otherwise) => (hasStar(value) && policy.allowCredentials ? true : otherwise)

const app = new Elysia({ adapter: node() }).use(
  cors({
    origin: originsOf(policy),
    credentials: policy.allowCredentials,
    methods: echo(policy.allowMethods, methodsOf(policy)),
    allowedHeaders: echo(policy.allowHeaders, listOf(policy.allowHeaders)),
    exposeHeaders: listOf(policy.exposeHeaders),
    maxAge: policy.maxAge,
  }),
)
for (const endpoint of endpoints) {
  const { behaviour, methods, ownOptions, path } = endpoint
  if (behaviour === 'upgrade') continue
  if (behaviour === 'count') {
    app.get(path, () => ({ handled: counter.handled }))
    continue
  }
  for (const method of methods) {
    app.route(method, path, ({ set }) => {
      counter.handled += 1
      return handle(set, endpoint)
    })
  }
  if (ownOptions === undefined) continue
  app.options(path, ({ set }) => {
    counter.handled += 1
    return respond(set, ownOptions, '')
  })
}
app.listen({ port: Number(process.env.PORT), hostname: '127.0.0.1' })

function handle(set, { behaviour, body, headers, ownVary, status }) {
  switch (behaviour) {
    case 'throw':
      throw new Error('The exam asked for an error')
    case 'write-head':
      return new Response(body.join(''), { status, headers })
    case 'stream':
      return respond(set, { status, headers }, ReadableStream.from(body.map((text) => new TextEncoder().encode(text))))
    default:
      return respond(set, { status, headers, ownVary }, body.join(''))
  }
}

function respond(set, { headers, ownVary, status }, body) {
  set.status = status
  for (const [name, value] of headers) {
    const isAppended = name === 'vary' && ownVary === 'append' && set.headers[name] !== undefined
    set.headers[name] = isAppended ? `${set.headers[name]}, ${value}` : value
  }
  return body
}
