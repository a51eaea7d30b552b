import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const PACKAGES = new URL('../../../../packages/', import.meta.url)

/** What is needed of the manifest of a package to lay it out as npm would. */
export interface PublishedManifest {
  readonly name: string
  readonly dependencies?: Readonly<Record<string, string>>
  /** Where the workspace finds its source, by subpath. */
  readonly exports: Readonly<Record<string, unknown>>
  readonly publishConfig: { readonly exports: unknown }
  /** How it is built. */
  readonly tsup: {
    readonly entry: string[]
    readonly target: string
    readonly platform: 'neutral' | 'node'
  }
}

/** A package of the workspace that is published. */
export interface PublishedPackage {
  /** Where its source is. */
  readonly folder: string
  readonly manifest: PublishedManifest
}

/** Reads which packages of the workspace are published. */
export function readPublishedPackages(): readonly PublishedPackage[] {
  return readdirSync(PACKAGES).flatMap((name) => {
    const folder = new URL(`${name}/`, PACKAGES)
    const file = new URL('package.json', folder)
    // Tools leave caches beside the packages.
    const manifest: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
    return isPublished(manifest) ? [{ folder: fileURLToPath(folder), manifest }] : []
  })
}

function isPublished(manifest: unknown): manifest is PublishedManifest {
  return typeof manifest === 'object' && manifest !== null && 'publishConfig' in manifest
}
