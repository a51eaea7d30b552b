import { describe, expect, it } from 'vitest'
import { printable, quoted } from './printable.ts'

describe('printable', () => {
  it.each([
    ['text/html; charset="utf-8"', 'text/html; charset="utf-8"'],
    ['\x1B[31m\x07', '\\x1B[31m\\x07'],
    ['\x7F\x9B\xE9\t', '\\x7F\\x9B\\xE9\\x09'],
    ['\u202E', '\\u202E'],
  ])('writes %j as %s', (value, shown) => {
    expect(printable(value)).toBe(shown)
  })
})

describe('quoted', () => {
  it('quotes, and cuts off what is very long', () => {
    expect(quoted('a\n')).toBe('"a\\x0A"')
    expect(quoted('a'.repeat(1000))).toBe(`"${'a'.repeat(100)}..."`)
  })
})
