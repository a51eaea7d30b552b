import { type CaseOutcome, caseOutcome, outcomesByUrgency } from './case-outcome.ts'
import type { CaseKind } from '../cases/conformance-case.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import type { CaseResult, ConformanceReport } from './report.ts'

/** How to read a report. */
export interface ReadingOptions {
  /** Whether a missed `should` counts like a `must`. Default `false`. */
  readonly strict?: boolean
}

/** A report in short. */
export interface ReportSummary {
  readonly exitCode: ExitCode
  /** What the report comes to, in one sentence. */
  readonly sentence: string
  /** What became of the cases, of each kind. */
  readonly kinds: readonly KindSummary[]
}

/** What became of the cases of a kind. */
export interface KindSummary {
  readonly kind: CaseKind
  readonly total: number
  /** How many cases had an outcome, for those that any had; the most urgent first. */
  readonly counts: readonly { readonly outcome: CaseOutcome; readonly count: number }[]
}

const KINDS: readonly CaseKind[] = ['must', 'should', 'observe']

/** Sums a report up. */
export function summarizeReport(report: ConformanceReport, { strict = false }: ReadingOptions = {}): ReportSummary {
  const code = exitCode(report, { strict })
  return {
    exitCode: code,
    sentence: describe(report, code, strict),
    kinds: KINDS.map((kind) => {
      const results = report.results.filter((result) => result.kind === kind)
      return {
        kind,
        total: results.length,
        counts: outcomesByUrgency
          .map((outcome) => ({ outcome, count: countOutcome(results, outcome, strict) }))
          .filter(({ count }) => count > 0),
      }
    }),
  }
}

function describe({ results }: ConformanceReport, code: ExitCode, strict: boolean): string {
  const count = (outcome: CaseOutcome) => countOutcome(results, outcome, strict)
  const warned = count('warned')
  const advice =
    warned === 0 ? '' : ` ${quantify(warned, 'piece')} of good practice ${warned === 1 ? 'is' : 'are'} missed.`
  switch (code) {
    case 0:
      return `Everything that must hold does, as far as it was examined.${advice}`
    case 1:
      return `${quantify(count('failed'), 'case')} failed.${advice}`
    case 3:
      return count('no-answer') === 0
        ? 'Nothing was examined: no case applies to this server.'
        : `The server is broken: it did not start, or did not answer, in ${quantify(count('no-answer'), 'case')}.`
    case 4:
      return `The examiner is broken, at ${quantify(count('not-examined'), 'case')}: please report this to @corsac/test-kit.`
  }
}

function countOutcome(results: readonly CaseResult[], outcome: CaseOutcome, strict: boolean): number {
  return results.filter((result) => caseOutcome(result, strict) === outcome).length
}

function quantify(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
