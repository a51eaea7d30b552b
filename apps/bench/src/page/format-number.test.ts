import { describe, expect, it } from 'vitest'
import { formatBytes, formatNumber, formatRange, formatRatio, formatTime, formatWhole } from './format-number.ts'

describe('formatWhole', () => {
  it.each([
    [45_182.4, '45,182'],
    [-13_317, '−13,317'],
    [-0.2, '0'],
    [Number.NaN, '–'],
  ])('writes %d as %s', (value, text) => {
    expect(formatWhole(value)).toBe(text)
  })
})

describe('formatNumber', () => {
  it.each([
    [0.847_21, '0.847'],
    [12.345, '12.3'],
    [4260.7, '4,261'],
    [0, '0'],
  ])('writes %d as %s', (value, text) => {
    expect(formatNumber(value)).toBe(text)
  })
})

describe('formatRatio', () => {
  it.each([
    [0.847, '0.85 ×'],
    [1, '1.00 ×'],
    [34.42, '34.4 ×'],
    [-2.17, '−2.17 ×'],
    [Number.POSITIVE_INFINITY, '–'],
  ])('writes %d as %s', (value, text) => {
    expect(formatRatio(value)).toBe(text.replace(' ', '\u00a0'))
  })
})

describe('formatBytes', () => {
  it.each([
    [640, '640 B'],
    [17_610, '17.6 kB'],
    [1_000_000, '1,000 kB'],
  ])('writes %d as %s', (value, text) => {
    expect(formatBytes(value)).toBe(text.replace(' ', '\u00a0'))
  })
})

describe('formatTime', () => {
  it.each([
    [83, '83 ns'],
    [4261, '4.26 µs'],
    [1_500_000, '1.5 ms'],
    [2.5e9, '2.5 s'],
    [-1200, '−1.2 µs'],
  ])('writes %d as %s', (value, text) => {
    expect(formatTime(value)).toBe(text.replace(' ', '\u00a0'))
  })
})

describe('formatRange', () => {
  it('keeps its numbers together', () => {
    expect(formatRange(0.721, 12.34)).toBe('0.72\u00a0to\u00a012.3')
  })
})
