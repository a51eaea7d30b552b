import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Names an installed package with its version, as `cors 2.8.6`. */
export function versionOf(name: string): string {
  // The exports of most packages hide their manifest.
  let folder = dirname(fileURLToPath(import.meta.resolve(name)))
  while (!isRootOf(name, folder)) folder = dirname(folder)
  const [, version = ''] = /"version": *"([^"]+)"/.exec(readFileSync(join(folder, 'package.json'), 'utf8')) ?? []
  return `${name} ${version}`
}

function isRootOf(name: string, folder: string): boolean {
  const file = join(folder, 'package.json')
  return existsSync(file) && readFileSync(file, 'utf8').includes(`"name": "${name}"`)
}
