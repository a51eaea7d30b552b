import { describe, expect, it } from 'vitest'
import { STANDARD_BEHAVIOUR } from './engine-quirks.ts'
import { extractMaxAge } from './extract-max-age.ts'
import type { HeaderPairs } from './header-list.ts'

function maxAge(...values: readonly string[]): HeaderPairs {
  return values.map((value) => ['Access-Control-Max-Age', value])
}

const signed = { ...STANDARD_BEHAVIOUR, maxAgeSyntax: 'int64' } as const

describe('extractMaxAge', () => {
  it.each([
    ['600', 600],
    ['0', 0],
    [' 007\t', 7],
    ['1'.repeat(400), Number.MAX_SAFE_INTEGER],
  ])('reads %j', (value, expected) => {
    expect(extractMaxAge(maxAge(value))).toBe(expected)
  })

  it.each(['', '-1', '+600', '600s', '6 00', '600,', '1.5', '0x10', '"600"'])('takes 5 for %j', (value) => {
    expect(extractMaxAge(maxAge(value))).toBe(5)
  })

  it('takes 5 where there is none, or more than one', () => {
    expect(extractMaxAge([])).toBe(5)
    expect(extractMaxAge(maxAge('600', '600'))).toBe(5)
  })

  it('takes no more than the limit', () => {
    expect(extractMaxAge(maxAge('7201'), { ...STANDARD_BEHAVIOUR, maxAgeLimit: 7200 })).toBe(7200)
  })

  it.each([
    ['+600', 600],
    ['600', 600],
    ['-1', -1],
    ['-0', 0],
    ['9223372036854775808', 5],
    ['-9223372036854775809', 5],
    ['600s', 5],
    ['', 5],
    ['+', 5],
    ['++1', 5],
  ])('reads %j as a signed integer under the quirk that does so', (value, expected) => {
    expect(extractMaxAge(maxAge(value), signed)).toBe(expected)
  })

  it('takes what the quirk says for what cannot be read, but not for what is absent', () => {
    const quirks = { ...STANDARD_BEHAVIOUR, malformedMaxAge: -1 }
    expect(extractMaxAge(maxAge('600s'), quirks)).toBe(-1)
    expect(extractMaxAge([], quirks)).toBe(5)
  })
})
