import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { createResult } from './case-result.testing.ts'
import { createReport } from './conformance-report.ts'
import type { ConformanceSubject } from '../subjects/subject.ts'

const subject: ConformanceSubject = {
  name: 'one',
  version: '1.2.3',
  start: () => Promise.reject(new Error('not asked')),
}

const passed = createResult({ id: 'part/passed' })

describe('createReport', () => {
  it('says what was examined, with what, when and where', async () => {
    const { version }: { version: string } = JSON.parse(
      await readFile(new URL('../../package.json', import.meta.url), 'utf8'),
    )
    const report = createReport(subject, [])
    expect(report).toMatchObject({ tool: '@corsac/test-kit', version, subjects: [{ name: 'one', version: '1.2.3' }] })
    expect(new Date(report.date).toISOString()).toBe(report.date)
    expect(report.machine).toEqual({ platform: process.platform, arch: process.arch, node: process.versions.node })
  })

  it('counts the verdicts of each kind', () => {
    const { figures } = createReport(subject, [passed, passed, { ...passed, kind: 'should', verdict: 'fail' }])
    expect(figures).toHaveLength(15)
    expect(figures.filter(({ value }) => value > 0)).toEqual([
      { name: 'must: pass', value: 2, unit: 'cases' },
      { name: 'should: fail', value: 1, unit: 'cases' },
    ])
  })

  it('is plain JSON', () => {
    const report = createReport(subject, [passed])
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  })
})
