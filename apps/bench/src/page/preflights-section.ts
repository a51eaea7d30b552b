import { html, type Markup } from '@corsac/page'
import type { PreflightResult, PreflightResults } from '../preflights/preflight-results.ts'
import type { BenchReport } from '../report-file.ts'
import type { PageSection } from './page-section.ts'
import { plotCard } from './plot-card.ts'
import { kindSeries, limitKey, type PlotSeries, seriesKey } from './plot-series.ts'
import type { PlotRow } from './row-layout.ts'
import { rowPlot } from './row-plot.ts'

const SERIES: Readonly<Record<PreflightResult['kind'], PlotSeries>> = {
  floor: kindSeries.bare,
  peer: kindSeries.peer,
  corsac: kindSeries.corsac,
}

/** How many preflights a session costs. */
export function preflightsSection({ results: { preflights } }: BenchReport): PageSection {
  return {
    id: 'preflights',
    title: 'Preflights of a session',
    content: preflights === undefined ? null : showPreflights(preflights),
  }
}

function showPreflights({ browser, session, subjects }: PreflightResults): Markup {
  const floor = subjects.find(({ kind }) => kind === 'floor')?.preflights
  return html`<p>
      A page in ${browser} makes ${session.requests} requests to ${session.resources} resources, in ${session.visits}
      visits with ${session.pause} seconds between them. ${session.preflighted} of the requests would be preflighted if
      nothing were cached, and each preflight is a round trip that somebody waits for. Every implementation has its
      defaults, and beyond them only what the session needs to work.
    </p>
    <div class="cards single">
      ${plotCard({
        id: 'preflights-count',
        title: 'Preflights that the server got',
        keys: [
          seriesKey(kindSeries.peer, 'usual package'),
          seriesKey(kindSeries.corsac, 'Corsac'),
          ...(floor === undefined ? [] : [limitKey(`fewest possible, ${floor}`)]),
        ],
        plot: rowPlot({
          label: `Preflights of a session of ${session.requests} requests with each implementation.`,
          axis: 'preflights',
          rows: subjects.filter(({ kind }) => kind !== 'floor').map((result) => rowOf(result, floor)),
        }),
        table: {
          heads: ['Implementation', 'Preflights', 'What had to be set'],
          rows: subjects.map(({ options, preflights, subject }) => ({
            head: subject,
            cells: [String(preflights), options === null ? 'nothing' : html`<code>${options}</code>`],
          })),
        },
      })}
    </div>`
}

function rowOf({ kind, preflights, subject }: PreflightResult, floor: number | undefined): PlotRow {
  const [group = subject, ...names] = subject.split(', ')
  const name = names.join(', ')
  const row = { group, series: SERIES[kind], value: preflights, limit: floor }
  return kind === 'corsac'
    ? { ...row, label: `${preflights}, ${name}` }
    : { ...row, label: String(preflights), detail: name }
}
