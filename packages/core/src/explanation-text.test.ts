import { describe, expect, it } from 'vitest'
import { quoteList } from './explanation-text.ts'

describe('quoteList', () => {
  const texts = Array.from({ length: 12 }, (_, index) => `${index}`)

  it.each([
    [0, ''],
    [1, '"0"'],
    [10, '"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"'],
    [11, '"0", "1", "2", "3", "4", "5", "6", "7", "8", "9" and 1 more'],
    [12, '"0", "1", "2", "3", "4", "5", "6", "7", "8", "9" and 2 more'],
  ])('quotes %d texts', (count, quoted) => {
    expect(quoteList(texts.slice(0, count))).toBe(quoted)
  })
})
