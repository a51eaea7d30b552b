import { stripVTControlCharacters } from 'node:util'
import type { CaseResult, Verdict } from '@corsac/test-kit'
import { describe, expect, it } from 'vitest'
import { formatTable, type TableColumn } from './format-table.ts'

const suites = [{ id: 'cors-check' }, { id: 'timing' }]

function resultOf(id: string, verdict: Verdict, kind: CaseResult['kind'] = 'must'): CaseResult {
  return { id, requirement: '', kind, spec: [], policy: {}, verdict, misses: [], exchanges: [], duration: 0 }
}

const columns: readonly TableColumn[] = [
  {
    title: 'first 1.0.0',
    results: [
      resultOf('cors-check/a', 'pass'),
      resultOf('cors-check/b', 'fail'),
      resultOf('cors-check/c', 'pass', 'should'),
      resultOf('timing/a', 'not-applicable'),
    ],
  },
  { title: 'second', results: [resultOf('cors-check/a', 'pass'), resultOf('timing/a', 'pass')] },
  { title: 'third', results: null },
]

function tableOf(width: number): string {
  return stripVTControlCharacters(formatTable(columns, suites, width))
}

describe('formatTable', () => {
  it('has suites by subjects, what does not apply as a dash, and the names above', () => {
    expect(tableOf(100)).toBe(
      [
        '1  first 1.0.0',
        '2  second',
        '3  third',
        '',
        '            1      2      3',
        'must        ✕ 1/2  ✓ 2/2  not run',
        'should      ✓ 1/1  –',
        'cors-check  ✕ 1/2  ✓ 1/1',
        'timing      –      ✓ 1/1',
      ].join('\n'),
    )
  })

  it('has the columns below each other where there is no room beside', () => {
    const lines = tableOf(26).split('\n')
    expect(lines.filter((line) => line.startsWith('must'))).toEqual(['must        ✕ 1/2  ✓ 2/2', 'must        not run'])
    expect(
      tableOf(1)
        .split('\n')
        .filter((line) => line.startsWith('must')),
    ).toHaveLength(3)
  })
})
