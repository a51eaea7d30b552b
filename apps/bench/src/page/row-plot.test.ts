import { renderMarkup } from '@corsac/page'
import { describe, expect, it } from 'vitest'
import { kindSeries } from './plot-series.ts'
import type { PlotRow } from './row-layout.ts'
import { rowPlot } from './row-plot.ts'

const rows: readonly PlotRow[] = [
  { group: 'one', series: kindSeries.inline, value: 12, label: '12 ns', detail: 'of it' },
  { group: 'one', series: kindSeries.corsac, value: -3, label: '−3 ns', limit: 13 },
  { group: 'two', series: kindSeries.peer, value: 900, label: '900 ns, wrong', isVoid: true },
]

describe('rowPlot', () => {
  const markup = renderMarkup(rowPlot({ label: 'A & B', axis: 'ns', rows }))
  const plots = markup.split('<svg').slice(1)

  it('is drawn for wide and for narrow windows, each an image with what it shows', () => {
    expect(plots.map((plot) => /class="(\w+)"/.exec(plot)?.[1])).toEqual(['wide', 'narrow'])
    for (const plot of plots) expect(plot).toMatch(/^ role="img" aria-label="A &amp; B"/)
  })

  it('carries every number and every name', () => {
    for (const plot of plots)
      for (const text of ['−3 ns', '900 ns, wrong', 'one', 'two']) expect(plot).toContain(`>${text}</text>`)
  })

  it('has details where there is room', () => {
    expect(plots.map((plot) => />12 ns[^<]*</.exec(plot)?.[0])).toEqual(['>12 ns, of it<', '>12 ns<'])
  })

  it('takes its colours from the page', () => {
    expect(markup).toContain('var(--color-series-1)')
    expect(markup).not.toMatch(/<style|style="|="(?:#|white|black|rgb)/)
  })

  it('can plot nothing but zero', () => {
    const zero = rowPlot({
      label: 'Zero',
      axis: 'ns',
      rows: [{ group: 'one', series: kindSeries.peer, value: 0, label: '0' }],
    })
    expect(renderMarkup(zero)).not.toContain('NaN')
  })
})
