import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withBinaries } from './clean-environment.ts'
import { isJsonObject } from './json-shape.ts'
import { type CommandOptions, runCommand } from './run-command.ts'
import { RunnerError } from './runner-error.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Packs with what the other scripts of the repository pack with, which ends the process where something fails. */
const PACK =
  "import { packInto } from './scripts/packages.mjs'\nconsole.log(JSON.stringify(Object.fromEntries(packInto(process.argv[1]))))"

/** Builds and packs every package as npm would publish it; returns the paths of the tarballs by package. */
export async function packPackages(
  destination: string,
  { env, signal }: Omit<CommandOptions, 'cwd'>,
): Promise<ReadonlyMap<string, string>> {
  const args = ['--input-type=module', '--eval', PACK, destination]
  const output = await runCommand(process.execPath, args, { cwd: root, env: withBinaries(root, env), signal })
  const tarballs: unknown = JSON.parse(output.trim().split('\n').at(-1) ?? '')
  if (!isJsonObject(tarballs)) throw new RunnerError('The packages could not be packed.')
  return new Map(Object.entries(tarballs).map(([name, file]) => [name, String(file)]))
}

/** The tarballs of some packages, and of all that they depend on. */
export function tarballsFor(packages: readonly string[], tarballs: ReadonlyMap<string, string>): readonly string[] {
  return [...closureOf(packages)].map((name) => {
    const file = tarballs.get(name)
    if (file === undefined)
      throw new RunnerError(`${name} is not among the packages: ${[...tarballs.keys()].join(', ')}`)
    return file
  })
}

/** Packages of ours, with those that they depend on. */
export function closureOf(packages: readonly string[]): ReadonlySet<string> {
  const all = new Set(packages)
  // What is added while the set is gone through is gone through too.
  for (const name of all) for (const dependency of dependenciesOf(name)) all.add(dependency)
  return all
}

function dependenciesOf(name: string): readonly string[] {
  const file = join(root, 'packages', basename(name), 'package.json')
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const { dependencies } = isJsonObject(manifest) ? manifest : {}
  return isJsonObject(dependencies) ? Object.keys(dependencies).filter((each) => each.startsWith('@corsac/')) : []
}
