import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'

/** A script that Node runs without a loader. */
export interface BundledScript {
  /** Its path. */
  readonly file: string
  readonly remove: () => Promise<void>
}

/**
 * Bundles a script of the bench with the workspace's packages in it, as they are compiled for publication: what a loader
 * adds for development, such as the names of functions, would be measured with them. Everything else is imported from
 * where it is installed.
 */
export async function bundleScript(script: string): Promise<BundledScript> {
  const folder = await mkdtemp(join(tmpdir(), 'corsac-bench-'))
  const file = join(folder, 'script.mjs')
  await build({
    entryPoints: [script],
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
    // Modules ask where they are to find what is installed beside them.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(script).href) },
    plugins: [importInstalled],
  })
  return { file, remove: () => rm(folder, { recursive: true }) }
}

/** Leaves what is installed outside, by its address: packages of the workspace have dependencies that the bench has not. */
const importInstalled: Plugin = {
  name: 'import-installed',
  setup: (bundle) => {
    bundle.onResolve({ filter: /^[^./]/ }, async ({ importer, kind, path, pluginData, resolveDir }) => {
      if (pluginData === importInstalled || path.startsWith('node:') || path.startsWith('@corsac/')) return undefined
      const { errors, path: found } = await bundle.resolve(path, {
        importer,
        kind,
        resolveDir,
        pluginData: importInstalled,
      })
      return errors.length > 0 ? { errors } : { path: pathToFileURL(found).href, external: true }
    })
  },
}
