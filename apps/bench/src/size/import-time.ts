import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { median } from '../frameworks/statistics.ts'
import type { BundledImport } from './published-bundle.ts'

/** What an import is timed in: a project with the packages, and how often. */
export interface ImportTimeOptions {
  readonly folder: string
  /** Processes for each import. */
  readonly rounds: number
}

/** What Node does at the first import of all, and what the application has loaded anyway, is done before the time starts. */
const SCRIPT = `
const [entry, framework] = process.argv.slice(1)
await import('./first.mjs')
if (framework !== undefined) await import(framework)
const start = performance.now()
await import(entry)
process.stdout.write(String(performance.now() - start))
process.exit()
`

/**
 * Measures how long imports take, in milliseconds: the median over processes that each load one of them, the imports in
 * turns, so that what else the machine does falls on all of them.
 */
export async function measureImportTimes(
  imports: readonly Pick<BundledImport, 'entry' | 'framework'>[],
  { folder, rounds }: ImportTimeOptions,
): Promise<readonly number[]> {
  for (const name of ['first.mjs', 'empty.mjs']) await writeFile(join(folder, name), 'export {}\n')
  const times = imports.map((): number[] => [])
  for (let round = 0; round < rounds; round++)
    for (const [index, { entry, framework }] of imports.entries())
      times[index]?.push(await timeImport(framework === undefined ? [entry] : [entry, framework], folder))
  return times.map(median)
}

async function timeImport(args: readonly string[], cwd: string): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', SCRIPT, ...args], {
    cwd,
  })
  const time = Number.parseFloat(stdout)
  if (Number.isNaN(time)) throw new Error(`The process that imported ${args.join(' after ')} wrote: ${stdout}`)
  return time
}
