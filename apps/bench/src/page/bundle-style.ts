import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Bundles the style of the page with what every page has. */
export async function bundleStyle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page.css', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    logLevel: 'warning',
  })
  return outputFiles.map(({ text }) => text).join('')
}
