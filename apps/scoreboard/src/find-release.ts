import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { debianRelease, npmRelease, type PackageRelease, parseRegistryAnswer } from './package-release.ts'
import { runCommand } from './run-command.ts'
import type { SubjectEntry } from './subject-entry.ts'

const packagesFolder = new URL('../../../packages/', import.meta.url)

/** Finds out which release of its software a subject has; `null` where it is not installed. */
export async function findRelease(entry: SubjectEntry, folder: string): Promise<PackageRelease | null> {
  const { name, registry } = entry.package
  switch (registry) {
    case 'npm':
      return findNpmRelease(name, folder)
    case 'debian':
      return findDebianRelease(name)
    case 'workspace': {
      const version = await readVersion(new URL(`${name.replace('@corsac/', '')}/package.json`, packagesFolder))
      return version === null ? null : { version, released: null, currency: 'workspace' }
    }
    case 'runtime':
      return { version: process.versions.node, released: null, currency: 'workspace' }
  }
}

async function findNpmRelease(name: string, folder: string): Promise<PackageRelease | null> {
  const version = await readVersion(join(folder, 'node_modules', name, 'package.json'))
  if (version === null) return null
  const { ok, output } = await runCommand(`npm view ${name} version time --json`, folder)
  return npmRelease(version, ok ? parseRegistryAnswer(output) : null)
}

async function findDebianRelease(name: string): Promise<PackageRelease | null> {
  const { ok, output } = await runCommand(`dpkg-query --show --showformat='\${Version}' ${name}`, '/')
  return ok ? debianRelease(output, await readChangelog(name)) : null
}

async function readChangelog(name: string): Promise<string | null> {
  try {
    const packed = await readFile(`/usr/share/doc/${name}/changelog.Debian.gz`)
    return (await promisify(gunzip)(packed)).toString()
  } catch {
    // Small installations leave out what documents a package.
    return null
  }
}

async function readVersion(file: string | URL): Promise<string | null> {
  try {
    const manifest: unknown = JSON.parse(await readFile(file, 'utf8'))
    const isNamed = typeof manifest === 'object' && manifest !== null && 'version' in manifest
    return isNamed && typeof manifest.version === 'string' ? manifest.version : null
  } catch {
    return null
  }
}
