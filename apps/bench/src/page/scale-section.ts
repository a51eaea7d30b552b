import { html, type Markup } from '@corsac/page'
import type { BenchReport } from '../report-file.ts'
import type { ScaleResults, ScaleRow } from '../scale/scale-results.ts'
import { type Curve, curvePlot } from './curve-plot.ts'
import { formatBytes, formatTime, formatWhole } from './format-number.ts'
import type { PageSection } from './page-section.ts'
import { findPassLine } from './pass-line.ts'
import { plotCard } from './plot-card.ts'
import { curveLimitKey, kindSeries, type PlotSeries, seriesKey } from './plot-series.ts'

/** What is measured of a list, and in what it is written. */
interface ScaleMeasure {
  readonly id: string
  readonly kind: ScaleRow['kind']
  readonly title: string
  readonly read: (row: ScaleRow) => number | null
  readonly format: (value: number) => string
  /** How its pass line is named after the subject and the count, and what it is in the unit of the measure. */
  readonly line: string
  readonly limitOf: (line: number, first: number) => number
}

const listed = {
  read: ({ hitNs }: ScaleRow) => hitNs,
  format: formatTime,
  line: 'listed, to a list of',
  limitOf: (ratio: number, first: number) => ratio * first,
}
const notListed = { ...listed, read: ({ missNs }: ScaleRow) => missNs, line: 'not listed, to a list of' }

const MEASURES: readonly ScaleMeasure[] = [
  { ...listed, id: 'listed', kind: 'request', title: 'A request from a listed origin' },
  { ...notListed, id: 'not-listed', kind: 'request', title: 'A request from an origin that is not listed' },
  {
    id: 'definition',
    kind: 'request',
    title: 'Making it ready, the list being there',
    read: ({ definitionMs }) => definitionMs * 1e6,
    format: formatTime,
    line: 'definition',
    limitOf: (milliseconds) => milliseconds * 1e6,
  },
  {
    id: 'memory',
    kind: 'request',
    title: 'Memory of one origin, its text included',
    read: ({ bytesPerOrigin }) => bytesPerOrigin,
    format: formatBytes,
    line: 'memory of one',
    limitOf: (bytes) => bytes,
  },
  { ...listed, id: 'decision-listed', kind: 'decision', title: 'The decision alone, about a listed origin' },
  {
    ...notListed,
    id: 'decision-not-listed',
    kind: 'decision',
    title: 'The decision alone, about an origin that is not listed',
  },
]

/** What origins cost by their number. */
export function scaleSection(report: BenchReport): PageSection {
  const { scale } = report.results
  return {
    id: 'scale',
    title: 'By the number of origins',
    content: scale === undefined ? null : showScale(report, scale),
  }
}

function showScale(report: BenchReport, scale: ScaleResults): Markup {
  return html`<p>
      A policy that lists its origins one by one, on logarithmic axes: a curve that climbs looks at every origin of the
      list, a flat one looks the origin up. A request is measured beyond the same without CORS, each package on its
      framework; the decision alone has no server around it, and is not to be compared with it. Where a request costs
      too little beside the noise, there is no point.
    </p>
    <div class="cards">${MEASURES.map((measure) => measureCard(report, scale, measure))}</div>`
}

function measureCard(report: BenchReport, scale: ScaleResults, measure: ScaleMeasure): Markup {
  const { format, id, kind, read, title } = measure
  const rows = scale.filter((row) => row.kind === kind)
  const subjects = [...new Set(rows.map(({ subject }) => subject))]
  const counts = [...new Set(rows.map(({ count }) => count))].toSorted((a, b) => a - b)
  const curves = subjects.map((subject) => curveOf(subject, rows, read))
  const limit = findLimit(report, curves, measure)
  return plotCard({
    id: `scale-${id}`,
    title,
    keys: [
      seriesKey(kindSeries.corsac, 'Corsac'),
      seriesKey(kindSeries.inline, 'by hand'),
      ...(curves.some(({ series }) => series === kindSeries.peer)
        ? [seriesKey(kindSeries.peer, 'usual packages')]
        : []),
      ...(limit === undefined ? [] : [curveLimitKey(`pass line of the longest list, ${format(limit)}`)]),
    ],
    plot: curvePlot({
      label: `${title}, by the number of origins in the list, for ${subjects.join('; ')}.`,
      countAxis: 'origins in the list',
      curves,
      format,
      limit,
    }),
    table: {
      heads: ['Subject', ...counts.map((count) => `${formatWhole(count)} origins`)],
      rows: subjects.map((subject) => ({
        head: subject,
        cells: counts.map((count) => {
          const row = rows.find((each) => each.subject === subject && each.count === count)
          const value = row === undefined ? null : read(row)
          return value === null ? 'below the noise' : format(value)
        }),
      })),
    },
  })
}

function curveOf(subject: string, rows: ScaleResults, read: ScaleMeasure['read']): Curve {
  const points = rows
    .filter((row) => row.subject === subject)
    .flatMap((row) => {
      const value = read(row)
      return value === null || value <= 0 ? [] : [{ count: row.count, value }]
    })
  return { name: subject, series: seriesOf(subject), points, isLead: isCorsac(subject) }
}

function findLimit(report: BenchReport, curves: readonly Curve[], { limitOf, line }: ScaleMeasure): number | undefined {
  const lead = curves.find(({ isLead }) => isLead)
  const [first, last] = [lead?.points[0], lead?.points.at(-1)]
  if (lead === undefined || first === undefined || last === undefined) return undefined
  const found = findPassLine(report, `${lead.name}, ${formatWhole(last.count)} origins: ${line}`)
  return found === undefined ? undefined : limitOf(found, first.value)
}

function isCorsac(subject: string): boolean {
  return subject.startsWith('Corsac')
}

function seriesOf(subject: string): PlotSeries {
  if (isCorsac(subject)) return kindSeries.corsac
  return subject.includes('by hand') ? kindSeries.inline : kindSeries.peer
}
