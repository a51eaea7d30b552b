import type { BundleSize } from './bundle-size.ts'
import type { BundlePlatform } from './published-bundle.ts'

/** What a package of somebody else weighs, bundled in the same way. */
export interface PeerSize extends BundleSize {
  /** What is imported, as `hono/cors { cors }`. */
  readonly name: string
  /** The package with its version. */
  readonly package: string
  /** How long Node takes to import it, in milliseconds; `null` where it is loaded with its framework. */
  readonly importTime: number | null
}

/** A part of a bundle. */
export interface BundlePart {
  /** A package, or a file of the workspace. */
  readonly name: string
  /** Its bytes in the bundle, minified. */
  readonly minified: number
}

/** What an entry of a published package weighs. */
export interface PublishedSize extends BundleSize {
  /** What is imported, as `@corsac/hono { cors }`. */
  readonly name: string
  readonly platform: BundlePlatform
  /** What the application has anyway and is not weighed. */
  readonly framework: string | null
  /** What it may weigh gzipped, in bytes. */
  readonly budget: number
  /** Whether the public suffix list is in the bundle though nobody asks for it. */
  readonly includesPublicSuffixes: boolean
  /** The same without the public suffix list, and with it: one of them is what the bundle weighs. */
  readonly withoutPublicSuffixes: BundleSize
  readonly withPublicSuffixes: BundleSize
  /** The packages that it is made of, the heaviest first. */
  readonly packages: readonly BundlePart[]
  /** How long Node takes to import the entry, in milliseconds, the framework loaded before. */
  readonly importTime: number
  readonly peer: PeerSize | null
}

/** What the packages weigh and how long they take to load. */
export interface SizeResults {
  readonly bundles: readonly PublishedSize[]
  /** What the bundle of `@corsac/fetch` is made of, file by file, the heaviest first. */
  readonly modules: readonly BundlePart[]
  /** How long Node takes to import a module that is empty, in milliseconds: no import takes less. */
  readonly emptyImportTime: number
}
