import type { HeaderPairs } from '@corsac/user-agent'
import { describe, expect, it } from 'vitest'
import type { Miss } from '../reports/report.ts'
import { judgeAcross } from './judge-across.ts'

const byOrigin = { varyWhereDifferent: 'origin' } as const
const shared: HeaderPairs = [['Access-Control-Allow-Origin', 'https://a.example']]
const sharedVarying: HeaderPairs = [...shared, ['Vary', 'Accept, Origin']]

/** Compares responses to requests that are no preflights. */
function judge(...responses: readonly HeaderPairs[]): readonly Miss[] {
  return judgeAcross(
    byOrigin,
    responses.map((headers) => ({ headers, isPreflight: false })),
  )
}

/** Compares responses to preflights. */
function judgePreflights(...responses: readonly HeaderPairs[]): readonly Miss[] {
  return judgeAcross(
    byOrigin,
    responses.map((headers) => ({ headers, isPreflight: true })),
  )
}

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
    expect(judge(...responses)).toEqual([])
  })

  it('finds the responses that differ and do not vary', () => {
    expect(judge(sharedVarying, [], [['vary', 'Accept']])).toEqual([
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
    expect(judge([['access-control-allow-origin', '']], [])).toHaveLength(2)
  })

  it('looks at Timing-Allow-Origin', () => {
    const [miss] = judge([['Timing-Allow-Origin', '*']], [])
    expect(miss?.expected).toContain('timing-allow-origin')
  })

  it.each([
    'access-control-allow-origin',
    'access-control-allow-credentials',
    'access-control-expose-headers',
    'timing-allow-origin',
  ])('looks at %s, which browsers read from responses', (name) => {
    const [miss] = judge([[name, 'true']], [])
    expect(miss?.expected).toContain(name)
  })

  it.each(['access-control-allow-methods', 'access-control-allow-headers', 'access-control-max-age'])(
    'looks at %s in preflights alone',
    (name) => {
      expect(judge([[name, '5']], [])).toEqual([])
      expect(judgePreflights([[name, '5']], [])[0]?.expected).toContain(name)
    },
  )

  it('takes lists in another order for the same', () => {
    expect(
      judge(
        [['access-control-expose-headers', 'X-A, X-B']],
        [
          ['access-control-expose-headers', 'x-b'],
          ['access-control-expose-headers', 'x-a,'],
        ],
      ),
    ).toEqual([])
    expect(judge([['access-control-expose-headers', 'x-a']], [])).toHaveLength(2)
  })

  it('asks nothing of a response that no cache may keep', () => {
    expect(judge([...shared, ['Cache-Control', 'private, No-Store']], [['cache-control', 'no-store']])).toEqual([])
    expect(judge([...shared, ['cache-control', 'no-store']], []).map(({ step }) => step)).toEqual([1])
    expect(judge([...shared, ['cache-control', 'private']], sharedVarying, [])).toHaveLength(2)
  })
})
