import { describe, expect, it } from 'vitest'
import { convertHeaderNamesToSortedLowercaseSet } from './sorted-lowercase-set.ts'

describe('convertHeaderNamesToSortedLowercaseSet', () => {
  it('lower-cases, drops repeats and sorts by bytes', () => {
    expect(convertHeaderNamesToSortedLowercaseSet(['X_A', 'x1', 'X-A', 'x-a', 'xa', 'x'])).toEqual([
      'x',
      'x-a',
      'x1',
      'x_a',
      'xa',
    ])
  })
})
