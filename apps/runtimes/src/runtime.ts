import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSubjectManifest, type SubjectManifest } from '@corsac/test-kit'

/** A runtime that serves web-standard handlers, and how it is started with ours. */
export interface Runtime {
  /** Its package on npm, which is also what its folder is called. */
  readonly name: string
  /** The version that its lock file pins. */
  readonly version: string
  readonly folder: string
  readonly manifest: SubjectManifest
}

const runtimesFolder = fileURLToPath(new URL('../runtimes/', import.meta.url))

/** Reads the runtimes that there are folders of, by their names. */
export async function listRuntimes(): Promise<readonly Runtime[]> {
  const entries = await readdir(runtimesFolder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return Promise.all(names.toSorted().map(readRuntime))
}

async function readRuntime(name: string): Promise<Runtime> {
  const folder = join(runtimesFolder, name)
  const manifest = parseSubjectManifest(await readJson(join(folder, 'subject.json')))
  if (!manifest.ok) throw new Error(`${folder} describes no subject: ${manifest.issues.join('; ')}`)
  const version = pinnedVersion(name, await readJson(join(folder, 'package.json')))
  return { name, version, folder, manifest: { ...manifest.value, version, cwd: folder } }
}

/** Reads the exact version of its only dependency from a `package.json`. */
function pinnedVersion(name: string, manifest: unknown): string {
  const isManifest = typeof manifest === 'object' && manifest !== null && 'dependencies' in manifest
  const dependencies: ReadonlyMap<string, unknown> = new Map(
    isManifest ? Object.entries(manifest.dependencies ?? {}) : [],
  )
  const version = dependencies.get(name)
  if (typeof version === 'string' && /^\d+\.\d+\.\d+$/.test(version)) return version
  throw new Error(`The package.json of ${name} does not pin it to one version.`)
}

async function readJson(file: string): Promise<unknown> {
  const value: unknown = JSON.parse(await readFile(file, 'utf8'))
  return value
}
