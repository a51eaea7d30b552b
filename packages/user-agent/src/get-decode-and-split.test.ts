import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeAndSplit, getDecodeAndSplit } from './get-decode-and-split.ts'

describe('decodeAndSplit', () => {
  it.each([
    ['', ['']],
    ['a,', ['a', '']],
    [' a ,\t,b', ['a', '', 'b']],
    ['"a,b", c', ['"a,b"', 'c']],
    ['"a\\",b",c', ['"a\\",b"', 'c']],
    ['"a\\\\",b', ['"a\\\\"', 'b']],
    ['a\\,b', ['a\\', 'b']],
    ['a"b,c"d"e,f",g', ['a"b,c"d"e,f"', 'g']],
    ['a;", b', ['a;", b']],
    ['"a\\', ['"a\\']],
  ])('splits %j', (value, items) => {
    expect(decodeAndSplit(value)).toEqual(items)
  })

  it('gives back the items of any list without quotes', () => {
    const item = fc.string({ unit: fc.constantFrom('a', 'b', '\\', '*', ':', '/'), maxLength: 5 })
    fc.assert(
      fc.property(fc.array(item, { minLength: 1 }), (items) => {
        expect(decodeAndSplit(items.join(' ,\t'))).toEqual(items)
      }),
    )
  })

  it('never throws and loses nothing but whitespace', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', '\\', ',', ' ', 'a') }), (value) => {
        expect(decodeAndSplit(value).join(',').replaceAll(' ', '')).toBe(value.replaceAll(' ', ''))
      }),
    )
  })
})

describe('getDecodeAndSplit', () => {
  it('is null where the header is absent', () => {
    expect(getDecodeAndSplit([['b', '1']], 'a')).toBeNull()
  })

  it('splits the fields as the one value that they make', () => {
    expect(
      getDecodeAndSplit(
        [
          ['a', '1'],
          ['A', '"2'],
          ['a', '3"'],
        ],
        'a',
      ),
    ).toEqual(['1', '"2, 3"'])
  })
})
