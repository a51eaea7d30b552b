import { describe, expect, it } from 'vitest'
import { formatSums } from './format-sums.ts'
import { missingRun, runOf } from './runtime-run.testing.ts'

describe('formatSums', () => {
  it('writes a line for each runtime, with a should that is missed among the failed', () => {
    const run = runOf(['must', 'pass'], ['should', 'fail'], ['observe', 'fail'], ['must', 'not-applicable'])
    expect(
      formatSums([run, missingRun])
        .split('\n')
        .map((line) => line.split(/ {2,}/)),
    ).toEqual([
      ['runtime', 'version', 'passed', 'failed', 'no answer', 'not examined', 'differs', 'not applicable'],
      ['x', '1.0.0', '1', '1', '0', '0', '1', '1'],
      ['x', '1.0.0', 'not run'],
    ])
  })
})
