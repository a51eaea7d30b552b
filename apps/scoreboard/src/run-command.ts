import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

/** What a command came to. */
export interface CommandOutcome {
  readonly ok: boolean
  /** What it wrote to standard output. */
  readonly output: string
  /** The first lines of what it wrote to standard error. */
  readonly complaint: string
}

/** Runs a command to its end, for the shell, in a folder. */
export async function runCommand(command: string, cwd: string, signal?: AbortSignal): Promise<CommandOutcome> {
  const child = spawn('/bin/sh', ['-c', command], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal === undefined ? {} : { signal }),
  })
  const status = new Promise<number | null>((resolve) => {
    child.once('close', resolve)
    child.once('error', () => {
      resolve(null)
    })
  })
  const [output, complaint, ended] = await Promise.all([text(child.stdout), text(child.stderr), status])
  return { ok: ended === 0, output, complaint: complaint.trimEnd().split('\n').slice(0, 10).join('\n') }
}
