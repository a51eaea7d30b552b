import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { unpackChromium } from './unpack-chromium.ts'

/** A Chromium that runs on this machine. */
export interface ChromiumExecutable {
  readonly path: string
  /** What its environment needs beside our own. */
  readonly env: Readonly<Record<string, string>>
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * Finds a Chromium: the one that `CHROME_PATH` names, else one on the `PATH`, else the one from npm.
 *
 * @throws {Error} If none can be had; it says what is missing.
 */
export async function findChromium(): Promise<ChromiumExecutable> {
  const { CHROME_PATH = '', PATH = '' } = process.env
  if (CHROME_PATH !== '') {
    if (await isExecutable(CHROME_PATH)) return { path: CHROME_PATH, env: {} }
    throw new Error(`CHROME_PATH is ${CHROME_PATH}, which cannot be executed`)
  }
  for (const path of PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))) {
    if (await isExecutable(path)) return { path, env: {} }
  }
  return findUnpackedChromium()
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

async function findUnpackedChromium(): Promise<ChromiumExecutable> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `No Chromium was found, and the one from npm runs on Linux x64 only, not on ${process.platform} ${process.arch}: ` +
        'install Chromium or Chrome, or name one in CHROME_PATH',
    )
  }
  const folder = await unpackChromium()
  const path = join(folder, 'chromium')
  const onSystem = { path, env: {} }
  if ((await whyNotStarting(onSystem)) === null) return onSystem

  const { LD_LIBRARY_PATH = '' } = process.env
  const withLibraries = { path, env: { LD_LIBRARY_PATH: `${join(folder, 'al2023/lib')}:${LD_LIBRARY_PATH}` } }
  const problem = await whyNotStarting(withLibraries)
  if (problem === null) return withLibraries
  throw new Error(
    `The Chromium from npm does not start (${problem}): install what it lacks, or name a browser in CHROME_PATH`,
  )
}

async function whyNotStarting({ path, env }: ChromiumExecutable): Promise<string | null> {
  try {
    await promisify(execFile)(path, ['--version'], { env: { ...process.env, ...env } })
    return null
  } catch (error) {
    const message = String(error)
    return /error while loading shared libraries: .*/.exec(message)?.[0] ?? message
  }
}
