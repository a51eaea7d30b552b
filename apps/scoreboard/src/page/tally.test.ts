import { describe, expect, it } from 'vitest'
import { sampleReport } from '../sample-report.testing.ts'
import type { KindChoice } from './address.ts'
import { indexReport } from './report-index.ts'
import { chooseCases, summarizeTally, tallyCases, tallySubject } from './tally.ts'

const index = indexReport(sampleReport)

function subjectOf(id: string) {
  const subject = index.subjects.get(id)
  if (subject === undefined) throw new Error(`there is no ${id}`)
  return subject
}

function summaryOf(id: string, suite: string, kind: KindChoice) {
  const cases = chooseCases(index.suites.get(suite)?.cases ?? [], kind)
  return summarizeTally(tallyCases(index, subjectOf(id), cases))
}

describe('tallyCases', () => {
  it.each([
    ['ours', 'cors-check', 'must', { sign: 'passed', count: 2, passed: 2, applying: 2 }],
    ['peer', 'cors-check', 'must', { sign: 'failed', count: 1, passed: 0, applying: 1 }],
    ['peer', 'cors-check', 'should', { sign: 'warned', count: 1, passed: 0, applying: 1 }],
    ['peer', 'cors-check', 'observe', { sign: 'differs', count: 1, passed: 0, applying: 1 }],
    ['peer', 'cors-check', 'all', { sign: 'failed', count: 1, passed: 0, applying: 3 }],
    ['peer', 'timing', 'must', { sign: 'not-applicable', count: 1, passed: 0, applying: 0 }],
    ['peer', 'hostile-origins', 'must', { sign: 'withheld', count: 1, passed: 0, applying: 0 }],
    ['old', 'cors-check', 'must', { sign: 'passed', count: 1, passed: 1, applying: 1 }],
  ] as const)('sums up %s in %s for %s', (id, suite, kind, summary) => {
    expect(summaryOf(id, suite, kind)).toEqual(summary)
  })

  it('takes nothing that does not apply, or is withheld, for passed', () => {
    expect(summaryOf('peer', 'timing', 'all').passed + summaryOf('peer', 'hostile-origins', 'all').passed).toBe(0)
  })
})

describe('tallySubject', () => {
  it('counts the cases that are withheld, without telling which', () => {
    const { counts, withheld } = tallySubject(index, subjectOf('peer'), 'must')
    expect(Object.fromEntries(counts)).toEqual({ failed: 2, 'not-applicable': 1, passed: 1 })
    expect(withheld).toBe(2)
  })

  it('counts what is shown of our own', () => {
    const { counts, withheld } = tallySubject(index, subjectOf('ours'), 'all')
    expect(Object.fromEntries(counts)).toEqual({ passed: 7 })
    expect(withheld).toBe(0)
  })
})
