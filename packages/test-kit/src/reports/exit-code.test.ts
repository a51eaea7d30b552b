import { describe, expect, it } from 'vitest'
import { createResult } from './case-result.testing.ts'
import type { CaseKind } from '../cases/conformance-case.ts'
import { createReport } from './conformance-report.ts'
import { exitCode } from './exit-code.ts'
import type { Verdict } from './report.ts'

function report(...results: readonly (readonly [CaseKind, Verdict])[]) {
  const subject = { name: 'one', start: () => Promise.reject(new Error('not asked')) }
  return createReport(
    subject,
    results.map(([kind, verdict]) => createResult({ kind, verdict })),
  )
}

describe('exitCode', () => {
  it('is 0 where everything that must hold does', () => {
    const good = report(['must', 'pass'], ['should', 'fail'], ['observe', 'fail'], ['must', 'not-applicable'])
    expect(exitCode(good)).toBe(0)
    expect(exitCode(good, { strict: true })).toBe(1)
  })

  it('is 1 where a must is missed', () => {
    expect(exitCode(report(['must', 'pass'], ['must', 'fail']))).toBe(1)
  })

  it('never fails for what is only observed', () => {
    expect(exitCode(report(['observe', 'fail']), { strict: true })).toBe(0)
  })

  it.each<CaseKind>(['must', 'should', 'observe'])(
    'is 3 where the subject did not answer a %s, whatever failed',
    (kind) => {
      expect(exitCode(report(['must', 'fail'], [kind, 'subject-error']))).toBe(3)
    },
  )

  it('is 3 where nothing was examined, which is no reason to pass', () => {
    expect(exitCode(report(['must', 'not-applicable'], ['should', 'not-applicable']))).toBe(3)
    expect(exitCode(report())).toBe(3)
  })

  it.each<CaseKind>(['must', 'should', 'observe'])(
    'is 4 where the examiner is broken at a %s, whatever else',
    (kind) => {
      expect(exitCode(report(['must', 'fail'], ['must', 'subject-error'], [kind, 'examiner-error']))).toBe(4)
    },
  )
})
