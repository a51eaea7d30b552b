import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readReport, writeReport } from './report-file.ts'
import { sampleReport } from './sample-report.testing.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scoreboard-file-'))
})

afterAll(() => rm(folder, { recursive: true }))

describe('writeReport and readReport', () => {
  it.each(['report.json', 'report.json.gz'])('keep a report in %s', async (name) => {
    const file = join(folder, name)
    await writeReport(file, sampleReport)
    expect(await readReport(file)).toEqual(sampleReport)
  })

  it.each([
    ['nothing at all', ''],
    ['another JSON', '{"tool":"@corsac/test-kit"}'],
    ['another version', JSON.stringify({ ...sampleReport, format: 1 })],
    ['what is compressed, by a name that does not say so', gzipSync('{}')],
  ])('refuse %s', async (_, content) => {
    const file = join(folder, 'other.json')
    await writeFile(file, content)
    await expect(readReport(file)).rejects.toMatchObject({ name: 'ReportFileError' })
  })

  it('refuse a file that is not there', async () => {
    await expect(readReport(join(folder, 'missing.json'))).rejects.toThrow(/missing\.json cannot be read/)
  })
})
