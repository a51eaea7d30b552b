import { execFile } from 'node:child_process'
import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Runtime } from './runtime.ts'

/** Says that a runtime is not to be had. */
export class NotInstalledError extends Error {
  override readonly name = 'NotInstalledError'
}

/** What {@link installRuntime} needs to be told. */
export interface InstallOptions {
  /** Called before something is installed, for those who wait. */
  readonly onInstall: () => void
  readonly signal: AbortSignal
}

/**
 * Installs a runtime into its own folder, by its lock file, unless that has been done.
 *
 * `npm ci` would refuse a lock file that lacks a platform for which the registry had no package when it was written;
 * `npm install --no-save` takes the same versions from it.
 *
 * @throws {NotInstalledError} If npm fails.
 */
export async function installRuntime({ folder }: Runtime, { onInstall, signal }: InstallOptions): Promise<void> {
  const lock = join(folder, 'package-lock.json')
  const installed = join(folder, 'node_modules', '.installed-lock.json')
  if (await areEqual(lock, installed)) return
  onInstall()
  try {
    const command = ['install', '--no-save', '--no-audit', '--no-fund']
    await promisify(execFile)('npm', command, { cwd: folder, signal })
  } catch (error) {
    signal.throwIfAborted()
    throw new NotInstalledError(`npm could not install it: ${complaintOf(error)}`, { cause: error })
  }
  await copyFile(lock, installed)
}

async function areEqual(...files: readonly string[]): Promise<boolean> {
  try {
    const [first, ...others] = await Promise.all(files.map((file) => readFile(file, 'utf8')))
    return others.every((other) => other === first)
  } catch {
    return false
  }
}

function complaintOf(error: unknown): string {
  const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr) : ''
  return stderr.trim() === '' ? String(error) : stderr.trim().split('\n').slice(0, 10).join('\n')
}
