import { fileURLToPath } from 'node:url'
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
  platform: 'Node',
  documentation: 'https://peer.example/',
  advisories: [],
}

const exchange = {
  page: { origin: 'https://a.example', secure: true },
  messages: [
    {
      purpose: 'actual',
      request: { method: 'GET', url: 'http://127.0.0.1:40000/data', headers: [] },
      response: { status: 500, headers: [['vary', 'Origin']], body: 'Error: at /home/somebody' },
    },
    { purpose: 'actual', request: { method: 'GET', url: 'http://127.0.0.1:40000/data', headers: [] }, response: null },
  ],
  outcome: 'blocked',
  reason: null,
  steps: [],
  exposedHeaders: [],
} as unknown as CaseResult['exchanges'][number]

const request = { method: 'GET', url: 'http://127.0.0.1:8000/data', headers: [] }
const published = {
  ...exchange,
  messages: [
    { purpose: 'actual', request, response: { status: 500, headers: [['vary', 'Origin']] } },
    { purpose: 'actual', request, response: null },
  ],
}

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

const configuration = [{ path: 'app.mjs', text: 'cors()' }]

function runOf(outcome: SubjectRun['outcome']): SubjectRun {
  const release = { version: '1.0.0', released: '2026-01-01T00:00:00.000Z', currency: 'newest' } as const
  return { entry, name: 'Peer', release, lacks: { timing: 'It does not know it.' }, configuration, outcome }
}

describe('createScoreboardReport', () => {
  it('says what was examined, when and where', () => {
    const report = createScoreboardReport([], suites)
    expect(report).toMatchObject({ tool: '@corsac/scoreboard', format: 2, subjects: [], figures: [] })
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
        platform: 'Node',
        documentation: 'https://peer.example/',
        advisories: [],
        package: {
          registry: 'npm',
          name: 'peer',
          release: { version: '1.0.0', released: '2026-01-01T00:00:00.000Z', currency: 'newest' },
        },
        lacks: { timing: 'It does not know it.' },
        configuration,
        results: [{ id: 'one/plain', verdict: 'fail', misses: [], exchanges: [published], duration: 2 }],
        withheld: [{ kind: 'must', verdict: 'fail', count: 1 }],
      },
    ])
    expect(report.figures).toContainEqual({ name: 'peer: must: fail', value: 2, unit: 'cases' })
    expect(JSON.stringify(report.subjects)).not.toContain('one/attack')
  })

  it('keeps the heads of exchanges, passed or not, and no body', () => {
    const report = createScoreboardReport([runOf({ results: [resultOf('one/plain', 'pass')] })], suites)
    expect(report.subjects[0]?.results[0]?.exchanges).toEqual([published])
  })

  it('keeps the ports that policies and origins name', () => {
    const misses = [
      { step: 0, subject: 'outcome', expected: 'http://127.0.0.1:3000', actual: 'http://127.0.0.1:40000' },
    ]
    const report = createScoreboardReport([runOf({ results: [{ ...resultOf('one/plain', 'fail'), misses }] })], suites)
    expect(report.subjects[0]?.results[0]?.misses).toEqual([
      { ...misses[0], expected: 'http://127.0.0.1:3000', actual: 'http://127.0.0.1:8000' },
    ])
  })

  it('names files as they are in this repository', () => {
    const file = fileURLToPath(import.meta.url)
    const results = [{ ...resultOf('one/plain', 'pass'), why: `It ended with 1: Error at ${file}:1` }]
    const report = createScoreboardReport([runOf({ results })], suites)
    expect(report.subjects[0]?.results[0]?.why).toBe(
      'It ended with 1: Error at apps/scoreboard/src/scoreboard-report.test.ts:1',
    )
  })

  it('says of a subject that never answered that it is broken, and no more', () => {
    const results = [resultOf('one/plain', 'subject-error'), resultOf('one/attack', 'subject-error')]
    const [subject] = createScoreboardReport([runOf({ results })], suites).subjects
    expect(subject).toMatchObject({ broken: 'It did not start, or answered no request.', results: [], withheld: [] })
  })

  it('says why a subject was not run', () => {
    const [subject] = createScoreboardReport([runOf({ notRun: 'caddy is missing.' })], suites).subjects
    expect(subject).toMatchObject({ notRun: 'caddy is missing.', results: [], withheld: [] })
  })
})
