import { afterAll, describe, it, type TestContext } from 'vitest'
import type { ConformanceSuite } from './conformance-case.ts'
import { createReport } from './conformance-report.ts'
import { conformanceSuites } from './conformance-suites.ts'
import { examineCase } from './examine-case.ts'
import type { CaseResult, ConformanceReport } from './report.ts'
import { createSubjectServers } from './subject-servers.ts'
import type { ConformanceSubject } from './subject.ts'
import { type TestEnding, testEnding } from './test-ending.ts'

/** What {@link describeConformance} can be told. */
export interface DescribeConformanceOptions {
  /** Whether a missed `should` fails its test, instead of warning. Default `false`. */
  readonly strict?: boolean
  /** The suites to examine. Default: all of them. */
  readonly suites?: readonly ConformanceSuite[]
  /** For how many milliseconds one case may take, the start of its server included. Default 60000. */
  readonly timeout?: number
  /** Called at the end with the report on the cases that ran. */
  readonly onReport?: (report: ConformanceReport) => void | Promise<void>
}

/**
 * Declares a vitest suite that examines a subject: one `describe` for each part of the standard, one `it` for each case.
 *
 * A missed `must` fails its test, a missed `should` warns on the console, and what is only observed is noted there. A
 * case that does not apply to the subject is skipped with the reason. Servers start when the first test needs them and
 * are stopped at the end.
 */
export function describeConformance(
  subject: ConformanceSubject,
  { onReport, strict = false, suites = conformanceSuites, timeout = 60_000 }: DescribeConformanceOptions = {},
): void {
  const results: CaseResult[] = []

  describe(`CORS conformance of ${subject.name}`, () => {
    // A server that does not start is to be named before the test itself runs out of time.
    const servers = createSubjectServers(subject, { patience: timeout / 2 })
    afterAll(async () => {
      await servers.closeAll()
      await onReport?.(createReport(subject, results))
    }, timeout)

    for (const suite of suites) {
      describe(suite.title, () => {
        for (const conformanceCase of suite.cases) {
          it(`${conformanceCase.id}: ${conformanceCase.requirement}`, { timeout }, async (context) => {
            const result = await examineCase(conformanceCase, servers)
            results.push(result)
            end(testEnding(result, strict), context)
          })
        }
      })
    }
  })
}

function end(ending: TestEnding, context: TestContext): void {
  switch (ending.kind) {
    case 'pass':
      break
    case 'note':
      console.info(ending.text)
      break
    case 'warn':
      console.warn(ending.text)
      break
    case 'skip':
      context.skip(ending.text)
      break
    case 'fail':
      throw new ConformanceError(ending.text)
  }
}

/** What a test fails with; the misses are all that is to be seen of it. */
class ConformanceError extends Error {
  override readonly name = 'ConformanceError'

  constructor(message: string) {
    super(message)
    this.stack = `${this.name}: ${message}`
  }
}
