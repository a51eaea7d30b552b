import { describe, expect, it } from 'vitest'
import { decisionHeaders } from './decision-headers.ts'

describe('decisionHeaders', () => {
  it('gives what is set, and what the response varies on', () => {
    const set = [
      ['access-control-allow-origin', 'https://a.example'],
      ['access-control-allow-credentials', 'true'],
    ] as const
    expect(decisionHeaders({ remove: ['timing-allow-origin'], set, vary: ['Origin', 'X-Tenant'] })).toEqual({
      'access-control-allow-origin': 'https://a.example',
      'access-control-allow-credentials': 'true',
      vary: 'Origin, X-Tenant',
    })
  })

  it('says nothing of Vary where the response is the same for all', () => {
    expect(decisionHeaders({ remove: [], set: [['access-control-allow-origin', '*']], vary: [] })).toEqual({
      'access-control-allow-origin': '*',
    })
  })

  it('is empty where nothing was decided', () => {
    expect(decisionHeaders(undefined)).toEqual({})
  })
})
