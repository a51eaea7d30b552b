import type { HeaderPairs } from '@corsac/user-agent'
import { describe, expect, it } from 'vitest'
import { judgeAcross } from './judge-across.ts'

const byOrigin = { varyWhereDifferent: 'origin' } as const
const shared: HeaderPairs = [['Access-Control-Allow-Origin', 'https://a.example']]
const sharedVarying: HeaderPairs = [...shared, ['Vary', 'Accept, Origin']]

describe('judgeAcross', () => {
  it.each<[string, readonly HeaderPairs[]]>([
    ['that are alike and do not vary', [shared, shared]],
    ['that are alike and vary in part', [shared, sharedVarying]],
    ['that differ and all vary', [sharedVarying, [['vary', 'origin']]]],
    ['that differ and vary on everything', [sharedVarying, [['vary', '*']]]],
    ['that differ in other headers only', [[['x-exam', '1']], [['x-exam', '2']]]],
    ['of which there is one', [shared]],
    ['of which there are none', []],
  ])('finds nothing amiss in responses %s', (_what, responses) => {
    expect(judgeAcross(byOrigin, responses)).toEqual([])
  })

  it('finds the responses that differ and do not vary', () => {
    expect(judgeAcross(byOrigin, [sharedVarying, [], [['vary', 'Accept']]])).toEqual([
      {
        step: 1,
        subject: 'header vary',
        expected: 'with origin, because the steps differ in access-control-allow-origin',
        actual: 'absent',
      },
      {
        step: 2,
        subject: 'header vary',
        expected: 'with origin, because the steps differ in access-control-allow-origin',
        actual: '"Accept"',
      },
    ])
  })

  it('tells an empty field from an absent one', () => {
    expect(judgeAcross(byOrigin, [[['access-control-allow-origin', '']], []])).toHaveLength(2)
  })

  it('looks at Timing-Allow-Origin', () => {
    const [miss] = judgeAcross(byOrigin, [[['Timing-Allow-Origin', '*']], []])
    expect(miss?.expected).toContain('timing-allow-origin')
  })

  it('looks at every Access-Control-* field', () => {
    const [miss] = judgeAcross(byOrigin, [[...shared, ['access-control-allow-credentials', 'true']], shared])
    expect(miss?.expected).toContain('access-control-allow-credentials')
  })
})
