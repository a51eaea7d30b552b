import { afterAll, describe, it } from 'vitest'
import {
  declareConformance,
  type DescribeConformanceOptions,
  type TestFramework,
} from './hooks/describe-conformance.ts'
import { endTest } from './hooks/end-test.ts'
import type { ConformanceSubject } from './subjects/subject.ts'

export type { DescribeConformanceOptions } from './hooks/describe-conformance.ts'

const framework: TestFramework = {
  group: describe,
  test({ run, timeout, title }) {
    it(title, { timeout }, async (context) => {
      endTest(await run(), { skip: (reason) => context.skip(reason) })
    })
  },
  afterAll,
}

/**
 * Declares a vitest suite that examines a subject: one `describe` for each part of the standard, one `it` for each case.
 *
 * A missed `must` fails its test, a missed `should` warns on the console, and what is only observed is noted there. A
 * case that does not apply to the subject is skipped with the reason. Servers start when the first test needs them and
 * are stopped at the end.
 */
export function describeConformance(subject: ConformanceSubject, options?: DescribeConformanceOptions): void {
  declareConformance(framework, subject, options)
}
