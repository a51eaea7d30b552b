import { definePolicy } from '@corsac/core'
import { defineHandler, H3, type H3Event, type Middleware } from 'h3'
import { describe, expectTypeOf, it } from 'vitest'
import { cors } from './cors.ts'

describe('the types of cors', () => {
  it('gives pickers and hooks the event of h3, unasked', () => {
    cors((head, event) => {
      expectTypeOf(head.origin).toEqualTypeOf<string | null>()
      expectTypeOf(event).toEqualTypeOf<H3Event>()
      return null
    })
    cors({}, { onError: (_, event) => expectTypeOf(event).toEqualTypeOf<H3Event>() })
  })

  it('makes middleware that h3 takes anywhere', () => {
    expectTypeOf(cors()).toEqualTypeOf<Middleware>()
    new H3()
      .use(cors())
      .use('/api/**', cors({ allowOrigins: ['https://a.example'] }))
      .get('/', () => 'x', { middleware: [cors({ allowOrigins: (origin) => Promise.resolve(origin.length > 9) })] })
  })

  it('lets routes say a policy, a configuration with origins, or false', () => {
    const policy = definePolicy({})
    new H3()
      .get('/', () => 'x', { meta: { cors: policy, other: 1 } })
      .get('/', defineHandler({ meta: { cors: false }, handler: () => 'x' }))
      .get('/', () => 'x', { meta: { cors: { allowOrigins: '*', allowMethods: ['PUT'] } } })
    cors({}, { routeRules: { '/public/**': policy, 'PUT /**': false, '/own/**': { allowOrigins: '*' } } })
  })

  it('lets them say nothing else', () => {
    // @ts-expect-error -- false refuses, and nothing allows everything
    new H3().get('/', () => 'x', { meta: { cors: true } })
    // @ts-expect-error -- no origins are inherited
    new H3().get('/', () => 'x', { meta: { cors: { allowMethods: ['PUT'] } } })
    // @ts-expect-error -- the key is allowOrigins
    new H3().get('/', defineHandler({ meta: { cors: { origin: '*' } }, handler: () => 'x' }))
    // @ts-expect-error -- no origins are inherited
    cors({}, { routeRules: { '/': {} } })
  })

  it('does not compile with a key that is none, or a value of another type', () => {
    // @ts-expect-error -- the key is allowOrigins
    cors({ origin: '*' })
    // @ts-expect-error -- a list is needed
    cors({ allowOrigins: 'https://a.example' })
    // @ts-expect-error -- a trailing slash
    cors({ allowOrigins: ['https://a.example/'] })
    // @ts-expect-error -- what a missing environment variable is
    cors({ allowOrigins: undefined })
  })
})
