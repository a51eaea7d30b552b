import { definePolicy } from '@corsac/core'
import { Elysia, t } from 'elysia'
import { describe, expectTypeOf, it } from 'vitest'
import { cors } from './cors.ts'

describe('the types of cors', () => {
  it('gives pickers and hooks the request, unasked', () => {
    cors((head, { request }) => {
      expectTypeOf(head.origin).toEqualTypeOf<string | null>()
      expectTypeOf(request).toEqualTypeOf<Request>()
      return null
    })
    cors({}, { onError: (_, { request }) => expectTypeOf(request).toEqualTypeOf<Request>() })
  })

  it("makes a plugin that leaves the application's types as they are", () => {
    const app = new Elysia({ prefix: '/api' })
      .decorate('db', { find: (id: number) => String(id) })
      .use(cors({ allowOrigins: ['https://a.example'] }))
      .get('/:id', ({ db, params, query }) => db.find(params.id + query.page), {
        params: t.Object({ id: t.Number() }),
        query: t.Object({ page: t.Number() }),
      })
    expectTypeOf(app['~Routes'].api[':id'].get.response[200]).toBeString()
    new Elysia().use(app).use(cors())
  })

  it('does not compile with a key that is none, or a value of another type', () => {
    // @ts-expect-error -- the key is allowOrigins
    cors({ origin: '*' })
    // @ts-expect-error -- a list is needed
    cors({ allowOrigins: 'https://a.example' })
    // @ts-expect-error -- an origin has no slash at its end
    cors({ allowOrigins: ['https://a.example/'] })
    // @ts-expect-error -- nor where the plugin is used
    new Elysia().use(cors({ allowOrigins: ['https://a.example/'] }))
    // @ts-expect-error -- a number is needed
    cors({ maxAge: '600' })
    // @ts-expect-error -- what a missing environment variable is
    cors({ allowOrigins: undefined })
  })
})

describe('the option of a route', () => {
  const app = new Elysia().use(cors())

  it('is a policy, a configuration or false, for routes, guards and groups', () => {
    for (const option of [definePolicy({}), { allowOrigins: ['https://a.example'] }, false] as const) {
      app.get('/', () => 'x', { cors: option })
      app.guard({ cors: option }, (inner) => inner.get('/inner', () => 'x'))
      app.guard({ cors: option })
      app.group('/group', { cors: option }, (inner) => inner.get('/', () => 'x', { cors: false }))
    }
  })

  it('does not compile where it is something else', () => {
    // @ts-expect-error -- nothing is inherited, so a configuration names its origins
    app.get('/', () => 'x', { cors: { allowMethods: ['PUT'] } })
    // @ts-expect-error -- there is nothing that true could mean
    app.get('/', () => 'x', { cors: true })
    // @ts-expect-error -- a list is needed
    app.get('/', () => 'x', { cors: { allowOrigins: 'https://a.example' } })
    // @ts-expect-error -- there is no such option before cors() is used
    new Elysia().get('/', () => 'x', { cors: false })
  })
})
