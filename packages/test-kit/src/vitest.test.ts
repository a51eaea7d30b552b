import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startVitest, type TestCase, type Vitest } from 'vitest/node'
import { referenceRules } from './examination/reference-rules.ts'
import { createReferenceSubject } from './examination/reference-server.ts'
import type { ConformanceReport } from './report.ts'
import { describeConformance } from './vitest.ts'

const reports: ConformanceReport[] = []

describeConformance(createReferenceSubject('reference', referenceRules), {
  strict: true,
  onReport(report) {
    reports.push(report)
  },
})

describe('describeConformance', () => {
  // A vitest that fails sets the exit code, and here it is meant to fail.
  const { exitCode } = process
  const logs: { content: string; type: string }[] = []
  let vitest: Vitest
  let tests: readonly TestCase[]

  beforeAll(async () => {
    vitest = await startVitest([], {
      root: fileURLToPath(new URL('examination/fixtures', import.meta.url)),
      config: false,
      watch: false,
      include: ['describe-conformance.fixture.ts'],
      reporters: [
        {
          onUserConsoleLog({ content, type }) {
            logs.push({ content, type })
          },
        },
      ],
    })
    tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()])
  })

  afterAll(async () => {
    process.exitCode = exitCode
    await vitest.close()
  })

  function statesOf(subject: string): ReadonlyMap<string, string> {
    const own = tests.filter(({ fullName }) => fullName.startsWith(`CORS conformance of ${subject} > `))
    return new Map(own.map((test) => [test.name.replace(/: .*/, ''), test.result().state]))
  }

  it('reports what it examined', () => {
    expect(reports.map(({ subjects }) => subjects)).toEqual([[{ name: 'reference' }]])
    expect(reports[0]?.results.every(({ verdict }) => verdict === 'pass')).toBe(true)
  })

  it('has a test for each case, titled with its id and requirement', () => {
    const { name = '' } = tests[0] ?? {}
    expect(name).toBe(
      'preflight-requests/allowed-put-readable: A PUT from a listed origin passes its preflight and can be read.',
    )
    expect(statesOf('right').size).toBeGreaterThan(30)
  })

  it('passes a server that is right', () => {
    expect(new Set(statesOf('right').values())).toEqual(new Set(['passed']))
  })

  it('fails what a server misses of its duty, and nothing else', () => {
    const states = statesOf('wrong')
    expect(states.get('http-caches/refused-origin-varies')).toBe('failed')
    expect(states.get('http-caches/any-origin-not-varying')).toBe('passed')
  })

  it('shows what was missed, on the wire', () => {
    const test = tests.find(
      ({ fullName }) => fullName.includes('of wrong > ') && fullName.includes('refused-origin-varies'),
    )
    const message = test?.result().errors?.[0]?.message ?? ''
    expect(message).toContain('step 1: header vary: expected with origin, got absent')
    expect(message).toContain('origin: https://evil.example')
    expect(message).toContain('see https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches')
  })

  it('passes what is missed of good practice, unless it is strict', () => {
    expect(statesOf('tasteless').get('http-caches/any-origin-not-varying')).toBe('passed')
    expect(statesOf('strict').get('http-caches/any-origin-not-varying')).toBe('failed')
  })

  it('warns of what is missed of good practice', () => {
    const warnings = logs.filter(({ type }) => type === 'stderr').map(({ content }) => content)
    expect(warnings.join('')).toContain('http-caches/any-origin-not-varying (should)')
  })

  it('notes what is only observed, and never fails it', () => {
    const notes = logs.filter(({ type }) => type === 'stdout').map(({ content }) => content)
    expect(notes.join('')).toContain('preflight-requests/refused-is-forbidden (observe)')
    expect(statesOf('strict').get('preflight-requests/refused-is-forbidden')).toBe('passed')
  })

  it('skips what does not apply, with the reason', () => {
    const skipped = tests.filter((test) => test.result().state === 'skipped')
    expect(skipped.map(({ name }) => name.replace(/: .*/, ''))).toEqual([
      'preflight-requests/allowed-not-handled',
      'preflight-requests/refused-not-handled',
      'preflight-requests/empty-request-method',
    ])
    expect(skipped.map((test) => test.result())).toMatchObject(
      skipped.map(() => ({ note: 'not applicable: It does not count.' })),
    )
  })

  it('fails every test of a server that does not start', () => {
    expect(new Set(statesOf('dead').values())).toEqual(new Set(['failed']))
  })
})
