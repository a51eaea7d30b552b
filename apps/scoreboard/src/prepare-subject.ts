import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'
import { runCommand } from './run-command.ts'
import type { SubjectEntry } from './subject-entry.ts'

/** Says that something a subject needs is not to be had. */
export class NotPreparedError extends Error {
  override readonly name = 'NotPreparedError'
}

/**
 * Installs what a subject depends on, by its own lock file, and makes it ready.
 *
 * @throws {NotPreparedError} if something is missing or fails
 */
export async function prepareSubject(
  { executables = [], package: { name, registry }, prepare }: SubjectEntry,
  folder: string,
  { onStep, signal }: { readonly onStep: (step: string) => void; readonly signal: AbortSignal },
): Promise<void> {
  if (registry === 'debian' && !(await runCommand(`dpkg-query --status ${name}`, folder, signal)).ok) {
    throw new NotPreparedError(`The Debian package ${name} is missing.`)
  }
  for (const executable of executables) {
    if (!(await isExecutable(executable))) throw new NotPreparedError(`${executable} is missing.`)
  }
  const commands = [
    ...(registry === 'npm' ? ['npm install --no-save --no-audit --no-fund'] : []),
    ...(prepare === undefined ? [] : [prepare]),
  ]
  for (const command of commands) {
    onStep(command)
    const { complaint, ok } = await runCommand(command, folder, signal)
    if (!ok) throw new NotPreparedError(`\`${command}\` failed: ${complaint}`)
  }
}

async function isExecutable(name: string): Promise<boolean> {
  const places = isAbsolute(name) ? [name] : (process.env.PATH ?? '').split(delimiter).map((place) => join(place, name))
  const found = await Promise.allSettled(places.map((place) => access(place, constants.X_OK)))
  return found.some(({ status }) => status === 'fulfilled')
}
