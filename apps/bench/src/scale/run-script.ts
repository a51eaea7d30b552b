import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/**
 * Runs a script of this folder in a process of its own.
 *
 * @returns What it writes as JSON.
 */
export async function runScript(name: string, args: readonly string[]): Promise<unknown> {
  const script = fileURLToPath(new URL(name, import.meta.url))
  const command = ['--expose-gc', '--import', 'tsx', script, ...args]
  const { stdout } = await promisify(execFile)(process.execPath, command, { maxBuffer: 2 ** 26 })
  return JSON.parse(stdout)
}
