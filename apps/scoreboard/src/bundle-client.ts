import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** What the page brings for the browser, to be written into it. */
export interface ClientBundle {
  readonly script: string
  readonly style: string
}

/** Bundles the script of the page, and the style with that of every page. */
export async function bundleClient(): Promise<ClientBundle> {
  const root = fileURLToPath(new URL('client/', import.meta.url))
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root,
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: { input: `${root}main.ts` },
    },
  })
  const files = [built].flat().flatMap((each) => ('output' in each ? each.output : []))
  const script = files.flatMap((file) => (file.type === 'chunk' ? file.code : []))
  const style = files.flatMap((file) => (file.type === 'asset' ? String(file.source) : []))
  return { script: script.join('\n'), style: style.join('\n') }
}
