import type { CorsConfig, OriginPredicate } from '@corsac/core'
import type { ExamPolicy } from '@corsac/test-kit'
import { describe, expectTypeOf, it } from 'vitest'

/** Core's configuration, as far as JSON can hold it, with every key written out. */
type JsonConfig = Required<Omit<CorsConfig, 'allowOrigins'>> & {
  readonly allowOrigins: Exclude<NonNullable<CorsConfig['allowOrigins']>, OriginPredicate>
}

describe('the policy of the exam', () => {
  it("has the keys and values of core's configuration", () => {
    expectTypeOf<ExamPolicy>().toExtend<JsonConfig>()
    expectTypeOf<JsonConfig>().toExtend<ExamPolicy>()
  })
})
