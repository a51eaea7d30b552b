import { describe, expect, it } from 'vitest'
import { needsPreflight } from './needs-preflight.ts'
import { visits } from './session.ts'

const session = visits.flat()

describe('the session', () => {
  it('has 50 requests to 10 resources', () => {
    expect(session).toHaveLength(50)
    expect(new Set(session.map(({ path }) => path)).size).toBe(10)
  })

  it('asks some resources with several methods and with several headers, in one visit and in several', () => {
    const asked = (path: string): string[] =>
      session
        .filter((request) => request.path === path && needsPreflight(request))
        .map(({ headers, method }) => [method, ...Object.keys(headers)].join(' '))
    expect(new Set(asked('/items/1'))).toEqual(
      new Set([
        'GET authorization',
        'PATCH authorization content-type prefer',
        'PUT authorization content-type prefer',
        'DELETE authorization',
      ]),
    )
    const inSeveralVisits = visits.filter((visit) => visit.some(({ path }) => path === '/items/1'))
    expect(inSeveralVisits.length).toBeGreaterThan(2)
  })

  it('asks some resources and makes some requests without any preflight', () => {
    expect(session.filter(({ path }) => path === '/items/10').some(needsPreflight)).toBe(false)
    expect(session.filter(needsPreflight)).toHaveLength(38)
  })
})
