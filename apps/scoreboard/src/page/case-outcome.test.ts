import { signWords } from '@corsac/page'
import type { CaseKind, CaseResult, Verdict } from '@corsac/test-kit'
import { caseOutcome as ofTestKit, outcomeSigns } from '@corsac/test-kit/reports'
import { describe, expect, it } from 'vitest'
import { caseOutcome, outcomesByUrgency } from './case-outcome.ts'

const kinds: readonly CaseKind[] = ['must', 'should', 'observe']
const verdicts: readonly Verdict[] = ['pass', 'fail', 'not-applicable', 'subject-error', 'examiner-error']

describe('caseOutcome', () => {
  it.each(kinds.flatMap((kind) => verdicts.map((verdict) => [kind, verdict] as const)))(
    'says of %s and %s what the test-kit says',
    (kind, verdict) => {
      const result: CaseResult = {
        id: 'a/b',
        requirement: 'It is.',
        kind,
        spec: [],
        policy: {},
        verdict,
        misses: [],
        exchanges: [],
        duration: 0,
      }
      expect(caseOutcome(kind, verdict)).toBe(ofTestKit(result, false))
    },
  )
})

describe('outcomesByUrgency', () => {
  it('are all outcomes, by the words of the test-kit', () => {
    const words = Object.entries(outcomeSigns).map(([outcome, { word }]) => [outcome, word])
    expect(outcomesByUrgency.map((outcome) => [outcome, signWords[outcome]]).toSorted()).toEqual(words.toSorted())
  })
})
