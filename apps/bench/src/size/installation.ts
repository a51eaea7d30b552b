import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import bench from '../../package.json' with { type: 'json' }
import { type PublishedPackage, readPublishedPackages } from './published-package.ts'
import { tools } from './published-bundles.ts'

/** A project that has packages of the workspace installed as npm would install them. */
export interface Installation {
  readonly folder: string
  readonly remove: () => Promise<void>
}

/**
 * Installs the packages that are weighed into a new project: compiled as for publication, with the entries that are
 * published and nothing of the source. What the bench depends on, frameworks and their usual packages, is beside them.
 */
export async function installWeighed(): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'corsac-size-'))
  const modules = join(folder, 'node_modules')
  for (const name of Object.keys(bench.dependencies))
    if (!isOurs(name)) await link(fileURLToPath(new URL(`../../node_modules/${name}`, import.meta.url)), modules, name)
  for (const each of readPublishedPackages()) if (!tools.includes(each.manifest.name)) await install(each, modules)
  return { folder, remove: () => rm(folder, { recursive: true }) }
}

async function install({ folder, manifest }: PublishedPackage, modules: string): Promise<void> {
  const installed = join(modules, manifest.name)
  const { entry, platform, target } = manifest.tsup
  // What tsup does, with the options that it would be given.
  await build({
    absWorkingDir: folder,
    entryPoints: entry,
    outdir: join(installed, 'dist'),
    bundle: true,
    packages: 'external',
    splitting: true,
    format: 'esm',
    platform,
    target,
    logLevel: 'warning',
  })
  const published = { ...manifest, exports: manifest.publishConfig.exports }
  await writeFile(join(installed, 'package.json'), JSON.stringify(published))
  for (const name of Object.keys(manifest.dependencies ?? {}))
    if (!isOurs(name)) await link(join(folder, 'node_modules', name), join(installed, 'node_modules'), name)
}

async function link(target: string, modules: string, name: string): Promise<void> {
  const path = join(modules, name)
  await mkdir(dirname(path), { recursive: true })
  await symlink(target, path, 'junction')
}

function isOurs(name: string): boolean {
  return name.startsWith('@corsac/')
}
