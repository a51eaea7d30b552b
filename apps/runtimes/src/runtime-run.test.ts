import { describe, expect, it } from 'vitest'
import { exitCodeOf } from './runtime-run.ts'
import { missingRun, runOf } from './runtime-run.testing.ts'

const passed = runOf(['must', 'pass'], ['must', 'not-applicable'], ['observe', 'fail'])

describe('exitCodeOf', () => {
  it.each([
    ['all that has to hold does', [passed], 0],
    ['a must is missed', [passed, runOf(['must', 'fail'])], 1],
    ['a should is missed', [runOf(['should', 'fail']), passed], 1],
    ['a runtime does not answer', [runOf(['must', 'pass'], ['must', 'subject-error'])], 2],
    ['nothing applies to a runtime', [runOf(['must', 'not-applicable'])], 2],
    ['the examiner is broken', [runOf(['must', 'examiner-error'])], 2],
    ['a runtime could not be run, whatever the others did', [runOf(['must', 'fail']), missingRun], 2],
  ])('is what a shell expects where %s', (_, runs, code) => {
    expect(exitCodeOf(runs)).toBe(code)
  })
})
