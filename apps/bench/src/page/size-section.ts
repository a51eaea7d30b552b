import { html, type Markup } from '@corsac/page'
import type { BenchReport } from '../report-file.ts'
import type { BundlePlatform } from '../size/published-bundle.ts'
import type { PublishedSize, SizeResults } from '../size/size-results.ts'
import { formatBytes, formatNumber } from './format-number.ts'
import type { PageSection } from './page-section.ts'
import { passSign } from './pass-line.ts'
import { plotCard } from './plot-card.ts'
import { kindSeries, limitKey, type PlotSeries, seriesKey } from './plot-series.ts'
import type { PlotRow } from './row-layout.ts'
import { rowPlot } from './row-plot.ts'

const WITH_LIST: PlotSeries = { ...kindSeries.corsac, symbol: 'diamond' }
/** How many files of a bundle are plotted; all of them are in the table. */
const HEAVIEST = 12

const PLATFORMS: Readonly<Record<BundlePlatform, { readonly title: string; readonly note: string }>> = {
  edge: {
    title: 'On the edge and in browsers, gzipped',
    note: 'The public suffix list is an import of its own there.',
  },
  node: { title: 'On Node, gzipped', note: 'There the public suffix list comes with the package.' },
}

/** What packages weigh in an application, and how long they take to load. */
export function sizeSection({ results: { size } }: BenchReport): PageSection {
  return { id: 'size', title: 'Weight', content: size === undefined ? null : showSize(size) }
}

function showSize({ bundles, emptyImportTime, modules }: SizeResults): Markup {
  const platforms = (['edge', 'node'] as const).filter((platform) => bundles.some((each) => each.platform === platform))
  return html`<p>
      What an import adds to an application, bundled, minified and gzipped, without the framework that is there anyway.
      The public suffix list is what tells a wildcard over <code>example.com</code> from one over
      <code>github.io</code>, and weighs most of it.
    </p>
    <div class="cards">
      ${platforms.map((platform) =>
        platformCard(
          platform,
          bundles.filter((each) => each.platform === platform),
        ),
      )}
      ${importCard(bundles, emptyImportTime)} ${moduleCard(modules)}
    </div>`
}

function platformCard(platform: BundlePlatform, bundles: readonly PublishedSize[]): Markup {
  const { note, title } = PLATFORMS[platform]
  return plotCard({
    id: `size-${platform}`,
    title,
    note: html`${note}`,
    keys: [
      seriesKey(kindSeries.corsac, 'without the public suffix list'),
      seriesKey(WITH_LIST, 'with it'),
      seriesKey(kindSeries.peer, 'usual package'),
      limitKey('budget, of what it comes with'),
    ],
    plot: rowPlot({
      label:
        `Bytes, minified and gzipped, of ${bundles.map(({ name }) => name).join('; ')}, with and without the public ` +
        'suffix list, beside the usual packages.',
      axis: 'kB gzipped',
      rows: bundles.flatMap(sizeRows),
    }),
    table: {
      caption: 'Gzipped, but the first; the budget is for what the package comes with.',
      heads: ['Import', 'Minified', 'Without list', 'With list', 'Budget', 'Usual package'],
      rows: bundles.map((size) => ({ head: size.name, cells: sizeCells(size) })),
    },
  })
}

function sizeRows({
  budget,
  includesPublicSuffixes,
  name,
  peer,
  withPublicSuffixes,
  withoutPublicSuffixes,
}: PublishedSize): readonly PlotRow[] {
  const row = (series: PlotSeries, bytes: number, isWhole: boolean): PlotRow => ({
    group: name,
    series,
    value: bytes / 1000,
    label: formatBytes(bytes),
    limit: isWhole ? budget / 1000 : undefined,
  })
  return [
    row(kindSeries.corsac, withoutPublicSuffixes.gzipped, !includesPublicSuffixes),
    row(WITH_LIST, withPublicSuffixes.gzipped, includesPublicSuffixes),
    ...(peer === null ? [] : [{ ...row(kindSeries.peer, peer.gzipped, false), detail: peer.name }]),
  ]
}

function sizeCells(size: PublishedSize): readonly (Markup | string)[] {
  const { budget, gzipped, minified, peer, withPublicSuffixes, withoutPublicSuffixes } = size
  return [
    formatBytes(minified),
    formatBytes(withoutPublicSuffixes.gzipped),
    formatBytes(withPublicSuffixes.gzipped),
    html`${formatBytes(budget)} ${passSign(gzipped, budget)}`,
    peer === null
      ? '–'
      : html`${formatBytes(peer.gzipped)} <span class="count">${formatBytes(peer.minified)} minified</span>
          <span class="count">${peer.package}</span>`,
  ]
}

function importCard(bundles: readonly PublishedSize[], emptyImportTime: number): Markup {
  return plotCard({
    id: 'size-import',
    title: 'Loading it in Node',
    note: html`The first import in a process that has its framework loaded. An empty module takes
    ${formatNumber(emptyImportTime)} ms. Where the usual package is part of its framework, it has no time of its own.`,
    keys: [seriesKey(kindSeries.corsac, 'Corsac'), seriesKey(kindSeries.peer, 'usual package')],
    plot: rowPlot({
      label: `Milliseconds that Node takes to import each entry, beside the usual packages.`,
      axis: 'ms',
      rows: bundles.flatMap(({ importTime, name, peer }): readonly PlotRow[] => [
        { group: name, series: kindSeries.corsac, value: importTime, label: formatNumber(importTime) },
        ...(peer?.importTime == null
          ? []
          : [
              {
                group: name,
                series: kindSeries.peer,
                value: peer.importTime,
                label: formatNumber(peer.importTime),
                detail: peer.name,
              },
            ]),
      ]),
    }),
    table: {
      heads: ['Import', 'ms', 'Usual package', 'ms'],
      rows: bundles.map(({ importTime, name, peer }) => ({
        head: name,
        cells: [
          formatNumber(importTime),
          peer?.name ?? '–',
          peer?.importTime == null ? '–' : formatNumber(peer.importTime),
        ],
      })),
    },
  })
}

function moduleCard(modules: SizeResults['modules']): Markup {
  return plotCard({
    id: 'size-modules',
    title: 'What @corsac/fetch is made of',
    note: html`The ${HEAVIEST} heaviest of its ${modules.length} files, minified and not gzipped.`,
    plot: rowPlot({
      label: `Bytes, minified, of the heaviest files in the bundle of @corsac/fetch.`,
      axis: 'kB minified',
      rows: modules.slice(0, HEAVIEST).map(({ minified, name }) => ({
        group: name,
        series: kindSeries.corsac,
        value: minified / 1000,
        label: formatBytes(minified),
      })),
    }),
    table: {
      heads: ['File', 'Minified'],
      rows: modules.map(({ minified, name }) => ({ head: name, cells: [formatBytes(minified)] })),
    },
  })
}
