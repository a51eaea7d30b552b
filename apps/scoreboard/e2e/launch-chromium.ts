import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import sparticuz, { inflate } from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * Launches the Chromium that `CHROME_PATH` names, else one on the `PATH`, else the one from npm.
 *
 * @throws {Error} if none can be had
 */
export async function launchChromium(): Promise<Browser> {
  const { CHROME_PATH = '', PATH = '' } = process.env
  const onPath = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  const found = CHROME_PATH === '' ? onPath.find((path) => existsSync(path)) : CHROME_PATH
  const { env, executablePath } = found === undefined ? await unpackedChromium() : { env: {}, executablePath: found }
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--headless=shell', '--disable-gpu'],
  })
}

async function unpackedChromium(): Promise<{ env: Record<string, string>; executablePath: string }> {
  const folder = await unpack()
  const executablePath = join(folder, 'chromium')
  try {
    await promisify(execFile)(executablePath, ['--version'])
    return { env: {}, executablePath }
  } catch {
    // The libraries that a machine without a desktop lacks come with it.
    return { env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib') }, executablePath }
  }
}

/** The package unpacks into the folder for temporary files, and takes for whole what another process is still at. */
async function unpack(): Promise<string> {
  const root = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))))
  const [, version = ''] = /"version": "([^"]+)"/.exec(readFileSync(join(root, 'package.json'), 'utf8')) ?? []
  const folder = join(tmpdir(), `corsac-chromium-${version}`)
  if (existsSync(folder)) return folder
  const unfinished = await mkdtemp(`${folder}-unfinished-`)
  const { TMPDIR } = process.env
  process.env.TMPDIR = unfinished
  try {
    await sparticuz.executablePath()
    await inflate(join(root, 'bin/al2023.tar.br'))
    await rename(unfinished, folder)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    // Another process was faster.
    if (!existsSync(folder)) throw error
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
  return folder
}
