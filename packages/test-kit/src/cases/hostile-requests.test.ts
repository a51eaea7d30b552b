import type { HeaderPairs } from '@corsac/user-agent'
import { describe, expect, it } from 'vitest'
import { deriveCases } from '../derived/derive-cases.ts'
import type { CasePolicy } from '../exam/exam-policy.ts'
import type { CasePageRequest, CaseStep, ConformanceCase } from './conformance-case.ts'
import { imitatesAttack } from './hostile-requests.ts'

const listed = ['https://a.example', 'https://*.b.example', 'http://localhost:3000']

function asPage(page: string, request: Partial<CasePageRequest> = {}): CaseStep {
  return { page, request: { path: '/data', ...request }, expect: { outcome: 'blocked' } }
}

function byHand(headers: HeaderPairs, path = '/data', method = 'GET'): CaseStep {
  return { raw: { method, path, headers }, expect: {} }
}

function isHostile(step: CaseStep, policy: CasePolicy = { allowOrigins: listed }): boolean {
  return imitatesAttack({ policy, steps: [asPage('https://a.example'), step] })
}

describe('imitatesAttack', () => {
  it.each([
    'https://a.example.evil.example',
    'https://evila.example',
    'https://axexample',
    'https://sub.a.example',
    'https://a.exam',
    'http://a.example',
    'https://a.example:8443',
    'https://b.example',
    'https://evilb.example',
    'http://localhost:30001',
    'http://127.0.0.1:3000',
  ])('takes %s for an imitation of what is listed', (origin) => {
    expect(isHostile(asPage(origin))).toBe(true)
    expect(isHostile({ page: origin, preflight: { path: '/data', method: 'PUT' }, expect: { passes: false } })).toBe(
      true,
    )
    expect(isHostile(byHand([['Origin', origin]]))).toBe(true)
  })

  it.each(['https://null', 'null://null'])('takes %s for an imitation of null where that is listed', (origin) => {
    expect(isHostile(asPage(origin), { allowOrigins: ['null', 'https://a.example'] })).toBe(true)
    expect(isHostile(asPage(origin))).toBe(false)
  })

  it.each(['https://a.example', 'https://x.b.example', 'https://evil.example', 'null', 'self'])(
    'takes a request of %s for what servers get all day',
    (page) => {
      expect(isHostile(asPage(page, { credentials: 'include', method: 'PUT', headers: [['x-token', '1']] }))).toBe(
        false,
      )
    },
  )

  it('looks at the policy of the path', () => {
    const policy: CasePolicy = { allowOrigins: ['https://c.example'], routes: { '/open': {}, '/locked': false } }
    expect(isHostile(asPage('http://c.example'), policy)).toBe(true)
    expect(isHostile(asPage('http://c.example', { path: '/open?page=1' }), policy)).toBe(false)
    expect(isHostile(asPage('http://c.example', { path: '/locked' }), policy)).toBe(false)
  })

  it.each<[string, HeaderPairs]>([
    ['with what is no origin', [['origin', 'HTTPS://A.EXAMPLE']]],
    ['with an empty origin', [['origin', '']]],
    [
      'with two origins',
      [
        ['origin', 'https://a.example'],
        ['origin', 'https://evil.example'],
      ],
    ],
    ['with what is no method', [['access-control-request-method', 'PUT, (DELETE)']]],
    ['with what is no list of names', [['access-control-request-headers', 'x-token x-trace']]],
    ['with more than a kilobyte of names', [['access-control-request-headers', 'x,'.repeat(600)]]],
    ['with a header of responses', [['vary', 'X-Evil']]],
    [
      'of a stranger that calls the server by its own name',
      [
        ['origin', 'http://evil.example'],
        ['host', 'evil.example'],
      ],
    ],
    [
      'of a stranger that claims to be another',
      [
        ['origin', 'https://evil.example'],
        ['referer', 'https://a.example/page'],
      ],
    ],
  ])('takes a request %s for an attack', (_what, headers) => {
    expect(isHostile(byHand(headers, '/data', 'OPTIONS'))).toBe(true)
  })

  it.each(['/wide%2f..%2fdata', '/wide%2E%2e/data', '/data;/wide', '/wide/../data'])(
    'takes a request for %s for an attack',
    (path) => {
      expect(isHostile(byHand([], path))).toBe(true)
    },
  )

  it.each<[string, HeaderPairs]>([
    ['without an origin', []],
    ['of a proxy that tells where it comes from', [['x-forwarded-host', 'a.example']]],
    [
      'of a listed page that tells which it is',
      [
        ['origin', 'https://a.example'],
        ['referer', 'https://a.example/page'],
      ],
    ],
    [
      'with a list that a proxy has rewritten',
      [
        ['access-control-request-method', 'PUT'],
        ['access-control-request-headers', ' X-Token ,\tx-trace,'],
        ['access-control-request-headers', ''],
      ],
    ],
  ])('takes a request %s for none', (_what, headers) => {
    expect(isHostile(byHand(headers, '/data?path=/wide', 'OPTIONS'))).toBe(false)
  })

  it('agrees with what derived cases say of themselves', () => {
    const policies: readonly CasePolicy[] = [
      { allowOrigins: listed, allowMethods: ['PATCH'], allowHeaders: ['X-Token'] },
      { allowOrigins: ['https://app.test'], allowCredentials: true },
      { allowOrigins: ['null', 'https://app.test'] },
      { allowOrigins: '*', maxAge: 0 },
    ]
    const derived = policies.flatMap((policy) => deriveCases(policy, ['/', '/v1/items?page=1']))
    const odd = derived.filter((one: ConformanceCase) => imitatesAttack(one) !== (one.hostile === true))
    expect(odd.map(({ id }) => id)).toEqual([])
  })
})
