import { create, type XMLElement } from 'xmlbuilder'
import { type CaseOutcome, caseOutcome } from './case-outcome.ts'
import { formatResult } from './format-result.ts'
import { nameSubjects, partReport } from './report-parts.ts'
import type { ReadingOptions } from './report-summary.ts'
import type { CaseResult, ConformanceReport } from './report.ts'
import { formatMiss } from './result-lines.ts'

/**
 * Writes a report as JUnit XML, a test suite for each part of the standard.
 *
 * A case that failed is a `failure`; a broken subject is an `error` of the type `subject-error`, a broken examiner one of the
 * type `examiner-error`. What does not apply is `skipped`, with the reason. What is missed of good practice, and what only
 * differs, is in the `system-out` of a test case that is neither.
 */
export function formatJunit(report: ConformanceReport, { strict = false }: ReadingOptions = {}): string {
  const root = create('testsuites', { version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\uFFFD' })
  describeSuite(root, `CORS conformance of ${nameSubjects(report)}`, report.results, strict)
  for (const { results, title } of partReport(report)) {
    const suite = root.ele('testsuite')
    describeSuite(suite, title, results, strict)
    suite.att('timestamp', report.date)
    for (const result of results) addCase(suite, title, result, strict)
  }
  return `${root.end({ pretty: true })}\n`
}

function describeSuite(suite: XMLElement, name: string, results: readonly CaseResult[], strict: boolean): void {
  const count = (...outcomes: readonly CaseOutcome[]) =>
    results.filter((result) => outcomes.includes(caseOutcome(result, strict))).length
  suite.att('name', name)
  suite.att('tests', results.length)
  suite.att('failures', count('failed'))
  suite.att('errors', count('no-answer', 'not-examined'))
  suite.att('skipped', count('not-applicable'))
  suite.att('time', seconds(results.reduce((sum, { duration }) => sum + duration, 0)))
}

function addCase(suite: XMLElement, title: string, result: CaseResult, strict: boolean): void {
  const { duration, id, kind, misses, requirement, verdict, why = 'no reason given' } = result
  const test = suite.ele('testcase', { classname: title, name: `${id}: ${requirement}`, time: seconds(duration) })
  switch (caseOutcome(result, strict)) {
    case 'passed':
      break
    case 'not-applicable':
      test.ele('skipped', { message: why })
      break
    case 'failed':
      test.ele('failure', { type: kind, message: misses.map(formatMiss).join('\n') }, formatResult(result))
      break
    case 'no-answer':
    case 'not-examined':
      test.ele('error', { type: verdict, message: why }, formatResult(result))
      break
    case 'warned':
    case 'differs':
      test.ele('system-out', formatResult(result))
      break
  }
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}
