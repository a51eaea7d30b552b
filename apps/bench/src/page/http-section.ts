import { html, type Markup } from '@corsac/page'
import { type Kind, kinds } from '../frameworks/framework-bench.ts'
import type { HttpRatio, HttpSummary } from '../http/summary.ts'
import type { BenchReport } from '../report-file.ts'
import { formatNumber, formatRatio, formatWhole } from './format-number.ts'
import { addressOf, frameworkTitle } from './framework-title.ts'
import type { PageSection } from './page-section.ts'
import { findPassLine } from './pass-line.ts'
import { wrongAnswer } from './wrong-answer.ts'
import { plotCard } from './plot-card.ts'
import { kindSeries, seriesKey, voidKey } from './plot-series.ts'
import { ratioCell } from './ratio-cell.ts'
import type { PlotRow } from './row-layout.ts'
import { rowPlot } from './row-plot.ts'

const NAMES: Readonly<Record<Kind, string>> = {
  bare: 'without CORS',
  inline: 'by hand',
  peer: 'usual package',
  corsac: 'Corsac',
}

/** How many requests servers answer over HTTP. */
export function httpSection(report: BenchReport): PageSection {
  const { http } = report.results
  return { id: 'http', title: 'Over HTTP', content: http === undefined ? null : showHttp(report, http) }
}

function showHttp(report: BenchReport, summaries: readonly HttpSummary[]): Markup {
  const scenarios = [...new Set(summaries.map(({ scenario }) => scenario))]
  return html`<p>
      The same over the loopback network: how many requests a server answers in a second, and how long the slowest in a
      hundred wait. Most of such a request is HTTP and the framework, so the four are nearer to each other than above.
      Ratios are of the time for a request, round by round: below 1 × Corsac takes less.
    </p>
    <div class="cards">
      ${scenarios.map((scenario) =>
        scenarioCard(
          report,
          scenario,
          summaries.filter((each) => each.scenario === scenario),
        ),
      )}
    </div>`
}

function scenarioCard(report: BenchReport, scenario: string, summaries: readonly HttpSummary[]): Markup {
  const isAnyWrong = summaries.some(({ peerIsRight }) => !peerIsRight)
  return plotCard({
    id: `http-${addressOf(scenario)}`,
    title: `Requests in a second: ${scenario}`,
    keys: [
      ...kinds.map((kind) => seriesKey(kindSeries[kind], NAMES[kind])),
      ...(isAnyWrong ? [voidKey('answers wrongly')] : []),
    ],
    plot: rowPlot({
      label:
        'Requests in a second that each framework answers without CORS, with headers by hand, with its usual package ' +
        `and with Corsac: ${scenario}.`,
      axis: 'requests in a second',
      rows: summaries.flatMap(rowsOf),
    }),
    table: {
      caption:
        'Requests in a second; below them the milliseconds that one in a hundred is past. ' +
        'Ratios of the time for a request, with the quarters of their rounds; below them, of what it takes of a processor.',
      heads: ['Framework', ...kinds.map((kind) => NAMES[kind]), 'Corsac, by hand = 1', 'Corsac, package = 1'],
      rows: summaries.map((summary) => ({
        head: frameworkTitle(summary.framework, summary.packages.framework),
        cells: cellsOf(report, summary),
      })),
    },
  })
}

function rowsOf({ framework, kinds: measured, packages, peerIsRight }: HttpSummary): readonly PlotRow[] {
  return kinds.map((kind) => {
    const value = measured[kind].requestsPerSecond.median
    const isVoid = kind === 'peer' && !peerIsRight
    return {
      group: framework,
      series: kindSeries[kind],
      value,
      label: `${formatWhole(value)}${isVoid ? ', answers wrongly' : ''}`,
      detail: kind === 'peer' && packages.peer !== null ? packages.peer : undefined,
      isVoid,
    }
  })
}

function cellsOf(report: BenchReport, summary: HttpSummary): readonly (Markup | string)[] {
  const { framework, kinds: measured, peerIsRight, scenario, toInline, toPeer } = summary
  const lineOf = (to: string): number | undefined =>
    findPassLine(report, `${framework}, ${scenario} over HTTP, time per request, Corsac ${to}`)
  return [
    ...kinds.map((kind) => {
      const { p99, requestsPerSecond } = measured[kind]
      return html`${formatWhole(requestsPerSecond.median)}
        <span class="count">${formatNumber(p99.median)}</span>
        ${kind === 'peer' && !peerIsRight ? wrongAnswer() : null}`
    }),
    html`${ratioCell(toInline.time, lineOf('to by hand'))} ${cpuTime(toInline)}`,
    html`${ratioCell(toPeer.time, lineOf('to the usual package'))} ${cpuTime(toPeer)}`,
  ]
}

function cpuTime({ cpuTime: { median } }: HttpRatio): Markup {
  return html`<span class="count">CPU ${formatRatio(median)}</span>`
}
