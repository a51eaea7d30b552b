import { formatResult } from './format-result.ts'
import type { CaseResult } from './report.ts'

/**
 * How a test of a test framework is to end for a case. `note` and `warn` pass, with something to be said; `skip` says
 * why nothing was examined.
 */
export type TestEnding =
  { readonly kind: 'pass' } | { readonly kind: 'note' | 'warn' | 'skip' | 'fail'; readonly text: string }

/** Decides how a test ends; `strict` lets a `should` fail like a `must`. */
export function testEnding(result: CaseResult, strict: boolean): TestEnding {
  const text = formatResult(result)
  switch (result.verdict) {
    case 'pass':
      return { kind: 'pass' }
    case 'not-applicable':
      return { kind: 'skip', text: `not applicable: ${result.why ?? 'no reason given'}` }
    case 'subject-error':
    case 'examiner-error':
      return { kind: 'fail', text }
    case 'fail':
      if (result.kind === 'observe') return { kind: 'note', text }
      return { kind: result.kind === 'must' || strict ? 'fail' : 'warn', text }
  }
}
