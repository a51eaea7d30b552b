import { describe, expect, it } from 'vitest'
import { byteLowercase } from './byte-case.ts'

describe('byteLowercase', () => {
  it('lower-cases ASCII letters', () => {
    expect(byteLowercase('X-Request-ID_1')).toBe('x-request-id_1')
  })

  it.each(['\u212A', '\u00C9', '\u0130'])('keeps %s, which is no ASCII letter', (letter) => {
    expect(byteLowercase(letter)).toBe(letter)
  })
})
