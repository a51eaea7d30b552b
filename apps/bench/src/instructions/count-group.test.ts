import { describe, expect, it } from 'vitest'
import { readCounts } from './count-group.ts'
import { CALLS_IN_A_WINDOW, WINDOWS } from './counting-window.ts'

/** What is counted where every call needs as many instructions, but for a timer in the first window. */
function windowsOf(instructions: number): readonly number[] {
  return Array.from({ length: WINDOWS }, (_, window) => instructions * CALLS_IN_A_WINDOW + (window === 0 ? 9_999 : 0))
}

describe('readCounts', () => {
  it('takes the least of the windows of each subject and kind, for one call', () => {
    const output = JSON.stringify([
      ['allowed', 'bare'],
      ['allowed', 'byHand'],
      ['allowed', 'corsac'],
      ['definition', 'bare'],
      ['definition', 'corsac'],
    ])
    expect(readCounts(output, [1_000, 3_000, 2_000, 100, 40_000].flatMap(windowsOf))).toEqual({
      allowed: { bare: 1_000, byHand: 3_000, corsac: 2_000 },
      definition: { bare: 100, byHand: null, corsac: 40_000 },
    })
  })

  it('refuses counts of which some are missing', () => {
    expect(() => readCounts('[["allowed","bare"]]', windowsOf(1).slice(1))).toThrow('Valgrind wrote 7 counts')
  })

  it('refuses what is no list of subjects', () => {
    expect(() => readCounts('[["allowed","peer"]]', windowsOf(1))).toThrow('counts of: [["allowed","peer"]]')
  })
})
