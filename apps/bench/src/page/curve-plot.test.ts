import { renderMarkup } from '@corsac/page'
import { describe, expect, it } from 'vitest'
import { type Curve, curvePlot } from './curve-plot.ts'
import { kindSeries } from './plot-series.ts'

const curves: readonly Curve[] = [
  { name: 'Corsac on node', series: kindSeries.corsac, isLead: true, points: pointsOf([10, 11, 12]) },
  ...['cors 2.8.6 on node', 'h3 2.0.8, handleCors', '@koa/cors 5.0.0'].map((name) => ({
    name,
    series: kindSeries.peer,
    isLead: false,
    points: pointsOf([20, 300, 4000]),
  })),
  { name: 'below the noise', series: kindSeries.inline, isLead: false, points: [] },
]

function pointsOf(values: readonly number[]): Curve['points'] {
  return values.map((value, index) => ({ count: 10 ** (index + 1), value }))
}

function plotsOf(limit?: number): readonly string[] {
  const options = { label: 'Curves', countAxis: 'origins', curves, format: (value: number) => `${value} ns`, limit }
  return renderMarkup(curvePlot(options)).split('<svg').slice(1)
}

describe('curvePlot', () => {
  it('names every curve at its end, with its last number; shortly where the window is narrow', () => {
    const [wide = '', narrow = ''] = plotsOf()
    for (const text of ['12 ns Corsac on node', '4000 ns cors 2.8.6 on node', '4000 ns h3 2.0.8, handleCors'])
      expect(wide).toContain(`>${text}</text>`)
    for (const text of ['12 ns Corsac', '4000 ns cors', '4000 ns h3', '4000 ns @koa/cors'])
      expect(narrow).toContain(`>${text}</text>`)
  })

  it('sets names apart that end at the same place', () => {
    const [wide = ''] = plotsOf()
    const tops = Array.from(wide.matchAll(/translate\([\d.]+,([\d.]+)\)"[^>]*>[^<]* ns [^<]+</g), ([, top]) =>
      Number(top),
    )
    const gaps = tops
      .toSorted((a, b) => a - b)
      .map((top, index, all) => top - (all[index - 1] ?? Number.NEGATIVE_INFINITY))
    expect(gaps).toHaveLength(4)
    expect(Math.min(...gaps)).toBeGreaterThan(14)
  })

  it('shows the pass line, and leaves out what has no points', () => {
    expect(plotsOf(24).every((plot) => plot.includes('stroke-dasharray'))).toBe(true)
    expect(plotsOf().join('')).not.toMatch(/stroke-dasharray|NaN|below the noise/)
  })
})
