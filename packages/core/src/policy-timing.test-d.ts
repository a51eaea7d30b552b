import { describe, expectTypeOf, it } from 'vitest'
import type { CorsDecision } from './cors-decision.ts'
import type { CorsPolicy } from './cors-policy.ts'
import { decide } from './decide.ts'
import { definePolicy } from './parse-policy.ts'
import { actual } from './request-head.testing.ts'

const head = actual('https://a.example')

describe('the timing of a policy', () => {
  it('is sync without a predicate, and with one that answers at once', () => {
    expectTypeOf(definePolicy({})).toEqualTypeOf<CorsPolicy<'sync'>>()
    expectTypeOf(definePolicy({ allowOrigins: ['https://a.example'] })).toEqualTypeOf<CorsPolicy<'sync'>>()
    expectTypeOf(definePolicy({ allowOrigins: (origin) => origin.length > 9 })).toEqualTypeOf<CorsPolicy<'sync'>>()
    expectTypeOf(decide(definePolicy({}), head)).toEqualTypeOf<CorsDecision>()
  })

  it('is async with a predicate that may return a promise', () => {
    const policy = definePolicy({ allowOrigins: (origin) => Promise.resolve(origin.length > 9) })
    expectTypeOf(policy).toEqualTypeOf<CorsPolicy<'async'>>()
    expectTypeOf(decide(policy, head)).toEqualTypeOf<CorsDecision | Promise<CorsDecision>>()
    expectTypeOf<CorsPolicy<'async'>>().not.toExtend<CorsPolicy<'sync'>>()
    expectTypeOf<CorsPolicy<'sync'>>().toExtend<CorsPolicy>()
  })
})
