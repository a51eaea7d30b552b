import { describe, expect, it } from 'vitest'
import type { CaseKind, ConformanceCase } from './conformance-case.ts'
import { selectCases } from './select-cases.ts'

function createCase(id: string, kind: CaseKind = 'must'): ConformanceCase {
  return { id, requirement: 'It is.', kind, spec: [], policy: {}, steps: [] }
}

const cases = [
  createCase('routes/one-refused'),
  createCase('routes/other', 'should'),
  createCase('routes-of-others/one'),
  createCase('http-caches/varies', 'observe'),
]

describe('selectCases', () => {
  it.each([
    [undefined, ['routes/one-refused', 'routes/other', 'routes-of-others/one', 'http-caches/varies']],
    [[], []],
    [['routes'], ['routes/one-refused', 'routes/other']],
    [['routes/other'], ['routes/other']],
    [
      ['http-caches', 'routes/other'],
      ['routes/other', 'http-caches/varies'],
    ],
    [['*'], ['routes/one-refused', 'routes/other', 'routes-of-others/one', 'http-caches/varies']],
    [['routes*'], ['routes/one-refused', 'routes/other', 'routes-of-others/one']],
    [['routes/*-refused'], ['routes/one-refused']],
    [['*/o*r'], ['routes/other']],
  ])('chooses by ids: %j', (only, ids) => {
    const selected = selectCases(cases, only === undefined ? {} : { only })
    expect(selected).toEqual({ cases: cases.filter(({ id }) => ids.includes(id)), unmatched: [] })
  })

  it('chooses by kinds, among what is chosen by ids', () => {
    expect(selectCases(cases, { kinds: ['should', 'observe'] }).cases).toEqual([cases[1], cases[3]])
    expect(selectCases(cases, { only: ['routes'], kinds: ['must'] }).cases).toEqual([cases[0]])
  })

  it('says what matches nothing at all', () => {
    expect(selectCases(cases, { only: ['route', 'routes', 'routes/on', 'a.b(c', ''] }).unmatched).toEqual([
      'route',
      'routes/on',
      'a.b(c',
      '',
    ])
    expect(selectCases(cases, { only: ['http-caches'], kinds: ['must'] })).toEqual({ cases: [], unmatched: [] })
  })
})
