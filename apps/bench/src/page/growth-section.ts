import { html, type Markup } from '@corsac/page'
import type { BenchReport } from '../report-file.ts'
import type { GrowthResults, GrowthRow } from '../scale/growth-results.ts'
import { formatNumber, formatWhole } from './format-number.ts'
import type { PageSection } from './page-section.ts'
import { findPassLine, passSign } from './pass-line.ts'
import { plotCard } from './plot-card.ts'
import { kindSeries, limitKey, seriesKey } from './plot-series.ts'
import type { PlotRow } from './row-layout.ts'
import { rowPlot } from './row-plot.ts'

const KILOBYTE = 1024

/** What many requests leave on the heap. */
export function growthSection(report: BenchReport): PageSection {
  const { growth } = report.results
  return {
    id: 'growth',
    title: 'What many requests leave behind',
    content: growth === undefined ? null : showGrowth(report, growth),
  }
}

function showGrowth(report: BenchReport, rows: GrowthResults): Markup {
  const line = rows.map((row) => limitOf(report, row)).find((limit) => limit !== undefined)
  return html`<p>
      What is held more on the heap after many requests, each from an origin that was never seen before. What remembers
      origins grows with them; some kilobytes come and go with the engine itself.
    </p>
    <div class="cards single">
      ${plotCard({
        id: 'growth-heap',
        title: 'Held more on the heap',
        keys: [
          seriesKey(kindSeries.peer, 'usual package'),
          seriesKey(kindSeries.corsac, 'Corsac'),
          ...(line === undefined ? [] : [limitKey(`pass line, ${formatWhole(line)} KB`)]),
        ],
        plot: rowPlot({
          label: 'Kilobytes that are held more on the heap after many requests from as many origins.',
          axis: 'KB, of 1024 bytes',
          rows: rows.map((row) => plotRow(row, limitOf(report, row))),
        }),
        table: {
          heads: ['Subject', 'Requests', 'KB held more', 'Pass line'],
          rows: rows.map((row) => ({
            head: row.subject,
            cells: [
              formatWhole(row.requests),
              formatNumber(row.bytes / KILOBYTE),
              passSign(row.bytes / KILOBYTE, limitOf(report, row)) ?? '–',
            ],
          })),
        },
      })}
    </div>`
}

function plotRow({ bytes, subject }: GrowthRow, limit: number | undefined): PlotRow {
  // The table has the names of the packages.
  const [, framework = subject] = / on (\w+)$/.exec(subject) ?? []
  return {
    group: framework,
    series: isCorsac(subject) ? kindSeries.corsac : kindSeries.peer,
    value: bytes / KILOBYTE,
    label: formatNumber(bytes / KILOBYTE),
    limit,
  }
}

function limitOf(report: BenchReport, { requests, subject }: GrowthRow): number | undefined {
  return findPassLine(report, `${subject}, ${requests.toLocaleString('en')} requests`)
}

function isCorsac(subject: string): boolean {
  return subject.startsWith('Corsac')
}
