import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trials } from './arbitraries/trial.ts'
import { createTrial } from './fixtures/create-trial.ts'
import { reduceTrial } from './reduce-trial.ts'
import type { Trial } from './trial.ts'

function reduceWhile(trial: Trial, isKept: (trial: Trial) => boolean): Trial {
  const simpler = reduceTrial(trial).find(isKept)
  return simpler === undefined ? trial : reduceWhile(simpler, isKept)
}

describe('reduceTrial', () => {
  it('comes to an end, at a trial of one bare request', () => {
    fc.assert(
      fc.property(trials, (trial) => {
        expect(reduceWhile(trial, () => true)).toMatchObject({
          page: 'app',
          requests: [{ method: 'GET', headers: [], credentials: 'omit', mode: 'cors', redirect: 'follow', wait: 0 }],
          hops: [{ server: 'api', preflight: [{ status: 200, headers: [] }], actual: [{ status: 200, headers: [] }] }],
        })
      }),
      { numRuns: 50 },
    )
  })

  it('keeps what it is told to keep, and nothing else', () => {
    const headers = [
      ['X-A', '1'],
      ['Range', 'bytes=0-'],
      ['Accept', 'a'],
    ] as const
    const trial = createTrial({ page: 'sandbox', request: { method: 'PUT', headers, credentials: 'include' } })
    const hasRange = ({ requests: [request] }: Trial) => request?.headers.some(([name]) => name === 'Range') === true
    const [request] = reduceWhile(trial, hasRange).requests
    expect([request?.method, request?.headers]).toEqual(['GET', [['Range', '1']]])
  })

  it('lets the redirects that are left lead where they led', () => {
    const redirect = (to: number) => [{ status: 302, headers: [['Location', `{hop:${to}}`]] }] as const
    const [end] = createTrial().hops
    if (end === undefined) throw new Error('a trial has a hop')
    const chain = createTrial({ hops: [{ ...end, actual: redirect(1) }, { ...end, actual: redirect(2) }, end] })
    const shorter = reduceTrial(chain).filter(({ hops }) => hops.length === 2)
    expect(shorter.map(({ hops }) => hops[0]?.actual[0]?.headers)).toEqual([
      [['Location', '{hop:1}']],
      [['Location', '{hop:1}']],
    ])
  })
})
