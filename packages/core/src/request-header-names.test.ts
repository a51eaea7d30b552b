import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRequestHeaderNames } from './request-header-names.ts'

describe('readRequestHeaderNames', () => {
  it.each([
    ['authorization,x-z', 'authorization,x-z'],
    ['\tX-Z\t, Authorization ,x-z', 'x-z,authorization'],
    ['a,, ,b,', 'a,b'],
    ['x', 'x'],
  ])('reads %j as %j', (value, names) => {
    expect(readRequestHeaderNames(value)).toBe(names)
  })

  it.each([null, '', ' ', ',', 'a b', 'a;b', 'a\u00a0', 'ä', 'a\u0000', '"a"', `${'a'.repeat(4096)}b`])(
    'gives nothing for %j',
    (value) => {
      expect(readRequestHeaderNames(value)).toBeNull()
    },
  )

  it('reads the longest value that is read, and nothing longer', () => {
    expect(readRequestHeaderNames('a'.repeat(4096))).toBe('a'.repeat(4096))
    expect(readRequestHeaderNames('a'.repeat(4097))).toBeNull()
  })

  it('reads 128 names and not one more', () => {
    const names = Array.from({ length: 129 }, (_, index) => `x-${index}`)
    expect(readRequestHeaderNames(names.slice(1).join(','))).toBe(names.slice(1).join(','))
    expect(readRequestHeaderNames(names.join(','))).toBeNull()
  })

  it('gives only tokens and commas, never more than it got', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('a', 'B', ',', ' ', '\t', ';') })),
        (value) => {
          const names = readRequestHeaderNames(value)
          fc.pre(names !== null)
          expect(names).toMatch(/^[!#$%&'*+\-.^_`|~0-9a-z,]+$/)
          expect(names.length).toBeLessThanOrEqual(value.length)
        },
      ),
    )
  })
})
