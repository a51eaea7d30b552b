import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HTTP_WHITESPACE, strip, stripEnd, TAB_OR_SPACE } from './strip.ts'

describe('strip', () => {
  it.each([
    ['', ''],
    [' \t ', ''],
    ['\t a b\t', 'a b'],
    ['\fa\v', '\fa\v'],
    ['\na', '\na'],
  ])('makes %j of tabs and spaces into %j', (value, stripped) => {
    expect(strip(value, TAB_OR_SPACE)).toBe(stripped)
  })

  it('removes the line ends too that a script may leave', () => {
    expect(strip('\r\n a\n\t', HTTP_WHITESPACE)).toBe('a')
  })

  it('takes away what was put around, and no more', () => {
    const around = fc.string({ unit: fc.constantFrom(' ', '\t'), maxLength: 5 })
    fc.assert(
      fc.property(around, fc.string(), around, (before, value, after) => {
        expect(strip(before + value + after, TAB_OR_SPACE)).toBe(strip(value, TAB_OR_SPACE))
      }),
    )
  })
})

describe('stripEnd', () => {
  it('keeps the start', () => {
    expect(stripEnd(' a ', TAB_OR_SPACE)).toBe(' a')
  })
})
