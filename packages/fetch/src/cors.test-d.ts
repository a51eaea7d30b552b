import { describe, expectTypeOf, it } from 'vitest'
import { cors } from './cors.ts'

describe('the types of cors', () => {
  it("keeps the handler's own arguments", () => {
    const plain = cors()(() => new Response())
    expectTypeOf(plain).parameters.toEqualTypeOf<[request: Request]>()
    const worker = cors()(
      (_: Request, env: { readonly name: string }, context: Date) => new Response(env.name + String(context)),
    )
    expectTypeOf(worker).parameters.toEqualTypeOf<[Request, { readonly name: string }, Date]>()
    expectTypeOf(worker).returns.toEqualTypeOf<Promise<Response>>()
  })

  it("keeps the type of a framework's own requests", () => {
    class OwnRequest extends Request {
      readonly locale = 'en'
    }
    const handler = cors()((request: OwnRequest) => new Response(request.locale))
    expectTypeOf(handler).parameters.toEqualTypeOf<[request: OwnRequest]>()
  })

  it('lets a handler return nothing where it has upgraded the connection, and knows where it cannot', () => {
    const upgrading = cors()((request: Request) => (request.headers.has('upgrade') ? undefined : new Response()))
    expectTypeOf(upgrading).returns.toEqualTypeOf<Promise<Response | undefined>>()
  })

  it('gives pickers the arguments that they ask for', () => {
    cors((_, [request]) => {
      expectTypeOf(request).toEqualTypeOf<Request>()
      return null
    })
    cors<readonly [env: { readonly name: string }]>((_, [, env]) => {
      expectTypeOf(env.name).toBeString()
      return null
    })
  })
})
