import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { FrameworkBench, Kind } from '../frameworks/framework-bench.ts'

/** What the process of the servers says, first when all of them listen, then whenever it is asked. */
export interface ServersReport {
  readonly packages: FrameworkBench['packages']
  /** Where each kind is served, on the loopback address. */
  readonly ports: Readonly<Record<Kind, number>>
  /** What the process has spent so far, in microseconds of a processor. */
  readonly cpuTime: number
}

/** Servers of one framework, all in one process. */
export interface Servers extends Pick<ServersReport, 'packages' | 'ports'> {
  readonly framework: string
  /** Asks what the servers have spent so far, in microseconds of a processor. */
  readonly readCpuTime: () => Promise<number>
  readonly stop: () => Promise<void>
}

/**
 * Starts the servers of a framework in a process of their own. It ends with this one, if it is not stopped before.
 *
 * @throws {Error} If they do not start.
 */
export async function startServers(framework: string): Promise<Servers> {
  const child = fork(fileURLToPath(new URL('serve-framework.ts', import.meta.url)), [framework], {
    execArgv: ['--import', import.meta.resolve('tsx')],
    // What a framework prints is not to stand in what this process writes.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let complaints = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  const ended = once(child, 'close').then(([code]: unknown[]): unknown[] => {
    throw new Error(`The servers of "${framework}" ended, with exit code ${String(code)}: ${complaints}`)
  })
  const receive = async (): Promise<ServersReport> => {
    const received: unknown[] = await Promise.race([once(child, 'message'), ended])
    const [message] = received
    if (!isReport(message)) throw new Error(`The servers of "${framework}" said something else than how they are`)
    return message
  }
  const { packages, ports } = await receive()
  return {
    framework,
    packages,
    ports,
    readCpuTime: async () => {
      const report = receive()
      child.send('report')
      return (await report).cpuTime
    },
    stop: async () => {
      child.kill()
      await ended.catch(() => undefined)
    },
  }
}

function isReport(value: unknown): value is ServersReport {
  return typeof value === 'object' && value !== null && 'ports' in value && 'cpuTime' in value
}
