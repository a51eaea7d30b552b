import { caseOutcome } from './case-outcome.ts'
import type { ConformanceReport } from './report.ts'

/**
 * What a report means to a shell.
 *
 * `0`: everything examined that has to hold does. `1`: a `must` is missed, or strictly a `should`. `3`: the subject is
 * broken, or nothing could be examined. `4`: the examiner is broken. `2` is left to wrong usage of a command.
 */
export type ExitCode = 0 | 1 | 3 | 4

/** What {@link exitCode} can be told. */
export interface ExitCodeOptions {
  /** Whether a missed `should` counts like a `must`. Default `false`. */
  readonly strict?: boolean
}

/** Says what a report means to a shell. Where the examination is not whole, that goes before what it found. */
export function exitCode({ results }: ConformanceReport, { strict = false }: ExitCodeOptions = {}): ExitCode {
  const outcomes = new Set(results.map((result) => caseOutcome(result, strict)))
  if (outcomes.has('not-examined')) return 4
  if (outcomes.has('no-answer')) return 3
  if (outcomes.has('failed')) return 1
  const isExamined = outcomes.has('passed') || outcomes.has('warned') || outcomes.has('differs')
  return isExamined ? 0 : 3
}
