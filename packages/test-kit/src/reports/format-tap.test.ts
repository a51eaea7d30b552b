import { type FinalResults, Parser, type Result } from 'tap-parser'
import { describe, expect, it } from 'vitest'
import { formatTap } from './format-tap.ts'
import { createSampleReport, reportOf, sampleReport, sampleResults } from './sample-report.testing.ts'

/** Reads TAP strictly: a line that is none of the protocol is a failure. */
function parse(tap: string): { results: FinalResults; points: readonly Result[] } {
  const points: Result[] = []
  let results: FinalResults | undefined
  const parser = new Parser({ strict: true }, (final) => {
    results = final
  })
  parser.on('assert', (point: Result) => points.push(point))
  parser.end(tap)
  if (results === undefined) throw new Error('The parser did not end')
  return { results, points }
}

const { broken, differs, failed, notApplicable, passed, warned } = sampleResults
const whole = createSampleReport(passed, failed, warned, differs, notApplicable, broken)

describe('formatTap', () => {
  it('says its version and how many points follow', () => {
    expect(formatTap(whole)).toMatch(/^TAP version 14\n1\.\.6\n# CORS conformance of my <b>&"server" 1\.2\.3\nok 1 - /)
  })

  it('tells every end of a case apart', () => {
    const { points, results } = parse(formatTap(whole))
    expect(points.map(({ diag, ok, skip, todo }) => ({ ok, skip, todo, verdict: diag?.verdict }))).toEqual([
      { ok: true, skip: false, todo: false, verdict: undefined },
      { ok: false, skip: false, todo: false, verdict: 'fail' },
      { ok: false, skip: false, todo: 'good practice', verdict: 'fail' },
      { ok: true, skip: false, todo: false, verdict: 'fail' },
      { ok: true, skip: expect.stringContaining('It knows no'), todo: false, verdict: undefined },
      { ok: false, skip: false, todo: false, verdict: 'subject-error' },
    ])
    expect(results).toMatchObject({ ok: false, count: 6, pass: 3, fail: 3, todo: 1, skip: 1, bailout: false })
  })

  it('fails a missed should where that is asked for', () => {
    expect(parse(formatTap(createSampleReport(warned))).results.ok).toBe(true)
    expect(parse(formatTap(createSampleReport(warned), { strict: true })).results.ok).toBe(false)
  })

  it('bails out where the examiner is broken', () => {
    const { points, results } = parse(formatTap(sampleReport))
    expect(results.bailout).toContain('The examiner is broken')
    expect(points).toHaveLength(7)
    expect(parse(formatTap(reportOf('examiner-error'))).results.ok).toBe(false)
  })

  it('shows what was missed, on the wire', () => {
    const { points } = parse(formatTap(whole))
    expect(points[1]?.diag.message).toContain('step 1: outcome: expected readable, got blocked (origin-missing)\n')
    expect(points[1]?.diag.message).toContain(`x-powered-by: <img src=x onerror="alert('2')">`)
    expect(points[1]?.diag.spec).toEqual(['https://fetch.spec.whatwg.org/#concept-cors-check'])
    expect(points[5]?.diag.message).toContain(' ]]> # TODO \\ ``` </details> | & é 😀 ')
  })

  it('keeps whatever a case is called out of the protocol', () => {
    const awkward = 'It is #1 # SKIP \\ # TODO\nnot ok 2'
    const { points, results } = parse(formatTap(createSampleReport({ ...passed, requirement: awkward })))
    expect(points).toMatchObject([{ ok: true, skip: false, todo: false }])
    expect(results).toMatchObject({ ok: true, count: 1 })
  })
})
