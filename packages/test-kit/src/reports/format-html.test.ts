import { describe, expect, it } from 'vitest'
import { formatHtml } from './format-html.ts'
import { reportOf, sampleReport } from './sample-report.testing.ts'

// What it is in a browser, e2e/report-page.test.ts looks at.
describe('formatHtml', () => {
  it('needs no other file', () => {
    const page = formatHtml(sampleReport)
    expect(page).toMatch(/^<!doctype html>\n/)
    expect(page).not.toMatch(
      /<link rel="(?!icon")|(?:src|href)="(?!#|data:|https:\/\/fetch\.spec\.whatwg\.org\/)|url\(|@import/,
    )
    expect(page).toContain(`default-src &#39;none&#39;`)
  })

  it.each(['not-applicable', 'subject-error', 'examiner-error', 'fail'] as const)(
    'never takes %s for passed',
    (verdict) => {
      const page = formatHtml(reportOf(verdict))
      expect(page).toContain('<tr class="case" id="part/case" data-outcome="')
      expect(page).not.toContain('<tr class="case" id="part/case" data-outcome="passed"')
      expect(page).not.toContain('data-exit-code="0"')
    },
  )
})
