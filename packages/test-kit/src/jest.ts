import { afterAll, describe, it } from '@jest/globals'
import { ConformanceError } from './hooks/conformance-error.ts'
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
  test({ run, skip, timeout, title }) {
    if (skip !== null) {
      // jest has no place for a reason but the title.
      it.skip(`${title} (${skip})`, () => undefined)
      return
    }
    it(
      title,
      async () => {
        endTest(await run(), { skip: failLate })
      },
      timeout,
    )
  },
  afterAll,
}

/** A test of jest that has begun can pass or fail, and what was not examined has not passed. */
function failLate(reason: string): never {
  throw new ConformanceError(
    `${reason}\n  jest cannot skip a test that has begun: let the subject declare this with 'lacks' or 'declines'`,
  )
}

/**
 * Declares a jest suite that examines a subject: one `describe` for each part of the standard, one `it` for each case.
 *
 * A missed `must` fails its test, a missed `should` warns on the console, and what is only observed is noted there. A
 * case that does not apply to the subject is skipped, with the reason in its title; where the subject says so at its
 * start only, and not by `lacks` or `declines`, the test fails. Servers start when the first test needs them and are
 * stopped at the end.
 */
export function describeConformance(subject: ConformanceSubject, options?: DescribeConformanceOptions): void {
  declareConformance(framework, subject, options)
}
