import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { BundledScript } from '../bundle-script.ts'

/**
 * Bundles what runs a group, the frameworks with it: a process loads those of its group from one file or two, for to find
 * and read a package's many files takes longer under valgrind than to count it does.
 */
export async function bundleRunGroup(): Promise<BundledScript> {
  const folder = await mkdtemp(join(tmpdir(), 'corsac-instructions-'))
  const frameworks = JSON.stringify(new URL('../frameworks/node.ts', import.meta.url).href)
  await build({
    entryPoints: [fileURLToPath(new URL('run-group.ts', import.meta.url))],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    // Less to read, and the same instructions.
    minifyWhitespace: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
    // Modules ask where they are to find what is installed beside them.
    define: { 'import.meta.url': frameworks },
    // Frameworks that are CommonJS require what Node has built in.
    banner: {
      js: `import{createRequire as createNodeRequire}from'node:module';const require=createNodeRequire(${frameworks});`,
    },
  })
  return { file: join(folder, 'run-group.mjs'), remove: () => rm(folder, { recursive: true }) }
}
