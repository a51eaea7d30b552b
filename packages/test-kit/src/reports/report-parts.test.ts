import { describe, expect, it } from 'vitest'
import { createResult } from './case-result.testing.ts'
import { conformanceSuites } from '../cases/conformance-suites.ts'
import { deriveSuites } from '../derived/derive-cases.ts'
import { groupByReason, nameSubjects, partReport } from './report-parts.ts'
import { createSampleReport, sampleReport, sampleResults } from './sample-report.testing.ts'

function titleOf(id: string): string | undefined {
  return conformanceSuites.find((suite) => suite.id === id)?.title
}

describe('partReport', () => {
  it('parts results as the standard is parted, by their ids', () => {
    expect(partReport(sampleReport).map(({ id, results, title }) => [id, title, results.length])).toEqual([
      ['http-caches', titleOf('http-caches'), 3],
      ['routes', titleOf('routes'), 3],
      ['other', 'other', 1],
    ])
  })
})

describe('the title of a part', () => {
  it('is known of derived cases too', () => {
    const [part] = partReport(createSampleReport(createResult({ id: 'declared-origins/listed@/v1' })))
    expect(part?.title).toBe(deriveSuites({})[0]?.title)
  })
})

describe('groupByReason', () => {
  it('tells each reason once', () => {
    const { broken, notApplicable } = sampleResults
    const groups = groupByReason([notApplicable, { ...broken, why: 'so' }, { ...notApplicable, id: 'routes/other' }])
    expect(groups).toEqual([
      { reason: 'It knows no # paths.', ids: ['routes/skipped', 'routes/other'] },
      { reason: 'so', ids: ['routes/broken'] },
    ])
  })
})

describe('nameSubjects', () => {
  it('names what was examined, with the version where there is one', () => {
    expect(nameSubjects(createSampleReport())).toBe('my <b>&"server" 1.2.3')
    expect(nameSubjects({ ...sampleReport, subjects: [{ name: 'one' }, { name: 'two', version: '2' }] })).toBe(
      'one, two 2',
    )
  })
})
