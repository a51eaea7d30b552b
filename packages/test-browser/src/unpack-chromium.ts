import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sparticuz, { inflate } from '@sparticuz/chromium'

// Its exports hide the manifest, and what is to be unpacked.
const root = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))))

/**
 * Unpacks the Chromium from npm (`chromium`) and the libraries that it needs (`al2023/lib`) into a folder, once for
 * each version, and resolves to that folder.
 *
 * The package itself unpacks into the folder for temporary files, and takes what is there for whole, even where another
 * process is still at it or another version made it. So it gets a new folder, which is renamed when all is done.
 */
export async function unpackChromium(): Promise<string> {
  const [, version = ''] = /"version": "([^"]+)"/.exec(readFileSync(join(root, 'package.json'), 'utf8')) ?? []
  const folder = join(tmpdir(), `corsac-chromium-${version}`)
  if (existsSync(folder)) return folder

  const unfinished = await mkdtemp(`${folder}-unfinished-`)
  const { TMPDIR } = process.env
  process.env.TMPDIR = unfinished
  try {
    await sparticuz.executablePath()
    await inflate(join(root, 'bin/al2023.tar.br'))
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
  try {
    await rename(unfinished, folder)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    // Another process was faster.
    if (!existsSync(folder)) throw error
  }
  return folder
}
