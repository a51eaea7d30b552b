import { describe, expect, it } from 'vitest'
import { splitList } from './split-list.ts'

describe('splitList', () => {
  it.each([
    ['', []],
    [' ,\n', []],
    ['a', ['a']],
    ['a,b c\td', ['a', 'b', 'c', 'd']],
    [' a , ,b,', ['a', 'b']],
    ['a;b', ['a;b']],
  ])('makes of %j %j', (text, elements) => {
    expect(splitList(text)).toEqual(elements)
  })
})
