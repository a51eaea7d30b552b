import { describe, expectTypeOf, it } from 'vitest'
import { explain } from './explain.ts'
import type { Explanation, ExplanationRemedy } from './explanation.ts'
import type { CorsConfig } from './cors-config.ts'
import { definePolicy } from './parse-policy.ts'
import { actual } from './request-head.testing.ts'

const head = actual('https://a.example')

describe('the types of explain', () => {
  it('have the explanation at once where the policy decides at once', () => {
    expectTypeOf(explain(definePolicy({}), head)).toEqualTypeOf<Explanation>()
    expectTypeOf(
      explain(definePolicy({ allowOrigins: (origin) => origin.length > 9 }), head),
    ).toEqualTypeOf<Explanation>()
  })

  it('may have to wait where a predicate does', () => {
    const policy = definePolicy({ allowOrigins: (origin) => Promise.resolve(origin.length > 9) })
    expectTypeOf(explain(policy, head)).toEqualTypeOf<Explanation | Promise<Explanation>>()
  })

  it('have remedies that a configuration takes', () => {
    expectTypeOf<Record<ExplanationRemedy['key'], ExplanationRemedy['value']>>().toExtend<CorsConfig>()
  })
})
