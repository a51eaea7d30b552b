import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PlopTypes } from '@turbo/gen'

/** Makes an action of something that is done at the root of the repository; it says what it has done. */
export function act(run: (root: string) => string): PlopTypes.CustomActionFunction {
  return (_, __, plop) => run(plop.getDestBasePath())
}

/** Ends the generator where something is there already, before anything is written. */
export function refuseTaken(root: string, paths: readonly string[]): string {
  for (const path of paths) if (existsSync(join(root, path))) throw new Error(`There is a ${path} already.`)
  return `${paths.join(', ')} can be made`
}

/** Inserts text at a place in a file, and ends the generator where that cannot be found any more. */
export function insertInto(root: string, path: string, place: RegExp, text: string): string {
  const file = join(root, path)
  const content = readFileSync(file, 'utf8')
  if (!place.test(content)) throw new Error(`${path} has no place for ${text.trim()}: mend turbo/generators.`)
  const changed = content.replace(place, () => text)
  writeFileSync(file, changed)
  return path
}

/** Copies a file. */
export function copyFile(root: string, from: string, to: string): string {
  copyFileSync(join(root, from), join(root, to))
  return to
}

/** Formats files and folders: how long their lines are depends on the answers. */
export function formatFiles(root: string, paths: readonly string[]): string {
  const prettier = join(root, 'node_modules/prettier/bin/prettier.cjs')
  const options = { cwd: root, encoding: 'utf8' } as const
  const { status, stderr } = spawnSync(process.execPath, [prettier, '--write', ...paths], options)
  if (status !== 0) throw new Error(`Formatting failed: ${stderr}`)
  return `${paths.join(', ')} formatted`
}
