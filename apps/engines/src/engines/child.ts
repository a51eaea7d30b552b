import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

/** A process that was started here, with all that it starts itself. */
export interface Child {
  /** What it writes to its file descriptor 3. */
  readonly output: Readable
  /** Resolves when it has ended by itself, or could not be started. */
  readonly ended: Promise<unknown>
  /** Ends it and its descendants. */
  end(): Promise<void>
}

/** Starts a process in a group of its own, so that nothing of it is left when it is ended. */
export function startChild(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Child {
  const child = spawn(command, args, {
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const ended = Promise.race([once(child, 'exit'), once(child, 'error')])
  const output = child.stdio[3]
  if (output === null || output === undefined || !('read' in output)) throw new Error(`${command} has no output`)
  return {
    output,
    ended,
    async end() {
      if (child.pid !== undefined) killGroup(child.pid)
      await ended
    },
  }
}

function killGroup(id: number): void {
  try {
    process.kill(-id, 'SIGKILL')
  } catch {
    // The group has ended by itself.
  }
}
