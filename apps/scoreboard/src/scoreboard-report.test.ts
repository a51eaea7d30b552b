import type { CaseResult, ConformanceSuite } from '@corsac/test-kit'
import { describe, expect, it } from 'vitest'
import { createScoreboardReport, type SubjectRun } from './scoreboard-report.ts'
import type { SubjectEntry } from './subject-entry.ts'

const suites: readonly ConformanceSuite[] = [
  {
    id: 'one',
    title: 'The first',
    cases: [
      {
        id: 'one/plain',
        requirement: 'It holds.',
        kind: 'must',
        spec: ['https://a.example/#b'],
        policy: {},
        steps: [],
      },
      { id: 'one/attack', requirement: 'It stands.', kind: 'must', spec: [], policy: {}, steps: [], hostile: true },
    ],
  },
]

const entry: SubjectEntry = {
  id: 'peer',
  party: 'third',
  package: { registry: 'npm', name: 'peer' },
  documentation: 'https://peer.example/',
  advisories: [],
}

const exchange = {
  page: { origin: 'https://a.example', secure: true },
  messages: [],
  outcome: 'blocked',
  reason: null,
  steps: [],
  exposedHeaders: [],
} as unknown as CaseResult['exchanges'][number]

function resultOf(id: string, verdict: CaseResult['verdict']): CaseResult {
  return {
    id,
    requirement: '',
    kind: 'must',
    spec: [],
    policy: {},
    verdict,
    misses: [],
    exchanges: [exchange],
    duration: 2,
  }
}

function runOf(outcome: SubjectRun['outcome']): SubjectRun {
  const release = { version: '1.0.0', released: '2026-01-01T00:00:00.000Z', currency: 'newest' } as const
  return { entry, name: 'Peer', release, lacks: { timing: 'It does not know it.' }, outcome }
}

describe('createScoreboardReport', () => {
  it('says what was examined, when and where', () => {
    const report = createScoreboardReport([], suites)
    expect(report).toMatchObject({ tool: '@corsac/scoreboard', format: 1, subjects: [], figures: [] })
    expect(new Date(report.date).toISOString()).toBe(report.date)
    expect(report.machine.node).toBe(process.versions.node)
  })

  it('tells every case once', () => {
    const [suite] = createScoreboardReport([], suites).suites
    expect(suite?.title).toBe('The first')
    expect(suite?.cases.map(({ id, hostile }) => [id, hostile])).toEqual([
      ['one/plain', undefined],
      ['one/attack', true],
    ])
  })

  it('holds each subject with its release and results, without what may only be counted', () => {
    const results = [resultOf('one/plain', 'fail'), resultOf('one/attack', 'fail')]
    const report = createScoreboardReport([runOf({ results })], suites)
    expect(report.subjects).toEqual([
      {
        id: 'peer',
        name: 'Peer',
        party: 'third',
        documentation: 'https://peer.example/',
        advisories: [],
        package: {
          registry: 'npm',
          name: 'peer',
          release: { version: '1.0.0', released: '2026-01-01T00:00:00.000Z', currency: 'newest' },
        },
        lacks: { timing: 'It does not know it.' },
        results: [{ id: 'one/plain', verdict: 'fail', misses: [], exchanges: [exchange], duration: 2 }],
        withheld: [{ kind: 'must', verdict: 'fail', count: 1 }],
      },
    ])
    expect(report.figures).toContainEqual({ name: 'peer: must: fail', value: 2, unit: 'cases' })
    expect(JSON.stringify(report.subjects)).not.toContain('one/attack')
  })

  it('keeps the exchanges of what was not passed, and of nothing else', () => {
    const report = createScoreboardReport([runOf({ results: [resultOf('one/plain', 'pass')] })], suites)
    expect(report.subjects[0]?.results).toEqual([
      { id: 'one/plain', verdict: 'pass', misses: [], exchanges: [], duration: 2 },
    ])
  })

  it('says why a subject was not run', () => {
    const [subject] = createScoreboardReport([runOf({ notRun: 'caddy is missing.' })], suites).subjects
    expect(subject).toMatchObject({ notRun: 'caddy is missing.', results: [], withheld: [] })
  })
})
