import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { conformanceCases } from '@corsac/test-kit'
import { describe, expect, it } from 'vitest'
import { discloseResults } from './disclosure.ts'
import { readReport } from './report-file.ts'
import { isSensitive } from './sensitive-case.ts'

const folder = fileURLToPath(new URL('../results/', import.meta.url))
const files = readdirSync(folder)
const sensitive = new Set(conformanceCases.filter(isSensitive).map(({ id }) => id))

describe.each(files)('the published results %s', (name) => {
  it('are named by their date', async () => {
    const { date } = await readReport(folder + name)
    expect(name).toBe(`${date.slice(0, 10)}.json.gz`)
  })

  it('show nothing of a third party that may only be counted', async () => {
    const { subjects, suites } = await readReport(folder + name)
    const cases = suites.flatMap((suite) => suite.cases)
    for (const subject of subjects) {
      const results = subject.results.map((result) => {
        const examined = cases.find(({ id }) => id === result.id)
        if (examined === undefined) throw new Error(`${subject.id} has a result of no case: ${result.id}`)
        return { ...examined, ...result }
      })
      // What a case asked then is not in the report; if it is sensitive now, it was.
      const asked = cases.map((each) => ({
        ...each,
        steps: [],
        ...(sensitive.has(each.id) && { hostile: true as const }),
      }))
      expect(discloseResults(subject, results, asked)).toEqual({ shown: results, withheld: [] })
    }
  })

  it('name no folder of the machine', async () => {
    const report = await readReport(folder + name)
    const folders = JSON.stringify(report).match(/\/(?:[\w.-]+\/)+apps\/scoreboard\/|\/(?:home|root)\//g)
    expect(folders ?? []).toEqual([])
  })
})

describe('the published results', () => {
  it('are there', () => {
    expect(files.length).toBeGreaterThan(0)
  })
})
