import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expectTypeOf, it } from 'vitest'
import { cors } from './cors.ts'
import type { NodeMiddleware } from './middleware.ts'

describe('the types of cors', () => {
  it('gives pickers the request of Node, unasked, or of what builds on it', () => {
    cors((_, request) => {
      expectTypeOf(request).toEqualTypeOf<IncomingMessage>()
      return null
    })
    interface FrameworkRequest extends IncomingMessage {
      readonly tenant: string
    }
    const middleware = cors<FrameworkRequest>((_, { tenant }) => {
      expectTypeOf(tenant).toBeString()
      return null
    })
    expectTypeOf(middleware).toEqualTypeOf<NodeMiddleware<FrameworkRequest>>()
  })

  it('makes middleware in the form of Connect', () => {
    expectTypeOf(cors()).parameters.toEqualTypeOf<[IncomingMessage, ServerResponse, () => void]>()
  })
})
