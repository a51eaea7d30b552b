import { html, type Markup } from '@corsac/page'
import { axisX, dot, gridX, link, type Markish, ruleX, text } from '@observablehq/plot'
import { renderPlot } from './render-plot.ts'
import { CHARACTER, EDGE, endOf, layOutRows, type Placed, type PlotRow, ROW } from './row-layout.ts'

/** How rows are plotted. */
export interface RowPlotOptions {
  /** What the plot shows, for those who do not see it. */
  readonly label: string
  /** What the values are. */
  readonly axis: string
  readonly rows: readonly PlotRow[]
}

const AXIS = 40
const LONGEST_NAME = 170
/** What Plot takes for the size of the font when it breaks lines: its metrics are those of a narrower one. */
const EM = 14

/** Plots values as rows of marks that start from zero, each with its number; for wide windows, and for narrow ones. */
export function rowPlot(options: RowPlotOptions): Markup {
  const longest = Math.max(...options.rows.map(({ group }) => group.length)) * CHARACTER
  return html`${draw(options, 560, Math.min(longest, LONGEST_NAME))}${draw(options, 310, null)}`
}

function draw({ axis, label, rows: given }: RowPlotOptions, width: number, nameWidth: number | null): Markup {
  const { domain, height, marginLeft, marginRight, names, rows, ticks } = layOutRows(given, width, nameWidth)
  const marks: Markish[] = [
    gridX({ ticks, stroke: 'var(--color-line)', strokeOpacity: 1 }),
    axisX({ ticks, tickSize: 0, label: axis, labelAnchor: 'right', labelArrow: 'none' }),
    ruleX([0], { stroke: 'var(--color-line-strong)' }),
    text(names, {
      y: 'top',
      text: 'name',
      frameAnchor: 'left',
      ...(nameWidth === null
        ? { textAnchor: 'start' as const, fontWeight: 600 }
        : { textAnchor: 'end' as const, dx: -EDGE, lineWidth: nameWidth / EM }),
    }),
    link(rows, { x1: 0, x2: 'value', y1: 'top', y2: 'top', stroke: colorOf, strokeWidth: 2 }),
    ruleX(
      rows.filter(({ limit }) => limit !== undefined),
      {
        x: 'limit',
        y1: ({ top }: Placed<PlotRow>) => top - ROW / 2 + 1,
        y2: ({ top }: Placed<PlotRow>) => top + ROW / 2 - 1,
        stroke: 'var(--color-text)',
        strokeWidth: 2,
      },
    ),
    dot(
      rows.filter(({ isVoid = false }) => !isVoid),
      { x: 'value', y: 'top', fill: colorOf, symbol: ({ series }: PlotRow) => series.symbol, r: 4.5 },
    ),
    dot(
      rows.filter(({ isVoid = false }) => isVoid),
      { x: 'value', y: 'top', stroke: 'var(--color-blocked)', symbol: 'times', strokeWidth: 2, r: 5 },
    ),
    text(rows, { x: endOf, y: 'top', text: 'label', textAnchor: 'start', dx: 9 }),
  ]
  return renderPlot(label, {
    className: nameWidth === null ? 'narrow' : 'wide',
    width,
    height: height + AXIS,
    marginLeft,
    marginRight,
    marginTop: 0,
    marginBottom: AXIS,
    x: { domain },
    y: { type: 'linear', domain: [0, height], range: [0, height], axis: null },
    color: { type: 'identity' },
    symbol: { type: 'identity' },
    marks,
  })
}

function colorOf({ series }: PlotRow): string {
  return series.color
}
