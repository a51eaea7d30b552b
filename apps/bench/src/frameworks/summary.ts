import type { FrameworkBench } from './framework-bench.ts'
import type { ScenarioTimes } from './measure-framework.ts'
import { median, quantile } from './statistics.ts'

/** A ratio of two overheads: its median over the rounds, and the quarters of the rounds that are below and above. */
export interface Ratio {
  readonly median: number
  readonly low: number
  readonly high: number
}

/** What a scenario came to on one framework. Times are nanoseconds for one request. */
export interface ScenarioSummary {
  readonly name: string
  /** Whether the goals are judged by it. */
  readonly ordinary: boolean
  /** Without CORS. */
  readonly bare: number
  /** What is paid beyond that. */
  readonly overheads: { readonly inline: number; readonly peer: number; readonly corsac: number }
  readonly peerIsRight: boolean
  /** The overhead of Corsac by that of headers by hand; `null` where those cost too little beside the noise to divide by. */
  readonly toInline: Ratio | null
  /** The overhead of Corsac by that of the usual package; `null` where there is none to divide by. */
  readonly toPeer: Ratio | null
  /** All that a request takes with Corsac by all that it takes with headers by hand. */
  readonly total: Ratio
}

/** What a framework came to. */
export interface FrameworkSummary {
  readonly name: string
  readonly packages: FrameworkBench['packages']
  readonly scenarios: readonly ScenarioSummary[]
}

/** An overhead below this share of the bare request drowns in what the machine does beside. */
const NOISE = 0.03

/** Draws together what the rounds of a scenario measured. */
export function summarizeScenario({ peerIsRight, scenario, times }: ScenarioTimes): ScenarioSummary {
  const bare = median(times.bare)
  const overheadOf = (kind: 'inline' | 'peer' | 'corsac'): number => median(times[kind]) - bare
  const overheads = { inline: overheadOf('inline'), peer: overheadOf('peer'), corsac: overheadOf('corsac') }
  const roundsBy = (kind: 'inline' | 'peer'): Ratio | null =>
    overheads[kind] < NOISE * bare
      ? null
      : spreadOf(overheads.corsac / overheads[kind], perRound(times.corsac, times[kind], bare))
  return {
    name: scenario.name,
    ordinary: scenario.ordinary,
    bare,
    overheads,
    peerIsRight,
    toInline: roundsBy('inline'),
    toPeer: roundsBy('peer'),
    total: spreadOf(median(times.corsac) / median(times.inline), perRound(times.corsac, times.inline, 0)),
  }
}

function perRound(ours: readonly number[], theirs: readonly number[], bare: number): readonly number[] {
  return ours.map((time, round) => (time - bare) / ((theirs[round] ?? Number.NaN) - bare))
}

function spreadOf(middle: number, rounds: readonly number[]): Ratio {
  return { median: middle, low: quantile(rounds, 0.25), high: quantile(rounds, 0.75) }
}
