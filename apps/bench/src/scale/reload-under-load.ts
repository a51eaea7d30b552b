import { fork } from 'node:child_process'
import type { RequestListener } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { CorsPolicy } from '@corsac/core'
import { listen } from '../frameworks/listen.ts'
import { median, quantile } from '../frameworks/statistics.ts'
import { judgeAnswers } from './judge-answers.ts'
import type { ReloadAnswers } from './reload-answers.ts'
import type { ReloadResults } from './reload-results.ts'
import { createReloadedPolicy } from './reload-server.ts'

/** How much is asked, and of how many origins the policies are. */
export interface ReloadLoad {
  readonly origins: number
  readonly requests: number
  readonly connections: number
  /** How long the server serves between two reloads, in milliseconds. */
  readonly pause: number
}

/** Replaces the policy of a server again and again until another process has asked as much as it should. */
export async function reloadUnderLoad(
  { connections, origins, pause, requests }: ReloadLoad,
  listenerOf: (current: () => CorsPolicy) => RequestListener,
): Promise<ReloadResults> {
  const { current, firstMs, reload, since } = await createReloadedPolicy(origins)
  const server = await listen(listenerOf(current))
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const over = new AbortController()
  delay.enable()
  const asking = ask(server.port, requests, connections).finally(() => {
    over.abort()
  })
  const [answers, times] = await Promise.all([asking, reloadUntil(over.signal, reload, pause)])
  delay.disable()
  server.close()
  return {
    origins,
    requests,
    reloads: times.length,
    ...judgeAnswers(answers, since),
    definitionMs: { first: firstMs, median: median(times), p99: quantile(times, 0.99), max: Math.max(...times) },
    longestBlockMs: delay.max / 1e6,
  }
}

async function reloadUntil(
  over: AbortSignal,
  reload: () => Promise<number>,
  pause: number,
): Promise<readonly number[]> {
  const times: number[] = []
  while (!over.aborted) {
    await setTimeout(pause)
    times.push(await reload())
  }
  return times
}

function ask(port: number, requests: number, connections: number): Promise<ReloadAnswers> {
  const script = fileURLToPath(new URL('reload-load.ts', import.meta.url))
  const child = fork(script, [port, requests, connections].map(String), {
    execArgv: ['--import', 'tsx'],
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    // Which sends arrays of numbers as they are.
    serialization: 'advanced',
  })
  return new Promise((resolve, reject) => {
    child.once('message', (message: unknown) => {
      if (isAnswers(message)) resolve(message)
    })
    // Once there were answers, nobody hears of it.
    child.once('exit', (code) => {
      reject(new Error(`The process that asks ended with ${code ?? 'a signal'} before it had asked everything.`))
    })
  })
}

function isAnswers(message: unknown): message is ReloadAnswers {
  return typeof message === 'object' && message !== null && 'verdicts' in message
}
