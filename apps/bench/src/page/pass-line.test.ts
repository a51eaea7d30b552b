import { describe, expect, it } from 'vitest'
import { renderMarkup } from '@corsac/page'
import { figuresWithLines, findPassLine, passSign } from './pass-line.ts'

const report = {
  figures: [
    { name: 'express, allowed, to by hand (0.81 to 1.08)', value: 0.9, unit: '×' },
    { name: 'express, allowed, one origin, to by hand (1.00 to 2.00)', value: 1.5, unit: '×' },
    { name: 'express, allowed, bare', value: 1500, unit: 'ns' },
  ],
  passLines: {
    'express, allowed, to by hand (0.81 to 1.08)': 1.1,
    'express, allowed, one origin, to by hand (1.00 to 2.00)': 1.2,
  },
}

describe('findPassLine', () => {
  it.each([
    ['express, allowed, to by hand', 1.1],
    ['express, allowed, one origin, to by hand', 1.2],
    ['express, allowed, bare', undefined],
  ])('of "%s" is %s', (start, line) => {
    expect(findPassLine(report, start)).toBe(line)
  })
})

describe('figuresWithLines', () => {
  it('are those that can be missed, and no others', () => {
    expect(figuresWithLines(report).map(({ atMost, value }) => [value, atMost])).toEqual([
      [0.9, 1.1],
      [1.5, 1.2],
    ])
  })
})

describe('passSign', () => {
  it.each([
    [1.1, 1.1, 'held'],
    [1.2, 1.1, 'missed'],
    [Number.NaN, 1.1, 'missed'],
  ])('of %d under %d says %s', (value, line, word) => {
    const sign = passSign(value, line)
    expect(sign === null ? null : renderMarkup(sign)).toContain(`<span>${word}</span>`)
  })

  it('says nothing where there is no pass line', () => {
    expect(passSign(5, undefined)).toBeNull()
  })
})
