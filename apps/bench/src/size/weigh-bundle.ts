import { bundle } from './bundle.ts'
import { type BundleSize, sizeOf } from './bundle-size.ts'
import { type BundledImport, packageOf, type PublishedBundle } from './published-bundle.ts'
import type { BundlePart } from './size-results.ts'

/** The package that holds the public suffix list. */
const LIST = 'tldts'
const listImport: BundledImport = { entry: '@corsac/core/public-suffixes', names: ['isPublicSuffix'] }

/** What a bundle weighs, the public suffix list apart. */
export interface BundleWeight {
  readonly plain: BundleSize
  /** Whether the list is in the plain bundle. */
  readonly includesList: boolean
  readonly withoutList: BundleSize
  readonly withList: BundleSize
  /** The packages that it is made of, the heaviest first. */
  readonly packages: readonly BundlePart[]
}

/** Weighs an entry as it is imported, without the public suffix list, and with it. */
export async function weighBundle(published: PublishedBundle, folder: string): Promise<BundleWeight> {
  const { platform } = published
  const { code, modules } = await bundle([published], { folder, platform })
  const plain = sizeOf(code)
  const packages = partsBy(installedPackageOf, modules)
  if (packages.some(({ name }) => name === LIST)) {
    const without = await bundle([published], { folder, platform, without: [LIST] })
    return { plain, includesList: true, withoutList: sizeOf(without.code), withList: plain, packages }
  }
  const withList = await bundle([published, listImport], { folder, platform })
  return { plain, includesList: false, withoutList: plain, withList: sizeOf(withList.code), packages }
}

/** Adds up the bytes of modules that have the same name, the heaviest first. */
export function partsBy(
  nameOf: (path: string) => string,
  modules: Readonly<Record<string, number>>,
): readonly BundlePart[] {
  const sums = new Map<string, number>()
  for (const [path, bytes] of Object.entries(modules))
    if (bytes > 0) sums.set(nameOf(path), (sums.get(nameOf(path)) ?? 0) + bytes)
  return [...sums].map(([name, minified]) => ({ name, minified })).toSorted((a, b) => b.minified - a.minified)
}

/** Names the package that a file of an installation belongs to. */
function installedPackageOf(path: string): string {
  const [, entry] = /.*node_modules\/(.*)/.exec(path) ?? []
  return entry === undefined ? path : packageOf(entry)
}
