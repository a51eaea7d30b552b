import type { CaseResult } from './report.ts'

/**
 * What a result means for its reader. `warned`: a `should` is missed. `differs`: so is what is only observed. `no-answer`:
 * the subject is broken. `not-examined`: the examiner is.
 */
export type CaseOutcome = 'passed' | 'failed' | 'warned' | 'differs' | 'not-applicable' | 'no-answer' | 'not-examined'

/** Every outcome as a sign and a word, so that no colour is needed to tell them apart. */
export const outcomeSigns: Readonly<Record<CaseOutcome, { readonly sign: string; readonly word: string }>> = {
  passed: { sign: '✓', word: 'passed' },
  failed: { sign: '✕', word: 'failed' },
  warned: { sign: '!', word: 'to improve' },
  differs: { sign: '≠', word: 'differs' },
  'not-applicable': { sign: '–', word: 'not applicable' },
  'no-answer': { sign: '↯', word: 'no answer' },
  'not-examined': { sign: '?', word: 'not examined' },
}

/** Every outcome, from what is to be looked at first to what needs no look. */
export const outcomesByUrgency: readonly CaseOutcome[] = [
  'not-examined',
  'no-answer',
  'failed',
  'warned',
  'differs',
  'not-applicable',
  'passed',
]

/** Says what a result means; `strict` lets a missed `should` fail like a `must`. */
export function caseOutcome({ kind, verdict }: CaseResult, strict: boolean): CaseOutcome {
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
      if (kind === 'observe') return 'differs'
      return kind === 'must' || strict ? 'failed' : 'warned'
  }
}
