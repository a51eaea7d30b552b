import { whyNotApplicable } from '../running/applicability.ts'
import type { ConformanceCase, ConformanceSuite } from '../cases/conformance-case.ts'
import { createReport } from '../reports/conformance-report.ts'
import { conformanceSuites } from '../cases/conformance-suites.ts'
import { examineCase, notApplicable } from '../running/examine-case.ts'
import type { CaseResult, ConformanceReport } from '../reports/report.ts'
import { createSubjectServers } from '../subjects/subject-servers.ts'
import type { ConformanceSubject } from '../subjects/subject.ts'
import { type TestEnding, testEnding } from './test-ending.ts'

/** What `describeConformance` can be told, whatever the test framework. */
export interface DescribeConformanceOptions {
  /** Whether a missed `should` fails its test, instead of warning. Default `false`. */
  readonly strict?: boolean
  /** The suites to examine. Default: all of them. */
  readonly suites?: readonly ConformanceSuite[]
  /** For how many milliseconds one case may take, the start of its server included. Default 60000. */
  readonly timeout?: number
  /** Called at the end with the report on the cases that ran, and on those that do not apply. */
  readonly onReport?: (report: ConformanceReport) => void | Promise<void>
}

/** One case as a test. */
export interface ConformanceTest {
  readonly title: string
  /** For how many milliseconds it may run. */
  readonly timeout: number
  /** Why it is to be skipped, where that is known before it runs. */
  readonly skip: string | null
  /** Examines the case, and resolves to how the test is to end. */
  readonly run: () => Promise<TestEnding>
}

/** What a test framework is asked for. */
export interface TestFramework {
  /** Declares a group of tests. */
  readonly group: (title: string, declare: () => void) => void
  /** Declares a test. */
  readonly test: (test: ConformanceTest) => void
  /** Declares what runs once the tests of the group are through. */
  readonly afterAll: (run: () => Promise<void>, timeout: number) => void
}

/** Declares the examination of a subject: one group for each part of the standard, one test for each case. */
export function declareConformance(
  framework: TestFramework,
  subject: ConformanceSubject,
  { onReport, strict = false, suites = conformanceSuites, timeout = 60_000 }: DescribeConformanceOptions = {},
): void {
  const results = new Map<ConformanceCase, CaseResult>()
  // A server that does not start is to be named before the test itself runs out of time.
  const servers = createSubjectServers(subject, { patience: timeout / 2 })

  function end(conformanceCase: ConformanceCase, result: CaseResult): TestEnding {
    results.set(conformanceCase, result)
    return testEnding(result, strict)
  }

  function declareCase(conformanceCase: ConformanceCase): void {
    const why = whyNotApplicable(conformanceCase, subject)
    const skipped = why === null ? null : end(conformanceCase, notApplicable(conformanceCase, why))
    framework.test({
      title: `${conformanceCase.id}: ${conformanceCase.requirement}`,
      timeout,
      skip: skipped?.kind === 'skip' ? skipped.text : null,
      run: async () => skipped ?? end(conformanceCase, await examineCase(conformanceCase, servers)),
    })
  }

  framework.group(`CORS conformance of ${subject.name}`, () => {
    framework.afterAll(async () => {
      await servers.closeAll()
      await onReport?.(
        createReport(
          subject,
          suites.flatMap(({ cases }) => cases.flatMap((conformanceCase) => results.get(conformanceCase) ?? [])),
        ),
      )
    }, timeout)
    for (const { cases, title } of suites) {
      framework.group(title, () => {
        cases.forEach(declareCase)
      })
    }
  })
}
