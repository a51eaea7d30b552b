import { setImmediate } from 'node:timers/promises'
import { writeByHand } from './by-hand.ts'
import { type BenchApp, type FrameworkBench, type Kind, kinds } from './framework-bench.ts'
import { type Scenario, scenarios } from './scenario.ts'

/** How long handling one request took, in nanoseconds: a median for each round. */
export type Times = Readonly<Record<Kind, readonly number[]>>

/** What was measured of one scenario. */
export interface ScenarioTimes {
  readonly scenario: Scenario
  /** Whether the usual package answers it rightly; where not, its time says nothing. */
  readonly peerIsRight: boolean
  readonly times: Times
}

export interface MeasureOptions {
  readonly rounds: number
  /** Requests in a round, for each kind. */
  readonly batch: number
}

const WARM_UP_ROUNDS = 8

/**
 * Measures all scenarios of a framework: in every round, a batch of requests for each kind, each kind at another place in
 * turn, so that what else the machine does falls on all of them.
 *
 * @throws {Error} If Corsac, or what is written by hand, answers wrongly.
 */
export async function measureFramework(
  framework: FrameworkBench,
  { batch, rounds }: MeasureOptions,
): Promise<readonly ScenarioTimes[]> {
  const measured: ScenarioTimes[] = []
  for (const scenario of scenarios) {
    const apps = await createApps(framework, scenario)
    const peerIsRight = await isRight(apps.peer, scenario)
    for (const kind of ['inline', 'corsac'] as const)
      if (!(await isRight(apps[kind], scenario)))
        throw new Error(`${kind} on ${framework.name} answers "${scenario.name}" wrongly`)
    const times: Record<Kind, number[]> = { bare: [], inline: [], peer: [], corsac: [] }
    for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
      for (let place = 0; place < kinds.length; place++) {
        const kind = kinds[(place + Math.abs(round)) % kinds.length] ?? 'bare'
        const time = await measureBatch(apps[kind], scenario, batch)
        if (round >= 0) times[kind].push(time)
      }
    }
    measured.push({ scenario, peerIsRight, times })
  }
  return measured
}

async function createApps(framework: FrameworkBench, { policy }: Scenario): Promise<Record<Kind, BenchApp>> {
  return {
    bare: await framework.create('bare', policy),
    inline: await framework.create('inline', policy),
    peer: await framework.create('peer', policy),
    corsac: await framework.create('corsac', policy),
  }
}

/** Tells whether an application answers as the scenario says. */
export async function isRight(app: BenchApp, { policy, request, shared }: Scenario): Promise<boolean> {
  const exchange = app.prepare(request)
  await exchange.handle()
  const { header, status } = exchange.read()
  const allowed = header('access-control-allow-origin')
  const isShared = status < 300 && (allowed === '*' || (allowed !== null && allowed === request.headers.origin))
  const varies =
    writeByHand(policy).fixedOrigin !== undefined || (header('vary') ?? '').toLowerCase().includes('origin')
  return isShared === shared && varies
}

/** @returns nanoseconds for each request */
async function measureBatch(app: BenchApp, { request }: Scenario, size: number): Promise<number> {
  const exchanges = Array.from({ length: size }, () => app.prepare(request))
  // What Node has put off meanwhile is done first; never done, it would fill the memory.
  await setImmediate()
  const start = process.hrtime.bigint()
  for (const { handle } of exchanges) {
    const pending = handle()
    if (pending !== undefined) await pending
  }
  return Number(process.hrtime.bigint() - start) / size
}
