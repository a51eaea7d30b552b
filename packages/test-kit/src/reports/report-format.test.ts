import { describe, expect, it } from 'vitest'
import { formatReport, reportFormats } from './report-format.ts'
import { createSampleReport, sampleReport, sampleResults } from './sample-report.testing.ts'

const beginnings = {
  terminal: '– ',
  json: '{\n',
  junit: '<?xml ',
  tap: 'TAP ',
  markdown: '## ',
  html: '<!doctype html>',
}

describe('formatReport', () => {
  it.each(reportFormats)('writes %s', (format) => {
    const text = formatReport(sampleReport, format)
    expect(text.startsWith(beginnings[format])).toBe(true)
    expect(text).toMatch(/[^\n]\n$/)
  })

  it.each(reportFormats)('writes %s of nothing at all', (format) => {
    expect(formatReport(createSampleReport(), format)).not.toBe('')
  })

  it.each(['terminal', 'junit', 'tap', 'markdown', 'html'] as const)(
    'is as strict in %s as it is asked to be',
    (format) => {
      const report = createSampleReport(sampleResults.warned)
      expect(formatReport(report, format, { strict: true })).not.toBe(formatReport(report, format))
    },
  )
})
