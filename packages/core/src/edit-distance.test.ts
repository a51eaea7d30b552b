import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from './edit-distance.ts'

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['origin', 'origin', 0],
    ['orign', 'origin', 1],
    ['origins', 'origin', 1],
    ['orogin', 'origin', 1],
    ['oirgin', 'origin', 2],
    ['kitten', 'sitting', 3],
  ])('counts what lies between %j and %j', (from, to, edits) => {
    expect(editDistance(from, to)).toBe(edits)
  })

  it('is a distance', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 6 })
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a))
        expect(editDistance(a, b) === 0).toBe(a === b)
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c))
      }),
    )
  })
})
