import { describe, expect, it } from 'vitest'
import { kindSeries } from './plot-series.ts'
import { layOutRows, type PlotRow } from './row-layout.ts'

function row(group: string, value: number, rest: Partial<PlotRow> = {}): PlotRow {
  return { group, series: kindSeries.corsac, value, label: String(value), ...rest }
}

describe('layOutRows', () => {
  it('puts rows below each other, each group with its name in the middle or above', () => {
    const rows = [row('one', 1), row('one', 2), row('two', 3)]
    expect(layOutRows(rows, 560, 100).rows.map(({ top }) => top)).toEqual([8, 24, 49])
    expect(layOutRows(rows, 560, 100).names).toEqual([
      { name: 'one', top: 16 },
      { name: 'two', top: 49 },
    ])
    expect(layOutRows(rows, 310, null).rows.map(({ top }) => top)).toEqual([24, 40, 81])
    expect(layOutRows(rows, 310, null).names.map(({ top }) => top)).toEqual([8, 65])
  })

  it('leaves room for a name of several lines beside a single row', () => {
    const { height, names } = layOutRows([row('a name that takes several lines', 1)], 560, 70)
    expect(names).toEqual([{ name: 'a name that takes several lines', top: 21 }])
    expect(height).toBe(51)
  })

  it('leaves room for every number', () => {
    const { marginRight } = layOutRows([row('one', 10, { label: 'a long label' }), row('one', 5)], 560, 100)
    expect(marginRight).toBeGreaterThan(80)
  })

  it.each([
    ['short', '10, short'],
    ['so long that little would be left of what it is about, the marks', '10'],
  ])('has the detail "%s" as far as there is room', (detail, label) => {
    expect(layOutRows([row('one', 10, { detail })], 560, 100).rows.map((each) => each.label)).toEqual([label])
  })

  it('begins at the lowest value, or at zero, and ends where a number or a limit does', () => {
    expect(layOutRows([row('one', -5), row('one', 3, { limit: 4 })], 560, 100).domain).toEqual([-5, 4])
    expect(layOutRows([row('one', 3)], 560, 100).domain).toEqual([0, 3])
  })

  it('has as few ticks as large numbers need', () => {
    expect(layOutRows([row('one', 9)], 310, null).ticks).toBe(5)
    expect(layOutRows([row('one', 9_000_000_000)], 310, null).ticks).toBeLessThan(4)
  })
})
