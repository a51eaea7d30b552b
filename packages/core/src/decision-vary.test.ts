import { describe, expect, it } from 'vitest'
import { addVary } from './decision-vary.ts'
import { decide } from './decide.ts'
import { definePolicy } from './parse-policy.ts'
import { actual } from './request-head.testing.ts'

const decision = decide(definePolicy({ allowOrigins: ['https://a.example', 'https://b.example'] }), actual(null))

describe('addVary', () => {
  it('adds what is not there yet, in any case of letters', () => {
    expect(addVary(decision, ['X-A', 'origin', 'X-B'])).toEqual({ ...decision, vary: ['Origin', 'X-A', 'X-B'] })
  })

  it('gives back the decision that varies on everything already', () => {
    expect(addVary(decision, ['ORIGIN'])).toBe(decision)
    expect(addVary(decision, [])).toBe(decision)
  })

  it('changes nothing, and freezes what it makes', () => {
    const added = addVary(decision, ['X-A'])
    expect(decision.vary).toEqual(['Origin'])
    expect([added, added.vary].every((part) => Object.isFrozen(part))).toBe(true)
  })
})
