import { after, describe, it } from 'node:test'
import {
  declareConformance,
  type DescribeConformanceOptions,
  type TestFramework,
} from './hooks/describe-conformance.ts'
import { endTest } from './hooks/end-test.ts'
import type { ConformanceSubject } from './subjects/subject.ts'

export type { DescribeConformanceOptions } from './hooks/describe-conformance.ts'

const framework: TestFramework = {
  group(title, declare) {
    void describe(title, declare)
  },
  test({ run, timeout, title }) {
    void it(title, { timeout }, async (context) => {
      const diagnose = (text: string) => {
        context.diagnostic(text)
      }
      endTest(await run(), {
        skip: (reason) => {
          context.skip(reason)
        },
        note: diagnose,
        warn: diagnose,
      })
    })
  },
  afterAll(run, timeout) {
    after(run, { timeout })
  },
}

/**
 * Declares a suite of `node:test` that examines a subject: one `describe` for each part of the standard, one `it` for
 * each case.
 *
 * A missed `must` fails its test; a missed `should`, and what is only observed, are diagnostics. A case that does not
 * apply to the subject is skipped with the reason. Servers start when the first test needs them and are stopped at the
 * end.
 */
export function describeConformance(subject: ConformanceSubject, options?: DescribeConformanceOptions): void {
  declareConformance(framework, subject, options)
}
