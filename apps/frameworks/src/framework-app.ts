import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type AppManifest, parseManifest } from './app-manifest.ts'
import { isJsonObject } from './json-shape.ts'

/** A minimal app of a framework, in a folder of its own. */
export interface FrameworkApp extends AppManifest {
  /** What the command line calls it: the name of its folder. */
  readonly id: string
  readonly folder: string
  /** The exact version of its framework. */
  readonly version: string
}

const appsFolder = fileURLToPath(new URL('../apps/', import.meta.url))

/** Lists the apps: the names of their folders, in order. */
export function listAppIds(): readonly string[] {
  return readdirSync(appsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
}

/**
 * Reads what an app says of itself.
 *
 * @throws {Error} if it is not described as it must be; it names everything that is wrong
 */
export function readApp(id: string): FrameworkApp {
  const folder = join(appsFolder, id)
  const parsed = parseManifest(readJson(join(folder, 'framework.json')))
  if (!parsed.ok) throw new Error(`apps/${id}/framework.json: ${parsed.issues.join('; ')}`)
  const { manifest } = parsed
  return { id, folder, version: readVersion(folder, id, manifest.framework), ...manifest }
}

function readVersion(folder: string, id: string, framework: string): string {
  const manifest = readJson(join(folder, 'package.json'))
  const { dependencies, devDependencies } = isJsonObject(manifest) ? manifest : {}
  for (const some of [dependencies, devDependencies]) {
    const version = isJsonObject(some) ? some[framework] : undefined
    if (typeof version === 'string' && /^\d/.test(version)) return version
  }
  throw new Error(`apps/${id}/package.json does not have an exact version of ${framework}.`)
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file} cannot be read as JSON.`, { cause: error })
  }
}
