import { describe, expect, it } from 'vitest'
import { referenceRules } from './examination/reference-rules.ts'
import { createReferenceSubject } from './examination/reference-server.ts'
import type { ConformanceReport } from './reports/report.ts'
import { describeConformance } from './vitest.ts'

const reports: ConformanceReport[] = []

describeConformance(createReferenceSubject('reference', referenceRules), {
  strict: true,
  onReport(report) {
    reports.push(report)
  },
})

describe('describeConformance', () => {
  it('reports what it examined', () => {
    expect(reports.map(({ subjects }) => subjects)).toEqual([[{ name: 'reference' }]])
    expect(reports[0]?.results.every(({ verdict }) => verdict === 'pass')).toBe(true)
  })
})
