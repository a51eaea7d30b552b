import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { measureImportTimes } from './import-time.ts'

async function project(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'corsac-import-time-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}

describe('measureImportTimes', () => {
  it('times each import, its framework loaded before', async () => {
    const folder = await project({
      'framework.mjs': 'globalThis.framework = true',
      'entry.mjs': 'if (globalThis.framework !== true) throw new Error("The framework is not there")',
    })
    const imports = [{ entry: './entry.mjs', framework: './framework.mjs' }, { entry: './empty.mjs' }]
    const times = await measureImportTimes(imports, { folder, rounds: 1 })
    expect(times).toEqual([expect.any(Number), expect.any(Number)])
    expect(Math.min(...times)).toBeGreaterThan(0)
  })

  it('fails where an import does', async () => {
    const folder = await project({ 'entry.mjs': 'throw new Error("broken")' })
    await expect(measureImportTimes([{ entry: './entry.mjs' }], { folder, rounds: 1 })).rejects.toThrow('broken')
  })
})
