import { html, type Markup } from '@corsac/page'
import { axisX, axisY, dot, gridX, type Markish, ruleX, text } from '@observablehq/plot'
import { median } from '../frameworks/statistics.ts'
import { formatRatio } from './format-number.ts'
import { kindSeries } from './plot-series.ts'
import { renderPlot } from './render-plot.ts'

/** A ratio, and whether it is past its pass line. */
export interface PlottedRatio {
  readonly value: number
  readonly isMissed: boolean
}

/** Ratios of one group, of which the median is read. */
export interface RatioRow {
  readonly group: string
  readonly ratios: readonly PlottedRatio[]
}

/** How ratios are plotted. */
export interface RatioPlotOptions {
  /** What the plot shows, for those who do not see it. */
  readonly label: string
  readonly axis: string
  readonly rows: readonly RatioRow[]
  /** Up to where ratios pass. */
  readonly limits: readonly number[]
}

const ROW = 26
const AXIS = 40
const TICKS = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100]
/** Beyond these a ratio is as good or as bad as it gets; what is below zero has no logarithm. */
const [LOWEST, HIGHEST] = [0.05, 100]
const CHARACTER = 6.7
const NUMBER = 62

/**
 * Plots ratios on a logarithmic axis: every one as a ring, or as a cross where it is past its pass line, and the
 * median of a group as a disc with its number.
 */
export function ratioPlot(options: RatioPlotOptions): Markup {
  return html`${draw(options, 'wide', 560)}${draw(options, 'narrow', 310)}`
}

function draw({ axis, label, limits, rows }: RatioPlotOptions, className: string, width: number): Markup {
  const points = rows.flatMap(({ group, ratios }) =>
    ratios.map(({ isMissed, value }) => ({ group, isMissed, x: clamp(value) })),
  )
  const medians = rows.flatMap(({ group, ratios }) => {
    const middle = median(ratios.map(({ value }) => value))
    return ratios.length === 0 ? [] : [{ group, x: clamp(middle), label: formatRatio(middle) }]
  })
  const none = rows.filter(({ ratios }) => ratios.length === 0)
  const shown = [1, ...limits, ...points.map(({ x }) => x)]
  const domain = [Math.min(...shown) / 1.15, Math.max(...shown) * 1.15] as const
  const ticks = TICKS.filter((tick) => tick >= domain[0] && tick <= domain[1])
  const { color } = kindSeries.corsac
  const marks: Markish[] = [
    gridX({ ticks, stroke: 'var(--color-line)', strokeOpacity: 1 }),
    axisX({
      ticks,
      tickFormat: (tick: number) => `${tick} ×`,
      tickSize: 0,
      label: axis,
      labelAnchor: 'right',
      labelArrow: 'none',
    }),
    axisY({ label: null, tickSize: 0 }),
    ruleX(limits, { stroke: 'var(--color-text)', strokeWidth: 2 }),
    dot(
      points.filter(({ isMissed }) => !isMissed),
      { x: 'x', y: 'group', r: 3.5, stroke: color },
    ),
    dot(
      points.filter(({ isMissed }) => isMissed),
      { x: 'x', y: 'group', r: 4, symbol: 'times', stroke: 'var(--color-blocked)' },
    ),
    dot(medians, { x: 'x', y: 'group', r: 6, fill: color }),
    text(medians, { y: 'group', text: 'label', frameAnchor: 'right', textAnchor: 'start', dx: 10, fontWeight: 700 }),
    text(none, { y: 'group', text: () => 'below the noise', frameAnchor: 'right', textAnchor: 'end' }),
  ]
  return renderPlot(label, {
    className,
    width,
    height: rows.length * ROW + AXIS,
    marginLeft: Math.max(...rows.map(({ group }) => group.length)) * CHARACTER + 14,
    marginRight: NUMBER,
    marginTop: 0,
    marginBottom: AXIS,
    x: { type: 'log', domain },
    y: { type: 'point', domain: rows.map(({ group }) => group) },
    marks,
  })
}

function clamp(ratio: number): number {
  return Math.min(HIGHEST, Math.max(LOWEST, ratio))
}
