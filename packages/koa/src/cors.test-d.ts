import Router from '@koa/router'
import Koa, { type Context, type Middleware } from 'koa'
import { describe, expectTypeOf, it } from 'vitest'
import { cors } from './cors.ts'

describe('the types of cors', () => {
  it('gives pickers and hooks the context of Koa, unasked', () => {
    cors((head, ctx) => {
      expectTypeOf(head.origin).toEqualTypeOf<string | null>()
      expectTypeOf(ctx).toEqualTypeOf<Context>()
      return null
    })
    cors({}, { onError: (_, ctx) => expectTypeOf(ctx).toEqualTypeOf<Context>() })
  })

  it('makes middleware that Koa and its router take anywhere', () => {
    expectTypeOf(cors()).toEqualTypeOf<Middleware>()
    new Koa().use(cors())
    new Koa<{ user: string }, { tenant: string }>().use(cors({ allowOrigins: ['https://a.example'] })).use((ctx) => {
      expectTypeOf(ctx.state.user).toBeString()
      expectTypeOf(ctx.tenant).toBeString()
    })
    new Router().use(cors()).all('/', cors({ allowOrigins: (origin) => Promise.resolve(origin.length > 9) }))
    new Router<{ user: string }>().use(cors()).all('/', cors(), (ctx) => {
      expectTypeOf(ctx.state.user).toBeString()
    })
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
