import { setImmediate } from 'node:timers/promises'
import type { BenchApp } from '../frameworks/framework-bench.ts'
import type { BenchRequest } from '../frameworks/scenario.ts'
import { median } from '../frameworks/statistics.ts'
import { ASKING } from './tenant-origins.ts'

/** How much is measured at most; what takes long is measured less often. */
export interface RequestRounds {
  readonly rounds: number
  /** Requests in a round; a multiple of {@link ASKING}. Short, because the machine interrupts long ones. */
  readonly batch: number
}

/** How long the plan may take, in milliseconds: the first requests of a process say little about the next. */
const PLANNING_TIME = 100
/** How long one batch, and all batches of one measurement, may take; in nanoseconds. */
const BATCH_TIME = 20e6
const WHOLE_TIME = 1e9
const LEAST_ROUNDS = 3
/** The share of the rounds that goes before, for the engine to compile what is measured. */
const WARM_UP = 1 / 3
/** A difference below this share of the bare request drowns in what the machine does beside. */
const NOISE = 0.03

/**
 * Measures what a request pays beyond the same request to an application without CORS, in nanoseconds: in every round
 * a batch for each of the two, the origins in turn; the difference of the medians.
 *
 * @returns `null` where the difference is too small beside the noise.
 */
export async function timeBeyondBare(
  app: BenchApp,
  bare: BenchApp,
  origins: readonly string[],
  most: RequestRounds,
): Promise<number | null> {
  const { batch, rounds } = await planRounds(app, origins, most)
  const [times, bareTimes]: [number[], number[]] = [[], []]
  for (let round = -Math.floor(rounds * WARM_UP); round < rounds; round++) {
    const bareFirst = round % 2 === 0 ? await timeBatch(bare, origins, batch) : null
    const time = await timeBatch(app, origins, batch)
    const bareTime = bareFirst ?? (await timeBatch(bare, origins, batch))
    if (round < 0) continue
    times.push(time)
    bareTimes.push(bareTime)
  }
  const difference = median(times) - median(bareTimes)
  return difference < NOISE * median(bareTimes) ? null : difference
}

async function planRounds(app: BenchApp, origins: readonly string[], most: RequestRounds): Promise<RequestRounds> {
  let time = Number.POSITIVE_INFINITY
  const end = performance.now() + PLANNING_TIME
  do time = Math.min(time, await timeBatch(app, origins, ASKING))
  while (performance.now() < end)
  const turns = Math.max(1, Math.min(most.batch / ASKING, Math.floor(BATCH_TIME / (time * ASKING))))
  const batch = turns * ASKING
  return { batch, rounds: Math.max(LEAST_ROUNDS, Math.min(most.rounds, Math.floor(WHOLE_TIME / (batch * time)))) }
}

/** @returns nanoseconds for each request */
async function timeBatch(app: BenchApp, origins: readonly string[], size: number): Promise<number> {
  const exchanges = Array.from({ length: size }, (_, index) =>
    app.prepare(requestFrom(origins[index % origins.length] ?? '')),
  )
  // What Node has put off meanwhile is done first; never done, it would fill the memory.
  await setImmediate()
  const start = process.hrtime.bigint()
  for (const { handle } of exchanges) {
    const pending = handle()
    if (pending !== undefined) await pending
  }
  return Number(process.hrtime.bigint() - start) / size
}

/** Tells whether an application shares its response with an origin. */
export async function isShared(app: BenchApp, origin: string): Promise<boolean> {
  const exchange = app.prepare(requestFrom(origin))
  await exchange.handle()
  const { header, status } = exchange.read()
  if (status !== 200) throw new Error(`A request from ${origin} was answered with ${status}`)
  return header('access-control-allow-origin') === origin
}

/** Makes an actual request from an origin. */
export function requestFrom(origin: string): BenchRequest {
  return { method: 'GET', headers: { host: 'api.example.com', origin } }
}
