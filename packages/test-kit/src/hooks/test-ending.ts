import { caseOutcome } from '../reports/case-outcome.ts'
import { formatResult } from '../reports/format-result.ts'
import type { CaseResult } from '../reports/report.ts'

/**
 * How a test of a test framework is to end for a case. `note` and `warn` pass, with something to be said; `skip` says
 * why nothing was examined.
 */
export type TestEnding =
  { readonly kind: 'pass' } | { readonly kind: 'note' | 'warn' | 'skip' | 'fail'; readonly text: string }

/** Decides how a test ends; `strict` lets a `should` fail like a `must`. */
export function testEnding(result: CaseResult, strict: boolean): TestEnding {
  switch (caseOutcome(result, strict)) {
    case 'passed':
      return { kind: 'pass' }
    case 'not-applicable':
      return { kind: 'skip', text: `not applicable: ${result.why ?? 'no reason given'}` }
    case 'differs':
      return { kind: 'note', text: formatResult(result) }
    case 'warned':
      return { kind: 'warn', text: formatResult(result) }
    case 'failed':
    case 'no-answer':
    case 'not-examined':
      return { kind: 'fail', text: formatResult(result) }
  }
}
