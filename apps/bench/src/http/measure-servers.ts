import { type Kind, kinds } from '../frameworks/framework-bench.ts'
import { isRight } from '../frameworks/measure-framework.ts'
import type { Scenario } from '../frameworks/scenario.ts'
import { type Burst, CONNECTIONS, fireBurst } from './burst.ts'
import { httpScenarios } from './http-scenarios.ts'
import { remoteApp } from './remote-app.ts'
import type { Servers } from './servers.ts'

/** How a server did in one round, and what it spent on that. */
export interface Round extends Burst {
  /** What one request took of a processor, in microseconds, the client's share not included. */
  readonly cpuTime: number
}

/** What was measured of one scenario. */
export interface ScenarioRounds {
  readonly scenario: Scenario
  /** Whether the usual package answers it rightly; where not, its speed says nothing. */
  readonly peerIsRight: boolean
  readonly rounds: Readonly<Record<Kind, readonly Round[]>>
}

export interface MeasureServersOptions {
  readonly rounds: number
  /** Rounds before them, in which what the servers run is compiled. */
  readonly warmUpRounds: number
  /** About how long each kind is asked in a round, in seconds. */
  readonly burst: number
}

/** Fewer would mostly measure how connections are opened. */
const SMALLEST_AMOUNT = 20 * CONNECTIONS

/**
 * Measures the servers of a framework: in every round, a burst of requests to each of them in turn, while the others
 * are idle.
 *
 * @throws {Error} If Corsac, or what is written by hand, answers wrongly, or if any kind does not answer every request
 *   alike.
 */
export async function measureServers(
  servers: Servers,
  options: MeasureServersOptions,
): Promise<readonly ScenarioRounds[]> {
  const measured: ScenarioRounds[] = []
  for (const scenario of httpScenarios) {
    const examination = await examine(servers, scenario)
    const rounds = await measureScenario(servers, scenario, examination.statuses, options)
    // A burst sees only statuses: what was right before it has to be so still.
    const { peerIsRight } = await examine(servers, scenario)
    measured.push({ scenario, peerIsRight: peerIsRight && examination.peerIsRight, rounds })
  }
  return measured
}

interface Examination {
  readonly statuses: Readonly<Record<Kind, number>>
  readonly peerIsRight: boolean
}

async function examine({ framework, ports }: Servers, scenario: Scenario): Promise<Examination> {
  const statuses: Record<Kind, number> = { bare: 0, inline: 0, peer: 0, corsac: 0 }
  for (const kind of kinds) {
    const exchange = remoteApp(ports[kind]).prepare(scenario.request)
    await exchange.handle()
    statuses[kind] = exchange.read().status
  }
  for (const kind of ['inline', 'corsac'] as const)
    if (!(await isRight(remoteApp(ports[kind]), scenario)))
      throw new Error(`${kind} on ${framework} answers "${scenario.name}" wrongly over HTTP`)
  if (statuses.bare >= 300) throw new Error(`bare on ${framework} answers "${scenario.name}" with ${statuses.bare}`)
  return { statuses, peerIsRight: await isRight(remoteApp(ports.peer), scenario) }
}

async function measureScenario(
  { framework, ports, readCpuTime }: Servers,
  { name, request }: Scenario,
  statuses: Readonly<Record<Kind, number>>,
  { burst, rounds, warmUpRounds }: MeasureServersOptions,
): Promise<Record<Kind, Round[]>> {
  const measured: Record<Kind, Round[]> = { bare: [], inline: [], peer: [], corsac: [] }
  let amount = SMALLEST_AMOUNT
  for (let round = -warmUpRounds; round < rounds; round++) {
    for (const kind of kindsInTurn(round + warmUpRounds)) {
      const before = await readCpuTime()
      const options = { port: ports[kind], request, status: statuses[kind], amount }
      const result = await fireBurst(options).catch((cause: unknown) => {
        throw new Error(`${kind} on ${framework} does not answer every "${name}" over HTTP`, { cause })
      })
      const cpuTime = ((await readCpuTime()) - before) / amount
      if (round >= 0) measured[kind].push({ ...result, cpuTime })
      else if (kind === 'bare') amount = Math.max(SMALLEST_AMOUNT, Math.round(result.requestsPerSecond * burst))
    }
  }
  return measured
}

/** The kinds in the order of a round: each comes first in turn, and half of the time they go the other way about. */
export function kindsInTurn(round: number): readonly Kind[] {
  const first = round % kinds.length
  const turned = [...kinds.slice(first), ...kinds.slice(0, first)]
  return Math.floor(round / kinds.length) % 2 === 0 ? turned : turned.toReversed()
}
