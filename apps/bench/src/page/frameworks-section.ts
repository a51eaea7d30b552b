import { html, type Markup } from '@corsac/page'
import type { FrameworkSummary } from '../frameworks/summary.ts'
import type { BenchReport } from '../report-file.ts'
import { formatRatio } from './format-number.ts'
import { frameworkCard } from './framework-card.ts'
import { type Divisor, judgedRatios } from './framework-ratios.ts'
import type { PageSection } from './page-section.ts'
import { plotCard } from './plot-card.ts'
import { kindSeries, limitKey, ringKey, seriesKey, voidKey } from './plot-series.ts'
import { ratioPlot, type RatioRow } from './ratio-plot.ts'

const CARDS: Readonly<Record<Divisor, { readonly id: string; readonly title: string }>> = {
  toInline: { id: 'to-by-hand', title: 'What Corsac adds, by what headers by hand add' },
  toPeer: { id: 'to-usual-package', title: 'What Corsac adds, by what the usual package adds' },
}

/** What handling one request costs on each framework. */
export function frameworksSection(report: BenchReport): PageSection {
  const { frameworks } = report.results
  return {
    id: 'frameworks',
    title: 'One request on each framework',
    content: frameworks === undefined ? null : showFrameworks(report, frameworks),
  }
}

function showFrameworks(report: BenchReport, frameworks: readonly FrameworkSummary[]): Markup {
  return html`<p>
      What handling one request takes beyond the same request without CORS, in the process, without a network. The usual
      package is configured for the same policy. Ratios are what to trust: below 1 × Corsac costs less. What is called
      <i>fetch</i> gets web-standard requests, as on other runtimes; the others get those of <code>node:http</code>.
    </p>
    <div class="cards">${ratioCard(report, frameworks, 'toInline')} ${ratioCard(report, frameworks, 'toPeer')}</div>
    <div class="cards">${frameworks.map((framework) => frameworkCard(report, framework))}</div>`
}

function ratioCard(report: BenchReport, frameworks: readonly FrameworkSummary[], to: Divisor): Markup {
  const judged = frameworks.map((framework) => ({ framework, ratios: judgedRatios(report, framework, to) }))
  const limits = [...new Set(judged.flatMap(({ ratios }) => ratios.flatMap(({ atMost }) => atMost ?? [])))].toSorted(
    (a, b) => a - b,
  )
  const rows = judged.map(({ framework, ratios }): RatioRow => ({
    group: framework.name,
    ratios: ratios.map(({ atMost, ratio: { median } }) => ({
      value: median,
      isMissed: atMost !== undefined && !(median <= atMost),
    })),
  }))
  const { id, title } = CARDS[to]
  return plotCard({
    id,
    title,
    keys: [
      seriesKey(kindSeries.corsac, 'median, with its number'),
      ringKey('one scenario'),
      ...(rows.some(({ ratios }) => ratios.some(({ isMissed }) => isMissed)) ? [voidKey('past its pass line')] : []),
      ...(limits.length === 0 ? [] : [limitKey(`pass line, ${limits.map(formatRatio).join(' or ')}`)]),
    ],
    plot: ratioPlot({
      label: `${title}: for each framework the median over its ordinary scenarios, as a ratio.`,
      axis: 'less ← Corsac adds → more',
      limits,
      rows,
    }),
  })
}
