import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { createProcessLog } from './process-log.ts'

/** A command that runs, with whatever processes it has started. */
export interface ProcessGroup {
  /** Resolves to how the command ended by itself, by a signal too. */
  readonly ended: Promise<ProcessEnd>
  /** The lines that the command has written, as far as they are kept. */
  readonly lines: () => readonly string[]
  /** Asks every process of the group to end. */
  readonly terminate: () => void
  /** Ends every process of the group that is left; resolves once the command is gone. */
  readonly kill: () => Promise<void>
}

/** How a command ended. */
export interface ProcessEnd {
  /** Its exit status; `null` where a signal or its absence ended it. */
  readonly status: number | null
  /** The end in words. */
  readonly text: string
}

/** For how many milliseconds to listen to a command that has ended. */
const LAST_WORDS = 200

/** What {@link startProcessGroup} can be told. */
export interface ProcessGroupOptions {
  /** The folder to run in. */
  readonly cwd: string
  /** The whole environment. */
  readonly env: NodeJS.ProcessEnv
}

/**
 * A shell that runs a command beside a guard. The guard ends the whole group when the pipe that it reads breaks off, which
 * it does when this process ends, in whatever way: no handler of ours runs where we are killed, or in a worker thread.
 */
const GUARDED = '(read -r _ <&3; kill -KILL 0) >/dev/null 2>&1 & exec 3<&-; exec /bin/sh -c "$1"'

/**
 * Runs a command in a shell, as the leader of a process group of its own. The group outlives neither the command nor this
 * process.
 *
 * @throws {Error} on Windows, which has no process groups
 */
export function startProcessGroup(command: string, { cwd, env }: ProcessGroupOptions): ProcessGroup {
  if (process.platform === 'win32') {
    throw new Error('commands cannot be examined on Windows, which has no process groups: run this in WSL')
  }
  const child = spawn('/bin/sh', ['-c', GUARDED, 'sh', command], {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const log = createProcessLog()
  for (const stream of [child.stdout, child.stderr]) if (stream !== null) log.follow(stream)
  const written = once(child, 'close').catch(() => undefined)
  let isAskedToEnd = false

  function signal(name: NodeJS.Signals): void {
    if (child.pid === undefined) return
    try {
      process.kill(-child.pid, name)
    } catch {
      // Nobody is left in the group.
    }
  }

  const ended = new Promise<ProcessEnd>((resolve) => {
    child.on('error', ({ message }) => {
      resolve({ status: null, text: `could not be run in ${cwd}: ${message}` })
    })
    child.on('exit', (status, name) => {
      // The guard, and what the command has left behind; who was asked to end may still be at it.
      if (!isAskedToEnd) signal('SIGKILL')
      const text = status === null ? `was ended by ${name ?? 'a signal'}` : `ended with status ${status}`
      // Its last words may be on their way; a process that went into the background keeps the pipes open.
      void Promise.race([written, delay(LAST_WORDS)]).then(() => {
        for (const stream of child.stdio) stream?.destroy()
        resolve({ status, text })
      })
    })
  })

  return {
    ended,
    lines: log.lines,
    terminate: () => {
      isAskedToEnd = true
      signal('SIGTERM')
    },
    async kill() {
      signal('SIGKILL')
      await ended
    },
  }
}
