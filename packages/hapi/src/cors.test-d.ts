import { definePolicy } from '@corsac/core'
import { type Plugin, type Request, server as createServer } from '@hapi/hapi'
import { describe, expectTypeOf, it } from 'vitest'
import { cors } from './cors.ts'

describe('the types of cors', () => {
  it('gives pickers and hooks the request of hapi, unasked', () => {
    cors((head, request) => {
      expectTypeOf(head.origin).toEqualTypeOf<string | null>()
      expectTypeOf(request).toEqualTypeOf<Request>()
      return null
    })
    cors({}, { onError: (_, request) => expectTypeOf(request).toEqualTypeOf<Request>() })
  })

  it('makes a plugin that hapi takes in every form', async () => {
    expectTypeOf(cors()).toEqualTypeOf<Plugin<void>>()
    const server = createServer()
    await server.register(cors({ allowOrigins: ['https://a.example'] }))
    await server.register({ plugin: cors() })
    await server.register([cors(), cors()])
    await server.register([{ plugin: cors() }])
  })

  it('does not compile with a key that is none, or a value of another type', () => {
    // @ts-expect-error -- the key is allowOrigins
    cors({ origin: '*' })
    // @ts-expect-error -- a list is needed
    cors({ allowOrigins: 'https://a.example' })
    // @ts-expect-error -- an origin has no slash at its end
    cors({ allowOrigins: ['https://a.example/'] })
    // @ts-expect-error -- a number is needed
    cors({ maxAge: '600' })
    // @ts-expect-error -- what a missing environment variable is
    cors({ allowOrigins: undefined })
  })
})

describe('the option of a route', () => {
  const server = createServer()
  const method = 'GET'
  const path = '/'
  const handler = (): string => 'x'

  it('is a policy, a configuration or false', () => {
    for (const corsac of [definePolicy({}), { allowOrigins: ['https://a.example'] }, false] as const)
      server.route({ method, path, handler, options: { plugins: { corsac } } })
  })

  it('does not compile where it is something else', () => {
    // @ts-expect-error -- nothing is inherited, so a configuration names its origins
    server.route({ method, path, handler, options: { plugins: { corsac: { allowMethods: ['PUT'] } } } })
    // @ts-expect-error -- there is nothing that true could mean
    server.route({ method, path, handler, options: { plugins: { corsac: true } } })
    // @ts-expect-error -- a list is needed
    server.route({ method, path, handler, options: { plugins: { corsac: { allowOrigins: 'https://a.example' } } } })
  })
})
