import express, { type Request } from 'express'
import { describe, expectTypeOf, it } from 'vitest'
import { cors } from './cors.ts'

describe('the types of cors', () => {
  it('gives pickers and hooks the request of Express, unasked', () => {
    cors((head, request) => {
      expectTypeOf(head.origin).toEqualTypeOf<string | null>()
      expectTypeOf(request).toEqualTypeOf<Request>()
      return null
    })
    cors({}, { onError: (_, request) => expectTypeOf(request).toEqualTypeOf<Request>() })
  })

  it('makes middleware that Express takes anywhere', () => {
    express()
      .use(cors())
      .get('/', cors({ allowOrigins: ['https://a.example'] }))
    express.Router().use(cors({ allowOrigins: (origin) => Promise.resolve(origin.length > 9) }))
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
