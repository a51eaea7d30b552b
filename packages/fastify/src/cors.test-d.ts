import { definePolicy } from '@corsac/core'
import { fastify, type FastifyPluginCallback, type FastifyRequest } from 'fastify'
import { describe, expectTypeOf, it } from 'vitest'
import { cors } from './cors.ts'

describe('the types of cors', () => {
  it('gives pickers and hooks the request of Fastify, unasked', () => {
    cors((head, request) => {
      expectTypeOf(head.origin).toEqualTypeOf<string | null>()
      expectTypeOf(request).toEqualTypeOf<FastifyRequest>()
      return null
    })
    cors({}, { onError: (_, request) => expectTypeOf(request).toEqualTypeOf<FastifyRequest>() })
  })

  it('makes a plugin for every kind of server', async () => {
    expectTypeOf(cors()).toEqualTypeOf<FastifyPluginCallback>()
    await fastify().register(cors())
    await fastify({ http2: true }).register(cors({ allowOrigins: (origin) => Promise.resolve(origin.length > 9) }))
    await fastify({ https: {} }).register(cors(definePolicy({})))
  })

  it('does not compile with a key that is none, or a value of another type', () => {
    // @ts-expect-error -- the key is allowOrigins
    cors({ origin: '*' })
    // @ts-expect-error -- a list is needed
    cors({ allowOrigins: 'https://a.example' })
    // @ts-expect-error -- a number is needed
    cors({ maxAge: '600' })
    // @ts-expect-error -- what a missing environment variable is
    cors({ allowOrigins: undefined })
  })
})

describe('the type of config.cors', () => {
  const handler = (): string => 'x'

  it('is a policy, a configuration with origins, or false', () => {
    const app = fastify()
    app.get('/', { config: { cors: false } }, handler)
    app.get('/', { config: { cors: definePolicy({}) } }, handler)
    app.get('/', { config: { cors: { allowOrigins: ['https://a.example'], allowMethods: ['PUT'] } } }, handler)
    app.route({ method: 'GET', url: '/', config: { cors: { allowOrigins: '*' } }, handler })
  })

  it('does not compile otherwise', () => {
    const app = fastify()
    // @ts-expect-error -- there is nothing to inherit from
    app.get('/', { config: { cors: true } }, handler)
    // @ts-expect-error -- allowOrigins is needed
    app.get('/', { config: { cors: { allowMethods: ['PUT'] } } }, handler)
    // @ts-expect-error -- the key is allowOrigins
    app.get('/', { config: { cors: { origin: '*' } } }, handler)
    // @ts-expect-error -- a value is needed
    app.get('/', { config: { cors: undefined } }, handler)
  })
})
