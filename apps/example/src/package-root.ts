import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { isRecord } from './json.ts'

const { resolve } = createRequire(import.meta.url)

/** Finds the folder of an installed package, whose `exports` may hide the files that are wanted. */
export function packageRoot(name: string): string {
  let folder = dirname(resolve(name))
  // Folders inside of a package may have a manifest, too, which says no more than the kind of their modules.
  while (readManifest(folder).name !== name) folder = dirname(folder)
  return folder
}

/** Reads the version of an installed package. */
export function packageVersion(name: string): string {
  const { version } = readManifest(packageRoot(name))
  return typeof version === 'string' ? version : 'of unknown version'
}

function readManifest(folder: string): { readonly name?: unknown; readonly version?: unknown } {
  const file = join(folder, 'package.json')
  const manifest: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  return isRecord(manifest) ? manifest : {}
}
