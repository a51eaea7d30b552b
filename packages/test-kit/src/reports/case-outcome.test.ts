import { describe, expect, it } from 'vitest'
import { type CaseOutcome, caseOutcome, outcomesByUrgency, outcomeSigns } from './case-outcome.ts'
import { createResult } from './case-result.testing.ts'
import type { CaseKind } from '../cases/conformance-case.ts'
import type { Verdict } from './report.ts'

describe('caseOutcome', () => {
  it.each<[CaseKind, Verdict, CaseOutcome, CaseOutcome]>([
    ['must', 'pass', 'passed', 'passed'],
    ['must', 'fail', 'failed', 'failed'],
    ['should', 'fail', 'warned', 'failed'],
    ['observe', 'fail', 'differs', 'differs'],
    ['must', 'not-applicable', 'not-applicable', 'not-applicable'],
    ['observe', 'subject-error', 'no-answer', 'no-answer'],
    ['observe', 'examiner-error', 'not-examined', 'not-examined'],
  ])('calls a %s with the verdict %s %s, and strictly %s', (kind, verdict, leniently, strictly) => {
    expect(caseOutcome(createResult({ kind, verdict }), false)).toBe(leniently)
    expect(caseOutcome(createResult({ kind, verdict }), true)).toBe(strictly)
  })
})

describe('outcomeSigns', () => {
  it('tells every outcome by a sign and a word of its own', () => {
    const signs = Object.values(outcomeSigns)
    expect(new Set(signs.map(({ sign }) => sign)).size).toBe(signs.length)
    expect(new Set(signs.map(({ word }) => word)).size).toBe(signs.length)
    expect([...outcomesByUrgency].sort()).toEqual(Object.keys(outcomeSigns).sort())
  })
})
