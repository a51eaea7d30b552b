import { html, type Markup } from '@corsac/page'
import { axisX, axisY, dot, gridX, gridY, line, link, type Markish, ruleY, text } from '@observablehq/plot'
import type { PlotSeries } from './plot-series.ts'
import { renderPlot } from './render-plot.ts'

/** What a curve comes to at a count; both above zero, as a logarithm asks for. */
export interface CurvePoint {
  readonly count: number
  readonly value: number
}

/** How something grows with a count. */
export interface Curve {
  readonly name: string
  readonly series: PlotSeries
  /** From the smallest count to the largest. */
  readonly points: readonly CurvePoint[]
  /** Whether its numbers stand at all its points, and not only at its end. */
  readonly isLead: boolean
}

/** How curves are plotted. */
export interface CurvePlotOptions {
  /** What the plot shows, for those who do not see it. */
  readonly label: string
  /** What is counted. */
  readonly countAxis: string
  readonly curves: readonly Curve[]
  readonly format: (value: number) => string
  /** The value up to which the lead passes. */
  readonly limit?: number | undefined
}

interface Layout {
  readonly className: 'wide' | 'narrow'
  readonly width: number
  /** The room for the names of the curves. */
  readonly right: number
  /** How a curve is called where there is no room for all of its name. */
  readonly shorten: (name: string) => string
}

interface CurveEnd extends CurvePoint {
  readonly curve: Curve
  /** Where its name stands, in pixels from the top. */
  readonly top: number
}

const WIDE: Layout = { className: 'wide', width: 560, right: 225, shorten: (name) => name }
const NARROW: Layout = { className: 'narrow', width: 310, right: 146, shorten: firstWords }
const HEIGHT = 320
const LEFT = 52
const TOP = 14
const BOTTOM = 40
/** The least that two names stand apart. */
const LINE = 15
/** Between the last point of a curve and its name. */
const LEADER = 16
/** A number above its point, readable where a curve crosses it: headers by hand cost less, and are below. */
const NUMBER = {
  x: 'count',
  y: 'value',
  dy: -13,
  fontWeight: 700,
  fill: 'var(--color-text)',
  stroke: 'var(--color-surface)',
  strokeWidth: 4,
} as const

/** Plots curves on two logarithmic axes, each with its name and its last number at its end. */
export function curvePlot(options: CurvePlotOptions): Markup {
  return html`${draw(options, WIDE)}${draw(options, NARROW)}`
}

