import { rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SizeLimitConfig } from 'size-limit'
import { bundle } from './bundle.ts'
import { installWeighed } from './installation.ts'
import { formatImport } from './published-bundle.ts'
import { publishedBundles } from './published-bundles.ts'

/** What is said where a budget is exceeded. */
const ADVICE =
  '`pnpm bench --only size` shows what it is made of. Take out what came in; or raise its budget, in ' +
  'apps/bench/src/size/published-bundles.ts, and say in the changeset what the bytes are for.'

/**
 * Bundles every published entry for size-limit to weigh: the very bytes that the section of the bench weighs. The files
 * are removed when the process exits.
 */
export async function prepareSizeChecks(): Promise<SizeLimitConfig> {
  const { folder } = await installWeighed()
  process.on('exit', () => {
    rmSync(folder, { recursive: true })
  })
  return Promise.all(
    publishedBundles.map(async (published, index) => {
      const { code } = await bundle([published], { folder, platform: published.platform })
      const path = join(folder, `bundle-${index}.js`)
      await writeFile(path, code)
      return {
        name: formatImport(published),
        path,
        gzip: true,
        limit: `${published.budget / 1000} kB`,
        message: ADVICE,
      }
    }),
  )
}
