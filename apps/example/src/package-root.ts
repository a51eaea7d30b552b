import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { isRecord } from './json.ts'

const { resolve } = createRequire(import.meta.url)

/** Finds the folder of an installed package, whose `exports` may hide the files that are wanted. */
export function packageRoot(name: string): string {
  let folder = dirname(resolve(name))
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
}

/** Reads the version of an installed package. */
export function packageVersion(name: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageRoot(name), 'package.json'), 'utf8'))
  return isRecord(manifest) && typeof manifest.version === 'string' ? manifest.version : 'of unknown version'
}
