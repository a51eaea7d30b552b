import { describe, expect, it } from 'vitest'
import { definitionList, paragraph } from './layout.ts'

describe('paragraph', () => {
  it('leaves a line alone where nobody wraps lines', () => {
    const text = 'word '.repeat(100).trim()
    expect(paragraph(text, Infinity)).toBe(text)
    expect(paragraph(text, Infinity, 2)).toBe(`  ${text}`)
  })

  it('wraps between words, and indents what follows', () => {
    expect(paragraph('one two three four five six seven eight nine', 36, 2, 2)).toBe(
      '  one two three four five six\n    seven eight nine',
    )
  })

  it('keeps room for words on a narrow terminal', () => {
    expect(paragraph('one two three', 5, 2)).toBe('  one two three')
  })

  it('breaks no word that is to be copied', () => {
    const url = `https://api.example/${'x'.repeat(50)}`
    expect(paragraph(`see ${url}`, 40)).toBe(`see\n${url}`)
  })
})

describe('definitionList', () => {
  it('puts the texts under each other', () => {
    const rows = [
      ['One', 'short'],
      ['Three', 'a text that does not fit into one line'],
    ] as const
    expect(definitionList(rows, 40)).toBe('  One    short\n  Three  a text that does not fit into\n         one line')
  })
})
