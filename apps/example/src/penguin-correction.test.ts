import { describe, expect, it } from 'vitest'
import { parsePenguinCorrection } from './penguin-correction.ts'

describe('parsePenguinCorrection', () => {
  it('reads one or more measurements', () => {
    const body = '{"bodyMass":3650,"beakDepth":17.9}'
    expect(parsePenguinCorrection(body)).toEqual({ ok: true, correction: { bodyMass: 3650, beakDepth: 17.9 } })
  })

  it.each([
    ['', 'The body is not a JSON object such as {"bodyMass":3750}'],
    ['{"bodyMass":', 'The body is not a JSON object such as {"bodyMass":3750}'],
    ['[3650]', 'The body is not a JSON object such as {"bodyMass":3750}'],
    ['null', 'The body is not a JSON object such as {"bodyMass":3750}'],
    ['{}', 'Nothing to correct: give one of beakLength, beakDepth, flipperLength, bodyMass'],
    ['{"id":8}', '"id" cannot be corrected: give one of beakLength, beakDepth, flipperLength, bodyMass'],
    ['{"__proto__":1}', '"__proto__" cannot be corrected: give one of beakLength, beakDepth, flipperLength, bodyMass'],
    ['{"bodyMass":"3650"}', '"bodyMass" must be a number from 1000 to 10000 (g)'],
    ['{"bodyMass":3.65}', '"bodyMass" must be a number from 1000 to 10000 (g)'],
    ['{"bodyMass":null}', '"bodyMass" must be a number from 1000 to 10000 (g)'],
  ])('refuses %s and says what to write', (body, error) => {
    expect(parsePenguinCorrection(body)).toEqual({ ok: false, error })
  })
})
