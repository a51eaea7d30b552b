import { median } from '../frameworks/statistics.ts'
import type { BenchReport } from '../report-file.ts'
import type { ScaleRow } from '../scale/scale-results.ts'
import type { BundlePlatform } from '../size/published-bundle.ts'
import type { PublishedSize } from '../size/size-results.ts'
import { formatBytes, formatRatio, formatWhole } from './format-number.ts'
import { type Divisor, judgedRatios } from './framework-ratios.ts'

/** What somebody wants to know, and what a run says to it. */
export interface Answer {
  readonly question: string
  /** The part of the page that it is drawn from, which is the section of the bench as well. */
  readonly section: string
  /** The figure that says most, and a sentence with what it is compared with; `null` where it was not measured. */
  readonly said: { readonly figure: string; readonly sentence: string } | null
}

type AnsweringReport = Pick<BenchReport, 'passLines' | 'results'>

/** Answers what CORS costs for each request, by the number of origins, in the application, and in round trips. */
export function answersOf(report: AnsweringReport): readonly Answer[] {
  const { results } = report
  return [
    { question: 'For each request', section: 'frameworks', said: aboutRequests(report) },
    { question: 'With more origins', section: 'scale', said: aboutOrigins(results) },
    { question: 'In the application', section: 'size', said: aboutWeight(results) },
    { question: 'In round trips', section: 'preflights', said: aboutPreflights(results) },
  ]
}

function aboutRequests(report: AnsweringReport): Answer['said'] {
  const { frameworks = [] } = report.results
  const ratiosTo = (to: Divisor): readonly number[] =>
    frameworks.flatMap((framework) => judgedRatios(report, framework, to)).map(({ ratio }) => ratio.median)
  const [toInline, toPeer] = [ratiosTo('toInline'), ratiosTo('toPeer')]
  if (toInline.length === 0) return null
  const figure = formatRatio(median(toInline))
  const beside = toPeer.length === 0 ? '' : ` and ${formatRatio(median(toPeer))} what the usual package adds`
  return {
    figure,
    sentence:
      `Corsac adds ${figure} what headers by hand add to a request${beside} ` +
      `(medians over ${count(frameworks.length, 'framework')} and ordinary scenarios).`,
  }
}

function aboutOrigins({ scale = [] }: BenchReport['results']): Answer['said'] {
  const requests = scale.filter(({ kind }) => kind === 'request')
  const subjects = [...new Set(requests.map(({ subject }) => subject))]
  const climbs = (isOne: (subject: string) => boolean): readonly Climb[] =>
    subjects.filter(isOne).flatMap((subject) => climbOf(requests.filter((row) => row.subject === subject)) ?? [])
  const [ours] = climbs((subject) => subject.startsWith('Corsac'))
  if (ours === undefined) return null
  const theirs = climbs((subject) => !subject.startsWith('Corsac') && !subject.includes('by hand'))
  const beside = theirs.length === 0 ? '' : `; with the usual packages ${range(theirs.map(ratioOf), formatRatio)}`
  return {
    figure: formatRatio(ratioOf(ours)),
    sentence:
      `With ${formatWhole(ours.last.count)} origins listed, a request costs Corsac ${formatRatio(ratioOf(ours))} ` +
      `what it costs with ${formatWhole(ours.first.count)}${beside}.`,
  }
}

/** What a request from a listed origin takes with the shortest and with the longest list. */
interface Climb {
  readonly first: { readonly count: number; readonly time: number }
  readonly last: { readonly count: number; readonly time: number }
}

function climbOf(rows: readonly ScaleRow[]): Climb | null {
  const times = rows.flatMap(({ count: length, hitNs }) => (hitNs === null ? [] : [{ count: length, time: hitNs }]))
  const [first, last] = [times[0], times.at(-1)]
  return first === undefined || last === undefined || first === last ? null : { first, last }
}

function ratioOf({ first, last }: Climb): number {
  return last.time / first.time
}

function aboutWeight({ size }: BenchReport['results']): Answer['said'] {
  const bundles = (size?.bundles ?? []).filter(({ peer }) => peer !== null)
  const [edge, node] = [weightOf(bundles, 'edge'), weightOf(bundles, 'node')]
  if (edge === null || node === null) return null
  const peers = bundles.flatMap(({ peer }) => peer?.gzipped ?? [])
  return {
    figure: formatBytes(edge),
    sentence:
      `In the median a binding weighs ${formatBytes(edge)} gzipped on the edge and ${formatBytes(node)} on Node, ` +
      `where the public suffix list comes with it; the usual packages ${range(peers, formatBytes)}.`,
  }
}

function weightOf(bundles: readonly PublishedSize[], platform: BundlePlatform): number | null {
  const sizes = bundles.filter((bundle) => bundle.platform === platform).map(({ gzipped }) => gzipped)
  return sizes.length === 0 ? null : median(sizes)
}

function aboutPreflights({ preflights }: BenchReport['results']): Answer['said'] {
  if (preflights === undefined) return null
  const { session, subjects } = preflights
  const of = (kind: 'corsac' | 'peer' | 'floor'): readonly number[] =>
    subjects.filter((subject) => subject.kind === kind).map((subject) => subject.preflights)
  const ours = Math.min(...of('corsac'))
  const [floor] = of('floor')
  const fewest = ours === floor ? ', the fewest possible' : ''
  const theirs = of('peer').length === 0 ? '' : `; with the usual packages ${range(of('peer'), formatWhole)}`
  return {
    figure: formatWhole(ours),
    sentence: `A session of ${session.requests} requests costs ${count(ours, 'preflight')}${fewest}${theirs}.`,
  }
}

function range(values: readonly number[], format: (value: number) => string): string {
  const [low, high] = [format(Math.min(...values)), format(Math.max(...values))]
  return low === high ? low : `${low} to ${high}`
}

function count(amount: number, name: string): string {
  return `${formatWhole(amount)} ${name}${amount === 1 ? '' : 's'}`
}
