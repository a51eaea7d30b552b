import { type FrameworkBench, type Kind } from '../frameworks/framework-bench.ts'
import { median, quantile } from '../frameworks/statistics.ts'
import type { Round, ScenarioRounds } from './measure-servers.ts'
import type { Servers } from './servers.ts'

/** A value that each round has: its median, and what the quarters of the rounds are below and above. */
export interface Spread {
  readonly median: number
  readonly low: number
  readonly high: number
}

/** How one kind did. */
export interface HttpKindSummary {
  readonly requestsPerSecond: Spread
  /** The latency that one request in a hundred was past, in milliseconds. */
  readonly p99: Spread
  /** What one request took of a processor on the server's side, in microseconds. */
  readonly cpuTime: Spread
}

/** A ratio of Corsac to another, of what was measured in the same round. Above 1, Corsac costs more. */
export interface HttpRatio {
  /** Of the time for a request, which is what requests per second are the inverse of. */
  readonly time: Spread
  /** Of what a request took of a processor on the server's side. */
  readonly cpuTime: Spread
}

/** What a scenario came to on one framework, over HTTP. */
export interface HttpSummary {
  readonly framework: string
  readonly packages: FrameworkBench['packages']
  readonly scenario: string
  readonly peerIsRight: boolean
  readonly kinds: Readonly<Record<Kind, HttpKindSummary>>
  readonly toInline: HttpRatio
  readonly toPeer: HttpRatio
}

/** Draws together what the rounds of a scenario measured. */
export function summarizeRounds(
  { framework, packages }: Pick<Servers, 'framework' | 'packages'>,
  { peerIsRight, rounds, scenario }: ScenarioRounds,
): HttpSummary {
  return {
    framework,
    packages,
    scenario: scenario.name,
    peerIsRight,
    kinds: {
      bare: summarizeKind(rounds.bare),
      inline: summarizeKind(rounds.inline),
      peer: summarizeKind(rounds.peer),
      corsac: summarizeKind(rounds.corsac),
    },
    toInline: ratioOf(rounds.corsac, rounds.inline),
    toPeer: ratioOf(rounds.corsac, rounds.peer),
  }
}

function summarizeKind(rounds: readonly Round[]): HttpKindSummary {
  return {
    requestsPerSecond: spreadOf(rounds.map((round) => round.requestsPerSecond)),
    p99: spreadOf(rounds.map((round) => round.p99)),
    cpuTime: spreadOf(rounds.map((round) => round.cpuTime)),
  }
}

function ratioOf(ours: readonly Round[], theirs: readonly Round[]): HttpRatio {
  // Round by round, since the machine may be slower in some.
  const pairs = ours.flatMap((our, round) => {
    const their = theirs[round]
    return their === undefined ? [] : [{ our, their }]
  })
  return {
    time: spreadOf(pairs.map(({ our, their }) => their.requestsPerSecond / our.requestsPerSecond)),
    cpuTime: spreadOf(pairs.map(({ our, their }) => our.cpuTime / their.cpuTime)),
  }
}

function spreadOf(values: readonly number[]): Spread {
  return { median: median(values), low: quantile(values, 0.25), high: quantile(values, 0.75) }
}
