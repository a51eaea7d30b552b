import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installRuntime } from './install-runtime.ts'
import type { Runtime } from './runtime.ts'

const { signal } = new AbortController()
const made: { folder: string } = { folder: '' }
beforeEach(async () => {
  made.folder = await mkdtemp(join(tmpdir(), 'runtime-'))
})
afterEach(() => rm(made.folder, { recursive: true }))

/** Writes the folder of a runtime that depends on a folder beside it, so that no registry is asked. */
async function writeRuntime(dependency: string): Promise<Runtime> {
  const manifest = { name: 'runtime-x', private: true, dependencies: { x: `file:${dependency}` } }
  await writeFile(join(made.folder, 'package.json'), JSON.stringify(manifest))
  await writeFile(
    join(made.folder, 'package-lock.json'),
    JSON.stringify({
      name: 'runtime-x',
      lockfileVersion: 3,
      packages: {
        '': manifest,
        [dependency]: { version: '1.0.0' },
        'node_modules/x': { resolved: dependency, link: true },
      },
    }),
  )
  return { name: 'x', version: '1.0.0', folder: made.folder, manifest: { name: 'x', command: 'true' } }
}

describe('installRuntime', () => {
  it('installs by the lock file, and only when that has changed', async () => {
    const runtime = await writeRuntime('x')
    await mkdir(join(made.folder, 'x'))
    await writeFile(join(made.folder, 'x', 'package.json'), '{"name":"x","version":"1.0.0"}')
    let installations = 0
    const onInstall = (): void => {
      installations++
    }
    await installRuntime(runtime, { onInstall, signal })
    await installRuntime(runtime, { onInstall, signal })
    expect(installations).toBe(1)
    await writeFile(join(made.folder, 'node_modules', '.installed-lock.json'), '{}')
    await installRuntime(runtime, { onInstall, signal })
    expect(installations).toBe(2)
  })

  it('says what npm said where it cannot', async () => {
    const runtime = await writeRuntime('x')
    await writeFile(join(made.folder, 'package.json'), '{')
    await expect(installRuntime(runtime, { onInstall: () => undefined, signal })).rejects.toMatchObject({
      name: 'NotInstalledError',
      message: expect.stringContaining('package.json'),
    })
  })

  it('is no failure of npm where it is interrupted', async () => {
    const interruption = new AbortController()
    const runtime = await writeRuntime('x')
    const onInstall = (): void => {
      interruption.abort()
    }
    await expect(installRuntime(runtime, { onInstall, signal: interruption.signal })).rejects.toMatchObject({
      name: 'AbortError',
    })
  })
})
