import { build } from 'esbuild'
import { type BundledImport, type BundlePlatform, packageOf } from './published-bundle.ts'

/** How imports are bundled. */
export interface BundleOptions {
  /** Where they are written: in a folder that has the packages installed. */
  readonly folder: string
  readonly platform: BundlePlatform
  /** Packages to leave out, beside the frameworks of the imports. */
  readonly without?: readonly string[]
}

/** Minified code that holds imports and all that they need, except the frameworks around them. */
export interface Bundle {
  readonly code: Uint8Array
  /** The bytes that came of each module, by its path. */
  readonly modules: Readonly<Record<string, number>>
}

/** Bundles imports as the build of an application does: nothing that they do not need is in it. */
export async function bundle(
  imports: readonly BundledImport[],
  { folder, platform, without = [] }: BundleOptions,
): Promise<Bundle> {
  const { metafile, outputFiles } = await build({
    stdin: { contents: imports.map(formatExport).join('\n'), resolveDir: folder },
    absWorkingDir: folder,
    outfile: 'bundle.js',
    external: [...without, ...imports.flatMap(frameworkAround)],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: platform === 'edge' ? 'browser' : 'node',
    target: 'es2023',
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    write: false,
  })
  const [file] = outputFiles
  const [output] = Object.values(metafile.outputs)
  if (file === undefined || output === undefined) throw new Error('esbuild wrote nothing')
  const modules = Object.entries(output.inputs).map(([path, { bytesInOutput }]) => [path, bytesInOutput] as const)
  return { code: file.contents, modules: Object.fromEntries(modules) }
}

function formatExport({ entry, names }: BundledImport): string {
  return `export { ${names.join(', ')} } from '${entry}'`
}

/** A framework that has what is imported as a part of it cannot be left out. */
function frameworkAround({ entry, framework }: BundledImport): readonly string[] {
  return framework === undefined || framework === packageOf(entry) ? [] : [framework]
}
