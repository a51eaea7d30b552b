import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundle } from './bundle.ts'
import { sizeOf } from './bundle-size.ts'
import { type Installation, installWeighed } from './installation.ts'
import { formatImport } from './published-bundle.ts'
import { publishedBundles } from './published-bundles.ts'

let installation: Installation
beforeAll(async () => {
  installation = await installWeighed()
})
afterAll(() => installation.remove())

function runSizeLimit(...args: readonly string[]): { readonly status: number | null; readonly output: string } {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'node_modules/size-limit/bin.js', ...args],
    { cwd: fileURLToPath(new URL('../..', import.meta.url)), encoding: 'utf8' },
  )
  return { status, output: stdout }
}

describe('the budgets that size-limit checks', () => {
  it('are those of the bench, of bundles that weigh the same', async () => {
    const { output } = runSizeLimit('--json')
    const expected = []
    for (const published of publishedBundles) {
      const { code } = await bundle([published], { folder: installation.folder, platform: published.platform })
      expected.push({ name: formatImport(published), size: sizeOf(code).gzipped, sizeLimit: published.budget })
    }
    expect(JSON.parse(output)).toMatchObject(expected)
  })

  it('say what exceeds them, by how much, and what to do', () => {
    const { output, status } = runSizeLimit('--limit', '2 kB')
    expect(status).toBe(1)
    for (const published of publishedBundles) expect(output).toContain(formatImport(published))
    expect(output).toMatch(/exceeded by \d/)
    expect(output).toContain('pnpm bench --only size')
    expect(output).toContain('src/size/published-bundles.ts')
  })
})
