import { html, type Markup } from '@corsac/page'
import type { FrameworkSummary, ScenarioSummary } from '../frameworks/summary.ts'
import type { BenchReport } from '../report-file.ts'
import { formatRatio, formatWhole } from './format-number.ts'
import { type JudgedRatio, judgeScenario } from './framework-ratios.ts'
import { addressOf, frameworkTitle } from './framework-title.ts'
import type { NumberTable } from './number-table.ts'
import { wrongAnswer } from './wrong-answer.ts'
import { plotCard } from './plot-card.ts'
import { kindSeries, limitKey, seriesKey, voidKey } from './plot-series.ts'
import { ratioCell } from './ratio-cell.ts'
import type { PlotRow } from './row-layout.ts'
import { rowPlot } from './row-plot.ts'

/** A scenario with what its ratios are judged by. */
interface JudgedScenario extends ScenarioSummary {
  readonly byInline: JudgedRatio | null
  readonly byPeer: JudgedRatio | null
}

/** An overhead this far below zero, as a share of the request without CORS, is more than noise. */
const SOONER = -0.05

/** Shows what every scenario costs on one framework. */
export function frameworkCard(report: BenchReport, framework: FrameworkSummary): Markup {
  const { name, packages } = framework
  const title = frameworkTitle(name, packages.framework)
  const peer = packages.peer ?? 'usual package'
  const scenarios = framework.scenarios.map((scenario): JudgedScenario => ({
    ...scenario,
    byInline: judgeScenario(report, framework, scenario, 'toInline'),
    byPeer: judgeScenario(report, framework, scenario, 'toPeer'),
  }))
  return plotCard({
    id: addressOf(name),
    title,
    note: scenarios.some(isSooner)
      ? html`Below zero a request takes less than without CORS, as where a preflight is answered before the framework
        looks for a route.`
      : null,
    keys: keysOf(peer, scenarios),
    plot: rowPlot({
      label:
        `${title}: nanoseconds that one request takes beyond the same without CORS, with headers by hand, ` +
        `with ${peer} and with Corsac, in ${scenarios.length} scenarios.`,
      axis: 'ns more than without CORS',
      rows: scenarios.flatMap(rowsOf),
    }),
    table: tableOf(scenarios),
  })
}

function isSooner({ bare, overheads }: ScenarioSummary): boolean {
  return Math.min(...Object.values(overheads)) < SOONER * bare
}

function keysOf(peer: string, scenarios: readonly JudgedScenario[]): readonly Markup[] {
  const line = scenarios.map(({ byInline }) => byInline?.atMost).find((atMost) => atMost !== undefined)
  return [
    seriesKey(kindSeries.inline, 'by hand'),
    seriesKey(kindSeries.peer, peer),
    seriesKey(kindSeries.corsac, 'Corsac'),
    ...(line === undefined ? [] : [limitKey(`pass line, ${formatRatio(line)} by hand`)]),
    ...(scenarios.every(({ peerIsRight }) => peerIsRight) ? [] : [voidKey('answers wrongly')]),
  ]
}

function rowsOf({ byInline, name, overheads, peerIsRight }: JudgedScenario): readonly PlotRow[] {
  return [
    { group: name, series: kindSeries.inline, value: overheads.inline, label: formatWhole(overheads.inline) },
    {
      group: name,
      series: kindSeries.peer,
      value: overheads.peer,
      label: `${formatWhole(overheads.peer)}${peerIsRight ? '' : ', answers wrongly'}`,
      isVoid: !peerIsRight,
    },
    {
      group: name,
      series: kindSeries.corsac,
      value: overheads.corsac,
      label: formatWhole(overheads.corsac),
      limit: byInline?.atMost === undefined ? undefined : byInline.atMost * overheads.inline,
    },
  ]
}

function tableOf(scenarios: readonly JudgedScenario[]): NumberTable {
  return {
    caption: 'Nanoseconds without CORS, then how many more; ratios with the quarters of their rounds.',
    heads: ['Request', 'Without', 'By hand', 'Usual package', 'Corsac', 'Corsac, by hand = 1', 'Corsac, package = 1'],
    rows: scenarios.map(({ bare, byInline, byPeer, name, overheads, peerIsRight }) => ({
      head: name,
      cells: [
        formatWhole(bare),
        formatWhole(overheads.inline),
        html`${formatWhole(overheads.peer)} ${peerIsRight ? null : wrongAnswer()}`,
        formatWhole(overheads.corsac),
        ratioCell(byInline?.ratio ?? null, byInline?.atMost),
        ratioCell(byPeer?.ratio ?? null, byPeer?.atMost),
      ],
    })),
  }
}
