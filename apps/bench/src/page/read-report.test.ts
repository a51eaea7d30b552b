import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findNewestResult, readReport, ReportFileError } from './read-report.ts'
import { sampleReport } from './sample-report.testing.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bench-results-'))
  const text = JSON.stringify(sampleReport)
  await writeFile(join(folder, '2026-11-21.json'), text)
  await writeFile(join(folder, '2026-11-22.json.gz'), gzipSync(text))
  await writeFile(join(folder, 'README.md'), 'Results')
  await writeFile(join(folder, 'other.txt'), JSON.stringify({ tool: '@corsac/scoreboard' }))
})
afterAll(() => rm(folder, { recursive: true }))

describe('readReport', () => {
  it.each(['2026-11-21.json', '2026-11-22.json.gz'])('reads %s', async (file) => {
    expect(await readReport(join(folder, file))).toEqual(sampleReport)
  })

  it.each([
    ['other.txt', 'is no report of this version of the bench'],
    ['README.md', 'cannot be read'],
    ['missing.json', 'cannot be read: ENOENT'],
  ])('refuses %s: it %s', async (file, reason) => {
    await expect(readReport(join(folder, file))).rejects.toThrow(reason)
  })
})

describe('findNewestResult', () => {
  it('is the one with the latest date', async () => {
    expect(await findNewestResult(folder)).toBe(join(folder, '2026-11-22.json.gz'))
  })

  it('says what to do where none is kept', async () => {
    await expect(findNewestResult(join(folder, 'nowhere'))).rejects.toThrow(ReportFileError)
    await expect(findNewestResult(join(folder, 'nowhere'))).rejects.toThrow('--from')
  })
})
