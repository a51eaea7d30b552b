import { after, describe, it } from 'mocha'
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
    it(title, async function () {
      this.timeout(timeout)
      endTest(await run(), {
        skip: (reason) => {
          // mocha has no place for a reason but the title.
          if (this.test !== undefined) this.test.title = `${title} (${reason})`
          this.skip()
        },
      })
    })
  },
  afterAll(run, timeout) {
    after(async function () {
      this.timeout(timeout)
      await run()
    })
  },
}

/**
 * Declares a mocha suite that examines a subject: one `describe` for each part of the standard, one `it` for each case.
 *
 * A missed `must` fails its test, a missed `should` warns on the console, and what is only observed is noted there. A
 * case that does not apply to the subject is skipped, with the reason in its title. Servers start when the first test
 * needs them and are stopped at the end.
 */
export function describeConformance(subject: ConformanceSubject, options?: DescribeConformanceOptions): void {
  declareConformance(framework, subject, options)
}
