import autocannon from 'autocannon'
import type { BenchRequest } from '../frameworks/scenario.ts'
import { quantile } from '../frameworks/statistics.ts'

/** Connections that ask at once, each the next request when it has the response to the last. */
export const CONNECTIONS = 16
/** The share of a burst that is not measured: first requests wait for their connection. */
const LEAD_IN = 0.1
/** How often autocannon looks whether it is done, in milliseconds. */
const SAMPLE_INTERVAL = 5

export interface BurstOptions {
  readonly port: number
  readonly request: BenchRequest
  /** The status that every response has to have. */
  readonly status: number
  /** How many requests there are, at least {@link CONNECTIONS}. */
  readonly amount: number
}

/** How a server did. */
export interface Burst {
  readonly requestsPerSecond: number
  /** The latency that one request in a hundred was past, in milliseconds. */
  readonly p99: number
}

/**
 * Sends a number of requests to a server on the loopback address, as fast as it answers.
 *
 * Times are taken of the single responses: the totals of autocannon are in steps of its sample interval, and its
 * latencies in whole milliseconds.
 *
 * @throws {Error} If a request is lost, or answered with another status: that may be the faster answer.
 */
export async function fireBurst({ amount, port, request, status }: BurstOptions): Promise<Burst> {
  const lead = Math.floor(amount * LEAD_IN)
  const latencies: number[] = []
  let answered = 0
  let start = performance.now()
  let end = start
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const options: autocannon.Options = {
      url: `http://127.0.0.1:${port}/`,
      // Of the methods that autocannon knows, those of the scenarios.
      method: request.method === 'OPTIONS' ? 'OPTIONS' : 'GET',
      headers: request.headers,
      amount,
      connections: CONNECTIONS,
      sampleInt: SAMPLE_INTERVAL,
      // A server that is gone would be asked until all requests are lost.
      bailout: 1,
      skipAggregateResult: true,
    }
    autocannon(options, (error: unknown, settled) => {
      if (error instanceof Error) reject(error)
      else resolve(settled)
    }).on('response', (_client, _status, _bytes, latency) => {
      answered += 1
      end = performance.now()
      if (answered <= lead) start = end
      else latencies.push(latency)
    })
  })
  check(result, { amount, status })
  return { requestsPerSecond: ((answered - lead) / (end - start)) * 1000, p99: quantile(latencies, 0.99) }
}

function check(
  { errors, statusCodeStats = {} }: autocannon.Result,
  { amount, status }: Pick<BurstOptions, 'amount' | 'status'>,
): void {
  const counts = Object.entries(statusCodeStats).map(([code, { count = 0 }]) => ({ code: Number(code), count }))
  const lost = amount - counts.reduce((sum, { count }) => sum + count, 0)
  if (errors === 0 && lost === 0 && counts.every(({ code }) => code === status)) return
  const answers = counts.map(({ code, count }) => `${code} answered ${count}`).join(', ')
  throw new Error(`Of ${amount} requests, ${answers || 'none was answered'}; ${lost} were lost, ${errors} failed`)
}
