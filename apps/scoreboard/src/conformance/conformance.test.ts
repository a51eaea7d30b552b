import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { conformanceCases } from '@corsac/test-kit'
import { afterAll, describe, expect, it } from 'vitest'

const app = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'conformance-'))

afterAll(() => {
  rmSync(folder, { recursive: true })
})

function runConformance(...args: readonly string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'src/conformance/main.ts', ...args], {
    cwd: app,
    encoding: 'utf8',
    // A process that a test runner has started takes itself for one of its workers.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1' },
  })
}

describe('the conformance command', () => {
  it('examines bindings as their own tests say, as a table and as JSON', { timeout: 600_000 }, () => {
    const file = join(folder, 'conformance.json')
    const { status, stdout } = runConformance('--only', 'node', '--json', file)
    expect(stdout).toContain('1  @corsac/node on node:http')
    expect(stdout).toMatch(/^http-caches( +✓ \d+\/\d+)+$/m)
    expect(status).toBe(0)

    const report = JSON.parse(readFileSync(file, 'utf8'))
    expect(report).toMatchObject({ tool: '@corsac/test-kit', machine: { node: process.versions.node } })
    const subjects: readonly { readonly name: string; readonly results: readonly unknown[] }[] = report.subjects
    expect(subjects.map(({ name, results }) => [name, results.length])).toEqual(
      ['node:http', 'Connect', 'Polka'].map((server) => [`@corsac/node on ${server}`, conformanceCases.length]),
    )
    expect(report.figures).toContainEqual({ name: '@corsac/node on node:http: must: fail', value: 0, unit: 'cases' })
  })

  it('refuses the name of a binding that is not there', { timeout: 600_000 }, () => {
    const { status, stderr } = runConformance('--only', 'node,nobody')
    expect(stderr).toContain('There is no binding "nobody".')
    expect(status).toBe(1)
  })
})
