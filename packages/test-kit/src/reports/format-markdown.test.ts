import { describe, expect, it } from 'vitest'
import { formatMarkdown } from './format-markdown.ts'
import { createSampleReport, reportOf, sampleReport, sampleResults } from './sample-report.testing.ts'

describe('formatMarkdown', () => {
  const lines = formatMarkdown(sampleReport).split('\n')

  it('says what was examined, and what it comes to', () => {
    expect(lines[0]).toBe(String.raw`## CORS conformance of my \<b\>\&"server" 1.2.3`)
    expect(lines[2]).toBe('**The examiner is broken, at 1 case: please report this to @corsac/test-kit.**')
  })

  it('sums up in a table, in which only what passed has passed', () => {
    expect(lines.filter((line) => line.startsWith('|'))).toEqual([
      '|  | cases | ✓ passed | – not applicable | ≠ differs | ! to improve | ✕ failed | ↯ no answer | ? not examined |',
      '| --- | --: | --: | --: | --: | --: | --: | --: | --: |',
      '| must | 5 | 1 | 1 | 0 | 0 | 1 | 1 | 1 |',
      '| should | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 |',
      '| observe | 1 | 0 | 0 | 1 | 0 | 0 | 0 | 0 |',
    ])
  })

  it('shows what is not as it should be, the most urgent first, and folds up what need not be mended', () => {
    expect(lines.filter((line) => /^(?:###|<details>)/.test(line))).toEqual([
      '### ? 1 not examined',
      '### ↯ 1 no answer',
      '### ✕ 1 failed',
      '<details><summary>! 1 to improve</summary>',
      '<details><summary>≠ 1 differs</summary>',
      '<details><summary>– 1 not applicable</summary>',
    ])
    expect(lines).toContain('- It knows no \\# paths.: `routes/skipped`')
  })

  it('shows what was missed, on the wire', () => {
    expect(lines).toContain('  step 1: outcome: expected readable, got blocked (origin-missing)')
    expect(lines).toContain(`        x-powered-by: <img src=x onerror="alert('2')">`)
  })

  it('fences what a server has written, so that none of it is markup', () => {
    const text = formatMarkdown(createSampleReport(sampleResults.broken))
    const [, fenced = ''] = /^````text\n(.*?)^````$/ms.exec(text) ?? []
    expect(fenced).toContain('```')
    expect(fenced).toContain('<script>')
    expect(text.replace(fenced, '')).not.toContain('<script>')
  })

  it('is short where all is well', () => {
    expect(formatMarkdown(createSampleReport(sampleResults.passed))).not.toMatch(/^(?:###|<details>)/m)
    expect(formatMarkdown(reportOf('not-applicable'))).toContain('Nothing was examined')
  })
})
