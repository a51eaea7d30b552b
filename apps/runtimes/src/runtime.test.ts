import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listRuntimes } from './runtime.ts'

const runtimes = await listRuntimes()

describe('listRuntimes', () => {
  it('finds every runtime, with the version that is pinned', () => {
    expect(runtimes.map(({ name }) => name)).toEqual(['bun', 'deno', 'edge-runtime', 'workerd'])
    for (const { manifest, version } of runtimes) expect(manifest.version).toBe(version)
  })

  it.each(runtimes)('$name is locked to that version, by its hash, and from nowhere but npm', async (runtime) => {
    const lock = await readFile(join(runtime.folder, 'package-lock.json'), 'utf8')
    const { packages } = JSON.parse(lock)
    expect(packages[`node_modules/${runtime.name}`].version).toBe(runtime.version)
    for (const [path, locked] of Object.entries<Record<string, string>>(packages)) {
      if (path === '') continue
      expect(locked['integrity']).toMatch(/^sha512-/)
      // Left out, so that whatever registry npm is configured for is asked.
      expect(locked['resolved']).toBeUndefined()
    }
  })
})
