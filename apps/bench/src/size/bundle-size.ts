import { gzipSync } from 'node:zlib'

/** What a bundle weighs, in bytes. */
export interface BundleSize {
  readonly minified: number
  /** Minified, then gzipped as far as gzip goes, as servers and size-limit do. */
  readonly gzipped: number
}

/** Weighs minified code. */
export function sizeOf(code: Uint8Array): BundleSize {
  return { minified: code.byteLength, gzipped: gzipSync(code, { level: 9 }).byteLength }
}