function draw({ countAxis, curves, format, label, limit }: CurvePlotOptions, layout: Layout): Markup {
  const { className, right, shorten, width } = layout
  const points = curves.flatMap(({ points: own, series }) => own.map((point) => ({ ...point, ...series })))
  const counts = [...new Set(points.map(({ count }) => count))].toSorted((a, b) => a - b)
  const leads = curves.filter(({ isLead }) => isLead)
  const others = curves.filter(({ isLead }) => !isLead)
  const xDomain = [counts[0] ?? 1, counts.at(-1) ?? 10] as const
  const yDomain = around([...points.map(({ value }) => value), ...(limit === undefined ? [] : [limit])])
  const frame = { width: width - LEFT - right, height: HEIGHT - TOP - BOTTOM }
  // The names stand beside the plot, so what is read off its axes is turned into pixels and back.
  const topOf = (value: number): number => (1 - shareOf(value, yDomain)) * frame.height
  const ends = spreadOut(
    curves.flatMap((curve) => endOf(curve, topOf)),
    frame.height,
  )
  const yTicks = logarithmicTicks(yDomain)
  const named = ends.map(({ curve, top, ...point }) => ({
    ...point,
    color: curve.series.color,
    weight: curve.isLead ? 700 : 400,
    text: `${format(point.value)} ${shorten(curve.name)}`,
    nameX: valueAt(1 + LEADER / frame.width, xDomain),
    nameY: valueAt(1 - top / frame.height, yDomain),
  }))
  const textOf = ({ value }: CurvePoint): string => format(value)
  const marks: Markish[] = [
    gridX(counts, { stroke: 'var(--color-line)', strokeOpacity: 1 }),
    gridY(yTicks, { stroke: 'var(--color-line)', strokeOpacity: 1 }),
    axisX(counts, { tickFormat: shortCount, tickSize: 0, label: countAxis, labelAnchor: 'right', labelArrow: 'none' }),
    axisY(yTicks, { tickFormat: format, tickSize: 0, label: null }),
    link(named, { x1: 'count', y1: 'value', x2: 'nameX', y2: 'nameY', stroke: 'var(--color-line-strong)' }),
    ...[...others, ...leads].map(({ isLead, points: own, series: { color } }) =>
      line(own, { x: 'count', y: 'value', stroke: color, strokeWidth: isLead ? 3 : 1.5 }),
    ),
    ...(limit === undefined
      ? []
      : [ruleY([limit], { stroke: 'var(--color-text)', strokeWidth: 2, strokeDasharray: '6 4' })]),
    // At the first point other curves begin, and before it stand the numbers of the axis. Where it is narrow, there is
    // room for the first number and the last.
    text(
      leads.flatMap(({ points: own }) => own.slice(0, 1)),
      { ...NUMBER, text: textOf, textAnchor: 'start', dx: 7 },
    ),
    text(className === 'narrow' ? [] : leads.flatMap(({ points: own }) => own.slice(1, -1)), {
      ...NUMBER,
      text: textOf,
    }),
    dot(points, { x: 'count', y: 'value', fill: 'color', symbol: 'symbol', r: 4 }),
    ...[400, 700].map((fontWeight) =>
      text(
        named.filter(({ weight }) => weight === fontWeight),
        { x: 'nameX', y: 'nameY', text: 'text', textAnchor: 'start', dx: 4, fontWeight },
      ),
    ),
  ]
  return renderPlot(label, {
    className,
    width,
    height: HEIGHT,
    marginLeft: LEFT,
    marginRight: right,
    marginTop: TOP,
    marginBottom: BOTTOM,
    x: { type: 'log', domain: xDomain },
    y: { type: 'log', domain: yDomain },
    color: { type: 'identity' },
    symbol: { type: 'identity' },
    marks,
  })
}

function around(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values) / 2, Math.max(...values) * 1.4]
}

function shareOf(value: number, [low, high]: readonly [number, number]): number {
  return Math.log(value / low) / Math.log(high / low)
}

function valueAt(share: number, [low, high]: readonly [number, number]): number {
  return low * (high / low) ** share
}

/** Powers of ten; between them 2 and 5, where there are few. */
function logarithmicTicks([low, high]: readonly [number, number]): readonly number[] {
  const first = Math.floor(Math.log10(low))
  const powers = Array.from({ length: Math.ceil(Math.log10(high)) - first + 1 }, (_, step) => 10 ** (first + step))
  const [coarse, fine] = [powers, powers.flatMap((power) => [power, 2 * power, 5 * power])].map((ticks) =>
    ticks.filter((tick) => tick >= low && tick <= high),
  )
  return coarse !== undefined && coarse.length > 2 ? coarse : (fine ?? [])
}

function endOf(curve: Curve, topOf: (value: number) => number): readonly CurveEnd[] {
  const last = curve.points.at(-1)
  return last === undefined ? [] : [{ ...last, curve, top: topOf(last.value) }]
}

/** Moves names apart that would stand on each other: down first, and up again where that leads out of the plot. */
function spreadOut(ends: readonly CurveEnd[], height: number): readonly CurveEnd[] {
  const down: CurveEnd[] = []
  for (const end of ends.toSorted((a, b) => a.top - b.top))
    down.push({ ...end, top: Math.max(end.top, (down.at(-1)?.top ?? -LINE) + LINE) })
  const up: CurveEnd[] = []
  for (const end of down.toReversed())
    up.push({ ...end, top: Math.min(end.top, (up.at(-1)?.top ?? height + LINE) - LINE) })
  return up
}

function shortCount(count: number): string {
  if (count >= 1e6) return `${count / 1e6} M`
  return count >= 1000 ? `${count / 1000} k` : String(count)
}

/** Leaves out the version, the framework, and what of a package is meant. */
function firstWords(name: string): string {
  return name.replace(/(?:,| \d| on ).*$/, '')
}
