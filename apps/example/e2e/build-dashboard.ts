import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds the pages from their sources, so that no test looks at an old build. */
export async function buildDashboard(): Promise<void> {
  await build({ configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)), logLevel: 'warn' })
}
