import { describe, expect, it } from 'vitest'
import { checkCorsPreflightResponse } from './cors-preflight-response.ts'
import type { FetchRequest } from './fetch-request.ts'
import { fetchRequest } from './fixtures/fetch-request.ts'
import type { HeaderPairs } from './header-list.ts'

const anyOrigin: HeaderPairs = [['Access-Control-Allow-Origin', '*']]
const credentialed: HeaderPairs = [
  ['Access-Control-Allow-Origin', 'https://app.example'],
  ['Access-Control-Allow-Credentials', 'true'],
]
const put = { method: 'PUT' }

function methods(value: string): HeaderPairs {
  return [['Access-Control-Allow-Methods', value]]
}

function names(value: string): HeaderPairs {
  return [['Access-Control-Allow-Headers', value]]
}

function check(
  request: Partial<FetchRequest>,
  headers: HeaderPairs,
  status = 204,
): ReturnType<typeof checkCorsPreflightResponse> {
  return checkCorsPreflightResponse(fetchRequest(request), { status, headers })
}

describe('checkCorsPreflightResponse', () => {
  it.each<[string, Partial<FetchRequest>, HeaderPairs, number, string]>([
    ['preflight-origin-missing', put, methods('PUT'), 204, 'no Access-Control-Allow-Origin'],
    ['preflight-origin-missing', put, [], 404, 'no Access-Control-Allow-Origin'],
    ['preflight-origin-wildcard-with-credentials', { ...put, credentials: 'include' }, anyOrigin, 204, '"*"'],
    ['preflight-origin-mismatch', put, [['access-control-allow-origin', 'null']], 204, '"null"'],
    ['preflight-credentials-not-allowed', { ...put, credentials: 'include' }, credentialed.slice(0, 1), 204, 'absent'],
    ['preflight-status-not-ok', put, [...anyOrigin, ...methods('@')], 199, '199'],
    ['preflight-status-not-ok', put, anyOrigin, 301, 'follows no redirect'],
    ['preflight-status-not-ok', put, anyOrigin, 404, '404'],
    ['preflight-methods-malformed', {}, [...anyOrigin, ...methods('GET PUT'), ...names('@')], 204, '"GET PUT"'],
    ['preflight-headers-malformed', put, [...anyOrigin, ...names('[x-a]')], 204, '"[x-a]"'],
    ['preflight-method-not-allowed', put, anyOrigin, 204, 'Access-Control-Allow-Methods is absent'],
    [
      'preflight-method-not-allowed',
      { method: 'patch' },
      [...anyOrigin, ...methods('GET, PATCH')],
      204,
      '"PATCH" is another',
    ],
    [
      'preflight-method-not-allowed',
      { ...put, credentials: 'include' },
      [...credentialed, ...methods('*')],
      204,
      'wildcard',
    ],
    ['preflight-authorization-not-listed', { headers: [['Authorization', 'x']] }, anyOrigin, 204, 'is absent'],
    [
      'preflight-authorization-not-listed',
      { headers: [['authorization', 'x']] },
      [...anyOrigin, ...names('*')],
      204,
      'never covers',
    ],
    [
      'preflight-header-not-allowed',
      {
        headers: [
          ['X-A', '1'],
          ['X-B', '1'],
        ],
      },
      [...anyOrigin, ...names('x-b')],
      204,
      '"x-a"',
    ],
    [
      'preflight-header-not-allowed',
      { headers: [['X-A', '1']], credentials: 'include' },
      [...credentialed, ...names('*')],
      204,
      'wildcard',
    ],
  ])('fails with %s for %j', (reason, request, headers, status, text) => {
    const result = check(request, headers, status)
    expect(result).toMatchObject({ passed: false, reason })
    expect(result.text).toContain(text)
  })

  it('looks at the method before Authorization, and at Authorization before the other names', () => {
    const request = {
      ...put,
      headers: [
        ['x-a', '1'],
        ['authorization', 'x'],
      ],
    } as const
    expect(check(request, anyOrigin)).toMatchObject({ reason: 'preflight-method-not-allowed' })
    expect(check(request, [...anyOrigin, ...methods('PUT')])).toMatchObject({
      reason: 'preflight-authorization-not-listed',
    })
    expect(check(request, [...anyOrigin, ...methods('PUT'), ...names('authorization')])).toMatchObject({
      reason: 'preflight-header-not-allowed',
    })
  })

  it.each<[string, Partial<FetchRequest>, HeaderPairs]>([
    ['a safelisted method that is not listed', {}, [...anyOrigin, ...methods('PUT')]],
    ['a listed method', put, [...anyOrigin, ...methods('GET, PUT')]],
    ['any method for *', put, [...anyOrigin, ...methods('*')]],
    ['a listed method with credentials', { ...put, credentials: 'include' }, [...credentialed, ...methods('*, PUT')]],
    ['a method called *', { method: '*', credentials: 'include' }, [...credentialed, ...methods('*')]],
    ['a listed name in another case', { headers: [['x-a', '1']] }, [...anyOrigin, ...names('X-A')]],
    [
      'any name for *',
      {
        headers: [
          ['x-a', '1'],
          ['x-b', '1'],
        ],
      },
      [...anyOrigin, ...names('*')],
    ],
    [
      'Authorization by name',
      {
        headers: [
          ['authorization', 'x'],
          ['x-a', '1'],
        ],
      },
      [...anyOrigin, ...names('*, AUTHORIZATION')],
    ],
  ])('allows %s', (_, request, headers) => {
    expect(check(request, headers).passed).toBe(true)
  })

  it('compares with an origin that redirects have tainted', () => {
    const request = { ...put, redirectedFrom: [new URL('https://b.example/')] }
    expect(check(request, [['access-control-allow-origin', 'https://app.example'], ...methods('PUT')]).passed).toBe(
      false,
    )
    expect(check(request, [['access-control-allow-origin', 'null'], ...methods('PUT')]).passed).toBe(true)
  })

  it('grants everything that is listed, not only what was asked for', () => {
    const headers = [
      ...anyOrigin,
      ...methods('PUT, DELETE'),
      ...names('X-A, *'),
      ['access-control-max-age', '600'] as const,
    ]
    expect(check(put, headers)).toMatchObject({ methods: ['PUT', 'DELETE'], headerNames: ['X-A', '*'], maxAge: 600 })
  })

  it('grants nothing beyond the request where nothing is listed', () => {
    expect(check({}, anyOrigin)).toMatchObject({ methods: [], headerNames: [] })
  })

  it('grants the requested method where it was the flag that asked, and nothing is listed', () => {
    const request = { method: 'POST', useCorsPreflight: true }
    expect(check(request, anyOrigin)).toMatchObject({ passed: true, methods: ['POST'] })
    expect(check(request, [...anyOrigin, ...methods('PUT')])).toMatchObject({ passed: true, methods: ['PUT'] })
    expect(check({ method: 'PUT', useCorsPreflight: true }, anyOrigin)).toMatchObject({
      passed: true,
      methods: ['PUT'],
    })
  })

  it.each([
    [[], 5],
    [['-1'], 5],
    [['1', '1'], 5],
    [['0'], 0],
    [['9'.repeat(400)], Number.MAX_SAFE_INTEGER],
  ])('reads the Max-Age %j as %d seconds', (values, maxAge) => {
    const fields = values.map((value) => ['Access-Control-Max-Age', value] as const)
    expect(check({}, [...anyOrigin, ...fields])).toMatchObject({ maxAge })
  })
})
