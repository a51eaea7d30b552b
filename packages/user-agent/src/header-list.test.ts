import { describe, expect, it } from 'vitest'
import { appendHeader, deleteHeaders, getHeader, headerValues } from './header-list.ts'

describe('headerValues', () => {
  it('gives every field of the name, without the whitespace around it', () => {
    expect(
      headerValues(
        [
          ['X-A', ' 1\t'],
          ['x-b', '2'],
          ['x-a', ''],
        ],
        'x-A',
      ),
    ).toEqual(['1', ''])
  })
})

describe('getHeader', () => {
  it('tells an absent header from an empty one', () => {
    expect(getHeader([['x-a', '']], 'x-a')).toBe('')
    expect(getHeader([['x-a', '']], 'x-b')).toBeNull()
  })

  it('joins several fields in order', () => {
    expect(
      getHeader(
        [
          ['x-a', '2 '],
          ['X-A', '1'],
        ],
        'x-a',
      ),
    ).toBe('2, 1')
  })
})

describe('appendHeader', () => {
  it('spells the name like the first field of that name', () => {
    expect(appendHeader([['X-A', '1']], 'x-a', '2')).toEqual([
      ['X-A', '1'],
      ['X-A', '2'],
    ])
  })

  it('keeps the spelling of a new name, and the list that it was given', () => {
    const headers = [['X-A', '1']] as const
    expect(appendHeader(headers, 'x-B', '2')).toEqual([
      ['X-A', '1'],
      ['x-B', '2'],
    ])
    expect(headers).toEqual([['X-A', '1']])
  })
})

describe('deleteHeaders', () => {
  it('deletes every field whose name it is told to', () => {
    const headers = [
      ['a', '1'],
      ['b', '2'],
      ['a', '3'],
    ] as const
    expect(deleteHeaders(headers, (name) => name === 'a')).toEqual([['b', '2']])
  })
})
