import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countFewestPreflights } from './fewest-preflights.ts'
import { needsPreflight } from './needs-preflight.ts'
import { type SessionRequest, visits } from './session.ts'

/** Plays a session against a cache that forgets nothing, and servers that allow everything. */
function playWithPerfectCache(session: readonly SessionRequest[]): number {
  const preflighted: string[] = []
  for (const request of session) {
    const isSimple =
      (request.method === 'GET' || request.method === 'POST') &&
      request.headers.authorization === undefined &&
      request.headers['content-type'] !== 'application/json'
    if (!isSimple && !preflighted.includes(request.path)) preflighted.push(request.path)
  }
  return preflighted.length
}

const requests = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
  path: fc.constantFrom('/items/1', '/items/2', '/items/3', '/items/4'),
  headers: fc.constantFrom<Record<string, string>>(
    {},
    { authorization: 'Bearer token' },
    { 'content-type': 'application/json' },
    { 'content-type': 'text/plain' },
    { accept: '*/*' },
  ),
})

describe('countFewestPreflights', () => {
  it('is what a perfect cache needs, whatever the session', () => {
    fc.assert(
      fc.property(fc.array(requests), (session) => {
        expect(countFewestPreflights(session)).toBe(playWithPerfectCache(session))
      }),
    )
  })

  it('is 9 for the session of the bench', () => {
    expect(countFewestPreflights(visits.flat())).toBe(9)
    expect(playWithPerfectCache(visits.flat())).toBe(9)
  })
})

describe('needsPreflight', () => {
  it.each([
    ['GET', {}, false],
    ['POST', { 'content-type': 'text/plain' }, false],
    ['POST', { 'content-type': 'application/json' }, true],
    ['GET', { authorization: 'Bearer token' }, true],
    ['GET', { prefer: 'return=minimal' }, true],
    ['DELETE', {}, true],
  ])('of %s with %j: %s', (method, headers, needed) => {
    expect(needsPreflight({ method, path: '/', headers })).toBe(needed)
  })
})
