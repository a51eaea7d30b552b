/** Where a bundle runs: in a browser or on the edge, where every byte is loaded, or on Node. */
export type BundlePlatform = 'edge' | 'node'

/** What an application imports. */
export interface BundledImport {
  /** The entry, as it is written after `from`. */
  readonly entry: string
  /** What is imported of it. */
  readonly names: readonly string[]
  /** What the application has anyway: it is not weighed, and is loaded before anything is timed. */
  readonly framework?: string
}

/** An entry of a published package that is weighed, and how much it may weigh. */
export interface PublishedBundle extends BundledImport {
  readonly platform: BundlePlatform
  /** What it may weigh, in bytes, minified and gzipped. */
  readonly budget: number
  /** What is used in its place elsewhere; absent where there is nothing that could be bundled. */
  readonly peer?: BundledImport
}

/** Writes an import as code does: `@corsac/core { decide, definePolicy }`. */
export function formatImport({ entry, names }: BundledImport): string {
  return names.includes('default') ? entry : `${entry} { ${names.join(', ')} }`
}

/** Names the package that an entry belongs to, or a file below `node_modules`. */
export function packageOf(entry: string): string {
  return entry.split('/', entry.startsWith('@') ? 2 : 1).join('/')
}
