import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { formatTerminal } from './format-terminal.ts'
import { createSampleReport, reportOf, sampleReport, sampleResults } from './sample-report.testing.ts'

describe('formatTerminal', () => {
  it('is short where all is well', () => {
    expect(formatTerminal(createSampleReport(sampleResults.passed))).toBe(
      [
        'CORS conformance of my <b>&"server" 1.2.3',
        '  must       1: ✓ 1 passed',
        'Everything that must hold does, as far as it was examined.',
        '',
      ].join('\n'),
    )
  })

  it('tells of what failed what went over the wire, what a browser does, how to mend it, and where to read on', () => {
    expect(formatTerminal(createSampleReport(sampleResults.failed)).split('\n')).toEqual([
      '✕ http-caches/failed (must): It can be read & shared.',
      '    policy {"allowOrigins":["https://b.example"]}',
      '    step 1: outcome: expected readable, got blocked (origin-missing)',
      '    step 1 on the wire:',
      '      > GET http://127.0.0.1:4000/data?<b>',
      '          Origin: https://b.example',
      '      < 200',
      `          x-powered-by: <img src=x onerror="alert('2')">`,
      '      a page on https://b.example finds it blocked (origin-missing): The response has no Access-Control-Allow-Origin.',
      expect.stringMatching(/^ {4}to mend: /),
      expect.stringMatching(/^ {4}to mend: Send .*Access-Control-Allow-Origin: https:\/\/b\.example/),
      '    see https://fetch.spec.whatwg.org/#concept-cors-check',
      '',
      'CORS conformance of my <b>&"server" 1.2.3',
      '  must       1: ✕ 1 failed',
      '1 case failed.',
      '',
    ])
  })

  it('puts what is most urgent last, next to the sums', () => {
    const signs = formatTerminal(sampleReport)
      .split('\n')
      .flatMap((line) => /^[^\sA-Z]/u.exec(line)?.[0] ?? [])
    expect(signs).toEqual(['–', '≠', '!', '✕', '↯', '?'])
    expect(formatTerminal(sampleReport)).toMatch(
      /must {7}5: ✓ 1 passed, – 1 not applicable, ✕ 1 failed, ↯ 1 no answer, \? 1 not examined\n/,
    )
  })

  it('tells what does not apply once for each reason', () => {
    const { notApplicable } = sampleResults
    const report = createSampleReport(notApplicable, { ...notApplicable, id: 'routes/other' })
    expect(formatTerminal(report)).toContain(
      '– 2 not applicable: It knows no # paths.\n    routes/skipped routes/other\n',
    )
  })

  it.each([
    ['not-applicable', 'Nothing was examined: no case applies to this server.'],
    ['subject-error', 'The server is broken: it did not start, or did not answer, in 1 case.'],
    ['examiner-error', 'The examiner is broken, at 1 case: please report this to @corsac/test-kit.'],
    ['fail', '1 case failed.'],
  ] as const)('says what %s comes to', (verdict, sentence) => {
    expect(formatTerminal(reportOf(verdict))).toContain(`\n${sentence}\n`)
  })

  it('counts a missed should as failed where that is asked for', () => {
    const report = createSampleReport(sampleResults.warned)
    expect(formatTerminal(report)).toContain('1 piece of good practice is missed.')
    expect(formatTerminal(report, { strict: true })).toContain('✕ 1 failed')
  })

  it('paints where it is asked to, and says nothing else then', () => {
    const plain = formatTerminal(sampleReport)
    const painted = formatTerminal(sampleReport, { color: true })
    expect(painted).not.toBe(plain)
    expect(stripVTControlCharacters(painted)).toBe(plain)
  })

  it('lets no server paint, nor move the cursor', () => {
    expect(formatTerminal(sampleReport).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
  })
})
