import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { exchange } from './exchange.ts'
import type { CommandOptions } from './run-command.ts'
import { RunnerError } from './runner-error.ts'

/** An app that answers. */
export interface RunningApp {
  readonly url: string
  /** The end of what it has written. */
  readonly log: () => string
  /** Stops it, with whatever processes it has started. */
  readonly stop: () => Promise<void>
}

/** For how many milliseconds an app may take until it answers, on a machine with much else to do. */
const START = 180_000

/** For how many milliseconds an app that is asked to end may take. */
const GRACE = 5000

const KEPT_CHARACTERS = 4000

/**
 * Starts an app by its `npm start`, on a free port, and waits until it answers.
 *
 * @throws {RunnerError} if it ends before, or takes too long
 */
export async function startApp(readyPath: string, { cwd, env, signal }: CommandOptions): Promise<RunningApp> {
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  // As the leader of a group, so that what it starts ends with it.
  const child = spawn('npm', ['start'], {
    cwd,
    env: { ...env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port) },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let written = ''
  for (const stream of [child.stdout, child.stderr]) keepEnd(stream, (chunk) => (written += chunk))
  const over = new AbortController()
  const ended = new Promise<void>((resolve) => {
    for (const event of ['exit', 'error'])
      child.once(event, () => {
        over.abort()
        resolve()
      })
  })

  function log(): string {
    return written.slice(-KEPT_CHARACTERS)
  }

  function kill(name: NodeJS.Signals): void {
    if (child.pid === undefined) return
    try {
      process.kill(-child.pid, name)
    } catch {
      // Nobody is left in the group.
    }
  }

  async function stop(): Promise<void> {
    kill('SIGTERM')
    await Promise.race([ended, delay(GRACE, undefined, { ref: false })])
    kill('SIGKILL')
    await ended
  }

  const waiting = AbortSignal.any([signal, over.signal, AbortSignal.timeout(START)])
  while (!waiting.aborted) {
    if (await answers(url, readyPath)) return { url, log, stop }
    await delay(100)
  }
  await stop()
  throw new RunnerError(`\`npm start\` did not answer on port ${port}:\n${log()}`)
}

async function answers(url: string, path: string): Promise<boolean> {
  try {
    await exchange(url, { method: 'GET', path, headers: {} })
    return true
  } catch {
    return false
  }
}

function keepEnd(stream: Readable, keep: (chunk: string) => void): void {
  stream.setEncoding('utf8')
  stream.on('data', keep)
}

async function findFreePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new RunnerError('There is no free port.')
  return address.port
}
