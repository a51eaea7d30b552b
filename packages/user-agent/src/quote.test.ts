import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quote, quoteList } from './quote.ts'

describe('quote', () => {
  it.each([
    ['https://app.example', '"https://app.example"'],
    ['a"b\\', '"a\\"b\\\\"'],
    ['\r\n\0\x1B', '"\\r\\n\\u0000\\u001b"'],
    ['\x7F\x9B\u00E9', '"\\u007f\\u009b\\u00e9"'],
    ['\u202E\u2028\uD83E\uDD8A', '"\\u202e\\u2028\\ud83e\\udd8a"'],
  ])('quotes %j as %s', (value, quoted) => {
    expect(quote(value)).toBe(quoted)
  })

  it('shows the first 200 characters of a long value, and says so', () => {
    expect(quote('a'.repeat(200))).toBe(`"${'a'.repeat(200)}"`)
    expect(quote('a'.repeat(201))).toBe(`"${'a'.repeat(200)}" (the first 200 of 201 characters)`)
  })

  it('lets nothing but printable ASCII through, and can be read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (value) => {
        expect(quote(value)).toMatch(/^[\x20-\x7E]*$/)
        expect(JSON.parse(quote(value))).toBe(value)
      }),
    )
  })
})

describe('quoteList', () => {
  it('quotes every value', () => {
    expect(quoteList(['x-a', 'x\n'])).toBe('"x-a", "x\\n"')
  })

  it('counts the values beyond the tenth', () => {
    const ten = Array.from({ length: 10 }, () => 'a')
    expect(quoteList(ten)).not.toContain('more')
    expect(quoteList([...ten, 'b', 'c'])).toMatch(/"a" and 2 more$/)
  })
})
