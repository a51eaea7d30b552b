import type { CaseKind, Verdict } from '@corsac/test-kit'
import type { CaseOutcome } from '@corsac/test-kit/reports'

/** Every outcome of a case, from what is to be looked at first to what needs no look. */
export const outcomesByUrgency: readonly CaseOutcome[] = [
  'not-examined',
  'no-answer',
  'failed',
  'warned',
  'differs',
  'not-applicable',
  'passed',
]

/** Says what a verdict means; as the test-kit does, whose code is too much for a page. */
export function caseOutcome(kind: CaseKind, verdict: Verdict): CaseOutcome {
  switch (verdict) {
    case 'pass':
      return 'passed'
    case 'not-applicable':
      return 'not-applicable'
    case 'subject-error':
      return 'no-answer'
    case 'examiner-error':
      return 'not-examined'
    case 'fail':
      return kind === 'must' ? 'failed' : kind === 'should' ? 'warned' : 'differs'
  }
}
