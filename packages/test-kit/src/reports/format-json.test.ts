import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import schema from '../../schemas/report.schema.json' with { type: 'json' }
import { createReferenceSubject } from '../examination/reference-server.ts'
import { referenceRules } from '../examination/reference-rules.ts'
import { examine } from '../running/examine.ts'
import { formatJson } from './format-json.ts'
import { conformanceCases } from '../cases/conformance-suites.ts'
import { sampleReport } from './sample-report.testing.ts'

const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, formats: { 'date-time': true } })
const validate = ajv.compile(schema)

function errorsOf(report: unknown): unknown {
  validate(report)
  return validate.errors
}

describe('formatJson', () => {
  it('writes the report as it is', () => {
    expect(JSON.parse(formatJson(sampleReport))).toEqual(sampleReport)
    expect(formatJson(sampleReport)).toMatch(/^\{\n {2}"tool": .*\n\}\n$/s)
  })

  it('writes what its schema describes', async () => {
    const cases = conformanceCases.filter((_case, index) => index % 5 === 0)
    const report = await examine(createReferenceSubject('reference', referenceRules), { cases })
    expect(errorsOf(JSON.parse(formatJson(report)))).toBeNull()
    expect(errorsOf(JSON.parse(formatJson(sampleReport)))).toBeNull()
  })

  it.each([
    [{ ...sampleReport, results: [{ ...sampleReport.results[0], verdict: 'passed' }] }],
    [{ ...sampleReport, results: [{ ...sampleReport.results[0], kind: undefined, verdicts: 1 }] }],
    [{ ...sampleReport, subjects: [] }],
    [{ ...sampleReport, notes: '' }],
  ])('is described by a schema that takes nothing else', (report) => {
    expect(errorsOf(JSON.parse(JSON.stringify(report)))).not.toBeNull()
  })
})
