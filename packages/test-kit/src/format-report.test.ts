import { describe, expect, it } from 'vitest'
import { createReport } from './conformance-report.ts'
import { formatReport } from './format-report.ts'
import type { CaseResult } from './report.ts'

function result(id: string, rest: Partial<CaseResult>): CaseResult {
  return {
    id,
    requirement: `It is ${id}.`,
    kind: 'must',
    spec: [],
    verdict: 'pass',
    misses: [],
    exchanges: [],
    ...rest,
  }
}

const miss = { step: 0, subject: 'status', expected: '200', actual: '500' }
const subject = { name: 'one', version: '1.2.3', start: () => Promise.reject(new Error('not asked')) }

describe('formatReport', () => {
  it('sums up, and names every case that did not simply pass', () => {
    const report = createReport(subject, [
      result('a/passed', {}),
      result('a/failed', { verdict: 'fail', misses: [miss] }),
      result('a/dropped', { verdict: 'subject-error', why: 'no response' }),
      result('a/broken', { verdict: 'examiner-error', why: 'the step sent nothing' }),
      result('b/warned', { kind: 'should', verdict: 'fail', misses: [miss] }),
      result('b/skipped', { kind: 'should', verdict: 'not-applicable', why: 'It knows no paths.' }),
      result('c/noted', { kind: 'observe', verdict: 'fail', misses: [miss] }),
    ])
    expect(formatReport(report)).toBe(
      [
        'one 1.2.3: 7 cases',
        '  must    1 of 4 passed, 1 failed, 1 without an answer, 1 not examined',
        '  should  0 of 2 passed, 1 failed, 1 not applicable',
        '  observe 0 of 1 passed, 1 differ',
        '',
        '✕ a/failed (must): It is a/failed.',
        '    step 1: status: expected 200, got 500',
        '✕ a/dropped (must): It is a/dropped.',
        '    without an answer: no response',
        '✕ a/broken (must): It is a/broken.',
        '    not examined: the step sent nothing',
        '! b/warned (should): It is b/warned.',
        '    step 1: status: expected 200, got 500',
        '– b/skipped (should): It is b/skipped.',
        '    not applicable: It knows no paths.',
        '≠ c/noted (observe): It is c/noted.',
        '    step 1: status: expected 200, got 500',
        '',
      ].join('\n'),
    )
  })

  it('is short where all is well', () => {
    expect(formatReport(createReport({ ...subject, name: 'two' }, [result('a/passed', {})]))).toBe(
      ['two 1.2.3: 1 case', '  must    1 of 1 passed', '  should  0 of 0 passed', '  observe 0 of 0 passed', ''].join(
        '\n',
      ),
    )
  })
})
