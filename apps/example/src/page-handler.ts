import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'
import { sendText } from './send.ts'

const BUILT_PAGES = fileURLToPath(new URL('../dist', import.meta.url))

/** What to do where the pages have not been built. */
export const notBuiltMessage =
  'The dashboard has not been built: "npx -y pnpm@10.34.9 start" at the root of the repository does that first.'

/** Tells whether Vite has built the pages into a folder. */
export function arePagesBuilt(folder: string = BUILT_PAGES): boolean {
  return existsSync(join(folder, 'index.html'))
}

/** Makes a handler that serves the pages which Vite built, or says how to build them. */
export function createPageHandler(
  folder: string = BUILT_PAGES,
): (request: IncomingMessage, response: ServerResponse) => void {
  // `dev` looks into the folder for each request, so that a build needs no restart.
  const serve = sirv(folder, { dev: true })

  return (request, response) => {
    serve(request, response, () => {
      if (arePagesBuilt(folder)) sendText(response, 404, `There is no ${request.url ?? ''}`)
      else sendText(response, 503, notBuiltMessage)
    })
  }
}
