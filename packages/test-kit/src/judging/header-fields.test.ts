import { describe, expect, it } from 'vitest'
import { fieldLines, headerBytes, listMembers, trimWhiteSpace, varyMembers } from './header-fields.ts'

describe('fieldLines', () => {
  it('finds every line of a field, whatever the case of its name, and trims spaces and tabs only', () => {
    expect(
      fieldLines(
        [
          ['Vary', ' Origin\t'],
          ['x-exam', '1'],
          ['vary', '\u00a0Accept'],
        ],
        'vary',
      ),
    ).toEqual(['Origin', '\u00a0Accept'])
  })

  it('tells a field that is empty from one that is absent', () => {
    expect(fieldLines([['vary', '']], 'vary')).toEqual([''])
    expect(fieldLines([], 'vary')).toEqual([])
  })
})

describe('listMembers', () => {
  it.each<[readonly string[], readonly string[]]>([
    [['a, b'], ['a', 'b']],
    [['a,,\tb ,'], ['a', 'b']],
    [
      ['a', 'b, c'],
      ['a', 'b', 'c'],
    ],
    [[''], []],
    [[], []],
  ])('splits %j into %j', (lines, members) => {
    expect(listMembers(lines)).toEqual(members)
  })
})

describe('trimWhiteSpace', () => {
  it.each([
    ['', ''],
    [' \t', ''],
    [' a\t', 'a'],
    ['a \tb', 'a \tb'],
    ['\u00a0a\n', '\u00a0a\n'],
  ])('makes of %j %j', (value, trimmed) => {
    expect(trimWhiteSpace(value)).toBe(trimmed)
  })
})

describe('varyMembers', () => {
  it('lists members in lower case, as often as they are there', () => {
    expect(
      varyMembers([
        ['Vary', 'Origin, Accept'],
        ['vary', 'origin'],
      ]),
    ).toEqual(['origin', 'accept', 'origin'])
  })
})

describe('headerBytes', () => {
  it('counts names, values, separators and line ends', () => {
    expect(
      headerBytes([
        ['a', 'b'],
        ['vary', 'Origin'],
      ]),
    ).toBe('a: b\r\nvary: Origin\r\n'.length)
  })
})
