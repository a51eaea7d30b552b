import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { RunnerError } from './runner-error.ts'

/** What {@link runCommand} needs to be told. */
export interface CommandOptions {
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
}

/** How many lines of a command that failed are shown. */
const SHOWN_LINES = 30

/**
 * Runs a command to its end, and returns what it wrote to standard output.
 *
 * @throws {RunnerError} if it fails, with the end of what it wrote
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  { cwd, env, signal }: CommandOptions,
): Promise<string> {
  const child = spawn(command, args, { cwd, env, signal, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<string | null>((resolve) => {
    child.once('close', (status, name) => {
      resolve(status === 0 ? null : `ended with ${status ?? name ?? 'nothing'}`)
    })
    child.once('error', ({ message }) => {
      resolve(message)
    })
  })
  const [output, complaints, failure] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  if (failure === null) return output
  const lines = `${output}\n${complaints}`.trim().split('\n').slice(-SHOWN_LINES)
  throw new RunnerError([`\`${command} ${args.join(' ')}\` ${failure}:`, ...lines].join('\n  | '))
}
