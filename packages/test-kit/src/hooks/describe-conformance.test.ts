import { beforeAll, describe, expect, it } from 'vitest'
import { type FrameworkRun, frameworkRuns, type FrameworkTest } from './framework-runs.testing.ts'

describe.each(frameworkRuns)('describeConformance in %s', (framework, run) => {
  let tests: readonly FrameworkTest[]
  let output: FrameworkRun['output']

  beforeAll(async () => {
    ;({ output, tests } = await run())
  })

  /** The tests of a subject, by the ids of their cases. */
  function testsOf(subject: string): ReadonlyMap<string, FrameworkTest> {
    const own = tests.filter(({ title }) => title.startsWith(`CORS conformance of ${subject} `))
    return new Map(own.map((test) => [/[a-z-]+\/[a-z-]+(?=: )/.exec(test.title)?.[0] ?? '', test]))
  }

  function statesOf(subject: string): ReadonlySet<string> {
    return new Set([...testsOf(subject).values()].map(({ state }) => state))
  }

  it('has a test for each case, titled with its id and requirement', () => {
    expect(tests[0]?.title).toMatch(
      /preflights\/allowed: A PUT from a listed origin passes its preflight and can be read\.$/,
    )
    expect([...testsOf('right').keys()]).toEqual([
      'preflights/allowed',
      'preflights/any-origin',
      'preflights/not-handled',
      'preflights/forbidden',
      'caches/refused-varies',
      'caches/constant',
    ])
  })

  it('passes a server that is right, and reports it', () => {
    expect(statesOf('right')).toEqual(new Set(['passed']))
    expect(output).toContain('reported 6')
  })

  it('fails what a server misses of its duty, and nothing else', () => {
    const failed = [...testsOf('wrong')].filter(([, { state }]) => state === 'failed')
    expect(failed.map(([id]) => id)).toEqual(['caches/refused-varies'])
  })

  it('shows what was missed, on the wire', () => {
    const text = testsOf('wrong').get('caches/refused-varies')?.text ?? ''
    expect(text).toContain('step 1: header vary: expected with origin, got absent')
    expect(text).toContain('origin: https://evil.example')
    expect(text).toContain('see https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches')
    expect(text).not.toContain('end-test.ts')
  })

  it('passes what is missed of good practice and warns of it, unless it is strict', () => {
    expect(testsOf('tasteless').get('caches/constant')?.state).toBe('passed')
    expect(output).toContain('caches/constant (should)')
    expect(testsOf('strict').get('caches/constant')?.state).toBe('failed')
  })

  it('notes what is only observed, and never fails it', () => {
    expect(output).toContain('preflights/forbidden (observe)')
    expect(testsOf('strict').get('preflights/forbidden')?.state).toBe('passed')
  })

  it('skips what does not apply, with the reason', () => {
    const skipped = [...testsOf('limited')].filter(([, { state }]) => state === 'skipped')
    expect(skipped.map(([id]) => id)).toEqual(['preflights/not-handled'])
    for (const [, { text, title }] of skipped) expect(title + text).toContain('not applicable: It does not count.')
    expect(statesOf('limited')).toEqual(new Set(['passed', 'skipped']))
  })

  it('never passes what a server declines at its start', () => {
    const anyOrigin = testsOf('late').get('preflights/any-origin')
    expect(anyOrigin?.state).toBe(framework === 'jest' ? 'failed' : 'skipped')
    expect(`${anyOrigin?.title} ${anyOrigin?.text}`).toContain('not applicable: It shares with nobody unknown.')
    expect(testsOf('late').get('preflights/allowed')?.state).toBe('passed')
  })

  it('fails every test of a server that does not start', () => {
    expect(statesOf('dead')).toEqual(new Set(['failed']))
  })
})
