import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'

/** Where the bundle is written: `exam-handler.js` for runtimes that load modules, `exam-handler.iife.js` for scripts. */
export const bundleFolder = fileURLToPath(new URL('../dist/', import.meta.url))

/** What {@link bundleHandler} can be told. */
export interface BundleOptions {
  /** What is bundled. Default: the handler that takes the exam. */
  readonly entry?: string
  /** The folder to write it to. Default: {@link bundleFolder}. */
  readonly outDir?: string
}

/**
 * Bundles the handler that every runtime serves, with all that it needs.
 *
 * @throws {Error} If it needs something that is not in the bundle, such as a module of Node.
 */
export async function bundleHandler({
  entry = fileURLToPath(new URL('exam-handler.ts', import.meta.url)),
  outDir = bundleFolder,
}: BundleOptions = {}): Promise<void> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: fileURLToPath(new URL('./', import.meta.url)),
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      minify: false,
      lib: {
        entry,
        formats: ['es', 'iife'],
        name: 'examHandler',
        fileName: (format) => (format === 'es' ? 'exam-handler.js' : `exam-handler.${format}.js`),
      },
      rolldownOptions: {
        external: (id) => id.startsWith('node:'),
        // The packages of the exam hold the tools of its tests too; what is not used of them is to stay behind.
        treeshake: { moduleSideEffects: false },
      },
    },
  })
  const missing = [built].flat().flatMap((each) => ('output' in each ? each.output.flatMap(importsOf) : []))
  if (missing.length > 0) throw new Error(`The handler needs what not every runtime has: ${missing.join(', ')}`)
}

function importsOf(file: Rolldown.OutputAsset | Rolldown.OutputChunk): readonly string[] {
  return file.type === 'chunk' ? [...file.imports, ...file.dynamicImports] : []
}
