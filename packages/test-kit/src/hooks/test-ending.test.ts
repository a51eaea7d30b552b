import { describe, expect, it } from 'vitest'
import { createResult } from '../reports/case-result.testing.ts'
import type { CaseKind } from '../cases/conformance-case.ts'
import type { Verdict } from '../reports/report.ts'
import { testEnding } from './test-ending.ts'

function result(kind: CaseKind, verdict: Verdict) {
  return createResult({ kind, verdict, why: 'so' })
}

describe('testEnding', () => {
  it.each<[CaseKind, Verdict, string, string]>([
    ['must', 'pass', 'pass', 'pass'],
    ['must', 'fail', 'fail', 'fail'],
    ['should', 'fail', 'warn', 'fail'],
    ['observe', 'fail', 'note', 'note'],
    ['must', 'not-applicable', 'skip', 'skip'],
    ['must', 'subject-error', 'fail', 'fail'],
    ['observe', 'subject-error', 'fail', 'fail'],
    ['observe', 'examiner-error', 'fail', 'fail'],
  ])('lets a %s with the verdict %s end in %s, and strictly in %s', (kind, verdict, leniently, strictly) => {
    expect(testEnding(result(kind, verdict), false).kind).toBe(leniently)
    expect(testEnding(result(kind, verdict), true).kind).toBe(strictly)
  })

  it('says why a case does not apply', () => {
    expect(testEnding(result('must', 'not-applicable'), true)).toEqual({ kind: 'skip', text: 'not applicable: so' })
  })
})
