import type { ScoreboardCase, ScoreboardReport, ScoreboardResult, ScoreboardSubject } from '../scoreboard-report.ts'

/** One part of the standard, with its cases. */
export type ScoreboardSuite = ScoreboardReport['suites'][number]

/** A report, to be looked up in. */
export interface ReportIndex {
  readonly report: ScoreboardReport
  readonly subjects: ReadonlyMap<string, ScoreboardSubject>
  readonly suites: ReadonlyMap<string, ScoreboardSuite>
  readonly cases: ReadonlyMap<string, ScoreboardCase>
  /** What came of a case, where it may be shown. */
  readonly resultOf: (subject: ScoreboardSubject, caseId: string) => ScoreboardResult | undefined
}

/** Prepares a report to be looked up in. */
export function indexReport(report: ScoreboardReport): ReportIndex {
  const { subjects, suites } = report
  const results = new Map(subjects.map((subject) => [subject, new Map(subject.results.map((each) => [each.id, each]))]))
  return {
    report,
    subjects: new Map(subjects.map((subject) => [subject.id, subject])),
    suites: new Map(suites.map((suite) => [suite.id, suite])),
    cases: new Map(suites.flatMap(({ cases }) => cases.map((each) => [each.id, each]))),
    resultOf: (subject, caseId) => results.get(subject)?.get(caseId),
  }
}
