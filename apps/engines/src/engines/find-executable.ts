import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

/**
 * Finds an executable: the one that an environment variable names, else the first on the `PATH` with one of the names.
 *
 * @throws {MissingExecutableError} If there is none.
 */
export async function findExecutable(names: readonly string[], variable: string): Promise<string> {
  const named = process.env[variable] ?? ''
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = named === '' ? names.flatMap((name) => folders.map((folder) => join(folder, name))) : [named]
  for (const path of candidates) if (await isExecutable(path)) return path
  throw new MissingExecutableError(
    named === ''
      ? `none of ${names.join(', ')} is on the PATH, and ${variable} names none either`
      : `${variable} is ${named}, which cannot be executed`,
  )
}

/** What a machine lacks. */
export class MissingExecutableError extends Error {
  override readonly name = 'MissingExecutableError'
}

/** Tells whether a file is there to be executed. */
export async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
