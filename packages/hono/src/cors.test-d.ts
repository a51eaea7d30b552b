import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { describe, expectTypeOf, it } from 'vitest'
import { cors } from './cors.ts'

interface AppEnv {
  Bindings: { readonly ORIGINS: string }
  Variables: { readonly user: { readonly id: number } }
}

describe('the types of cors', () => {
  it('gives pickers and hooks the context of Hono, unasked', () => {
    cors((head, c) => {
      expectTypeOf(head.origin).toEqualTypeOf<string | null>()
      expectTypeOf(c).toEqualTypeOf<Context>()
      return null
    })
    cors({}, { onError: (_, c) => expectTypeOf(c).toEqualTypeOf<Context>() })
  })

  it("gives them the application's own environment, where it is named", () => {
    new Hono<AppEnv>().use(
      cors<AppEnv>(
        (_, c) => {
          expectTypeOf(c.env.ORIGINS).toBeString()
          expectTypeOf(c.var.user.id).toBeNumber()
          return null
        },
        { onError: (_, c) => expectTypeOf(c.env.ORIGINS).toBeString() },
      ),
    )
    new Hono<AppEnv>().use(
      '/api/*',
      cors((_, c: Context<AppEnv>) => {
        expectTypeOf(c.env.ORIGINS).toBeString()
        return null
      }),
    )
  })

  it('makes middleware that Hono takes anywhere, and that leaves its types as they are', () => {
    expectTypeOf(cors()).toEqualTypeOf<MiddlewareHandler>()
    const app = new Hono<AppEnv>()
      .use(cors())
      .use('/api/*', cors({ allowOrigins: ['https://a.example'] }))
      .get('/', cors({ allowOrigins: (origin) => Promise.resolve(origin.length > 9) }), (c) => {
        expectTypeOf(c.env.ORIGINS).toBeString()
        expectTypeOf(c.var.user.id).toBeNumber()
        return c.json({ a: 1 })
      })
    expectTypeOf(app).toExtend<Hono<AppEnv>>()
  })

  it('does not compile with a key that is none, or a value of another type', () => {
    // @ts-expect-error -- the key is allowOrigins
    cors({ origin: '*' })
    // @ts-expect-error -- a list is needed
    cors({ allowOrigins: 'https://a.example' })
    // @ts-expect-error -- an origin has no slash at its end
    cors({ allowOrigins: ['https://a.example/'] })
    // @ts-expect-error -- nor where the middleware is mounted
    new Hono().use(cors({ allowOrigins: ['https://a.example/'] }))
    // @ts-expect-error -- a number is needed
    cors({ maxAge: '600' })
    // @ts-expect-error -- what a missing environment variable is
    cors({ allowOrigins: undefined })
  })
})
