import { describe, expect, it } from 'vitest'
import { isNotApplicableError, NotApplicableError } from './not-applicable-error.ts'

describe('isNotApplicableError', () => {
  it('recognises the error of another copy of the package', () => {
    const foreign = Object.assign(new Error('It has no words for patterns.'), { name: 'NotApplicableError' })
    expect(isNotApplicableError(new NotApplicableError('so'))).toBe(true)
    expect(isNotApplicableError(foreign)).toBe(true)
  })

  it.each([new Error('NotApplicableError'), { name: 'NotApplicableError' }, null, undefined, 'NotApplicableError'])(
    'takes nothing else for one: %o',
    (other) => {
      expect(isNotApplicableError(other)).toBe(false)
    },
  )
})
