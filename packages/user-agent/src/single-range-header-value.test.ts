import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSingleRangeHeaderValue } from './single-range-header-value.ts'

describe('parseSingleRangeHeaderValue', () => {
  it.each([
    ['bytes=0-', { start: 0n, end: null }],
    ['bytes=-500', { start: null, end: 500n }],
    ['bytes=007-7', { start: 7n, end: 7n }],
  ])('parses %j', (value, range) => {
    expect(parseSingleRangeHeaderValue(value)).toEqual(range)
  })

  it.each([
    '',
    'bytes',
    'bytes=',
    'bytes=-',
    'bytes=1',
    'bytes=2-1',
    'bytes= 1-2',
    'bytes=1 -2',
    'bytes=1-2 ',
    'bytes=1-2\n',
    'bytes=1-2,3-4',
    'Bytes=1-2',
    'items=1-2',
    'bytes=+1-2',
    'bytes=0x1-2',
  ])('fails for %j', (value) => {
    expect(parseSingleRangeHeaderValue(value)).toBeNull()
  })

  it('compares positions that no double can tell apart', () => {
    expect(parseSingleRangeHeaderValue('bytes=9007199254740993-9007199254740992')).toBeNull()
    expect(parseSingleRangeHeaderValue('bytes=9007199254740992-9007199254740993')).not.toBeNull()
  })

  it('gives back any range, and fails for any that ends before it starts', () => {
    const position = fc.bigInt({ min: 0n, max: 10n ** 60n })
    fc.assert(
      fc.property(position, position, (start, end) => {
        const expected = start > end ? null : { start, end }
        expect(parseSingleRangeHeaderValue(`bytes=${start}-${end}`)).toEqual(expected)
      }),
    )
  })

  it('never throws, and writes back what it took', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('-', '=', '1', '2', ' ', ',') }), (rest) => {
        const value = `bytes=${rest}`
        const range = parseSingleRangeHeaderValue(value)
        if (range !== null) expect(`bytes=${range.start ?? ''}-${range.end ?? ''}`).toBe(value)
      }),
    )
  })
})
