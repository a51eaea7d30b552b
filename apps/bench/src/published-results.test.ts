import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { formatPage } from './page/format-page.ts'
import { readReport } from './page/read-report.ts'

const folder = fileURLToPath(new URL('../results/', import.meta.url))
const files = existsSync(folder) ? readdirSync(folder) : []

it('every kept result is named by its date, is none of a quick run, and names no folder of the machine', async () => {
  for (const file of files) {
    const report = await readReport(folder + file)
    expect(file).toMatch(new RegExp(`^${report.date.slice(0, 10)}\\.json(?:\\.gz)?$`))
    expect(report.quick).toBe(false)
    expect(JSON.stringify(report).match(/\/(?:[\w.-]+\/)+apps\/bench\/|\/(?:home|root|tmp)\//g) ?? []).toEqual([])
  }
})

it('every kept result can be shown as a page', async () => {
  for (const file of files) expect(await formatPage(await readReport(folder + file))).not.toContain('NaN')
})
