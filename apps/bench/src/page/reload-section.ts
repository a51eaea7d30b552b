import { html, type Markup, sign } from '@corsac/page'
import type { BenchReport } from '../report-file.ts'
import type { ReloadResults } from '../scale/reload-results.ts'
import { formatNumber, formatWhole } from './format-number.ts'
import type { PageSection } from './page-section.ts'
import { plotCard } from './plot-card.ts'
import { kindSeries, seriesKey } from './plot-series.ts'
import { rowPlot } from './row-plot.ts'

/** What replacing a policy costs a server that is being asked. */
export function reloadSection({ results: { reload } }: BenchReport): PageSection {
  return {
    id: 'reload',
    title: 'A policy that is replaced under load',
    content: reload === undefined ? null : showReload(reload),
  }
}

function showReload({
  decisive,
  definitionMs,
  longestBlockMs,
  origins,
  reloads,
  requests,
  wrong,
}: ReloadResults): Markup {
  const times = [
    ['First definition of the process', definitionMs.first],
    ['Definition, median', definitionMs.median],
    ['Definition, slowest in a hundred', definitionMs.p99],
    ['Definition, slowest', definitionMs.max],
    ['Longest time without answering', longestBlockMs],
  ] as const
  return html`<p>
      A server is asked without a pause, and its policy of ${formatWhole(origins)} origins is replaced again and again.
      Each answer has to be right for a policy that was current while its request was under way.
    </p>
    <p class="note">
      ${sign(wrong === 0 ? 'passed' : 'failed', `${formatWhole(wrong)} wrong answers`)}
      <span>
        of ${formatWhole(requests)} during ${formatWhole(reloads)} replacements; during ${formatWhole(decisive)} no
        policy was replaced, so that only one answer was right.
      </span>
    </p>
    <div class="cards single">
      ${plotCard({
        id: 'reload-times',
        title: 'What a replacement takes of the server’s time',
        keys: [seriesKey(kindSeries.corsac, 'Corsac')],
        plot: rowPlot({
          label: 'Milliseconds that the definition of a policy takes while the server is asked.',
          axis: 'ms',
          rows: times.map(([group, value]) => ({
            group,
            series: kindSeries.corsac,
            value,
            label: formatNumber(value),
          })),
        }),
        table: { heads: ['What', 'ms'], rows: times.map(([head, value]) => ({ head, cells: [formatNumber(value)] })) },
      })}
    </div>`
}
