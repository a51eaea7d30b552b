import type { HeaderPairs } from '@corsac/user-agent'
import { describe, expect, it } from 'vitest'
import type { ResponseExpectation } from '../cases/conformance-case.ts'
import { judgeResponse, type ObservedResponse } from './judge-response.ts'

function response(headers: HeaderPairs = [], rest: Partial<ObservedResponse> = {}): ObservedResponse {
  return { status: 200, headers, handled: null, ...rest }
}

const ORIGIN = 'https://a.example'

describe('judgeResponse', () => {
  it.each<[string, ResponseExpectation, ObservedResponse]>([
    ['nothing', {}, response()],
    ['a status', { status: 200 }, response()],
    ['one of several statuses', { status: [200, 204] }, response([], { status: 204 })],
    ['an ok status', { status: 'ok' }, response([], { status: 299 })],
    ['a value', { headers: { 'x-exam': '1' } }, response([['X-Exam', ' 1 ']])],
    ['an empty value', { headers: { 'x-exam': '' } }, response([['x-exam', '']])],
    ['an absence', { headers: { 'x-exam': null } }, response([['x-other', '1']])],
    [
      'a list in another order',
      { headers: { 'access-control-allow-methods': 'PUT, PATCH' } },
      response([['access-control-allow-methods', 'PATCH,PUT']]),
    ],
    [
      'a list in another case, where case does not matter',
      { headers: { 'access-control-expose-headers': 'x-exam, etag' } },
      response([['access-control-expose-headers', 'ETag, X-Exam, etag']]),
    ],
    [
      'a list on several lines',
      { headers: { 'access-control-allow-headers': 'x-a, x-b' } },
      response([
        ['access-control-allow-headers', 'x-a'],
        ['access-control-allow-headers', 'x-b'],
      ]),
    ],
    [
      'none of some values',
      { headers: { 'access-control-allow-origin': { noneOf: [ORIGIN, '*'] } } },
      response([['access-control-allow-origin', 'https://b.example']]),
    ],
    ['seconds', { headers: { age: { form: 'delta-seconds' } } }, response([['Age', ' 600 ']])],
    ['seconds, by absence', { headers: { age: { form: 'delta-seconds' } } }, response()],
    ['none of some values, by absence', { headers: { 'access-control-allow-origin': { noneOf: ['*'] } } }, response()],
    [
      'a closed world',
      { onlyAccessControl: ['access-control-allow-origin', 'access-control-max-age'] },
      response([
        ['Access-Control-Allow-Origin', '*'],
        ['x-exam', '1'],
      ]),
    ],
    ['an empty world', { onlyAccessControl: [] }, response([['x-exam', '1']])],
    [
      'members of Vary on several lines',
      { vary: { includes: ['origin', 'accept'], unique: true } },
      response([
        ['Vary', 'Accept'],
        ['vary', 'ORIGIN'],
      ]),
    ],
    ['every member by a star', { vary: { includes: ['origin'], excludes: ['accept'] } }, response([['vary', '*']])],
    ['no member', { vary: { excludes: ['origin'], unique: true } }, response()],
    [
      'members of a list on several lines',
      { lists: { 'access-control-allow-headers': { includes: ['x-a', 'x-b'], excludes: ['x-c'] } } },
      response([
        ['Access-Control-Allow-Headers', 'X-A, x-d'],
        ['access-control-allow-headers', 'x-B'],
      ]),
    ],
    [
      'every member of a list by a star',
      { lists: { 'access-control-allow-methods': { includes: ['PUT'] } } },
      response([['access-control-allow-methods', '*']]),
    ],
    ['a list that is absent', { lists: { 'timing-allow-origin': { excludes: ['*'] } } }, response()],
    ['a handled request', { handled: true }, response([], { handled: true })],
    ['a request that was not handled', { handled: false }, response([], { handled: false })],
    ['a size', { maxHeaderBytes: 'a: b\r\n'.length }, response([['a', 'b']])],
    ['a part of the body', { bodyIncludes: 'two' }, response([], { body: 'one\ntwo\n' })],
  ])('finds nothing amiss in a response with %s', (_what, expectation, observed) => {
    expect(judgeResponse(expectation, observed)).toEqual([])
  })

  it.each<[string, ResponseExpectation, ObservedResponse, string, string, string]>([
    ...['', '-1', '600s', '600.0', '6e2', '600, 600', '\u0663'].map(
      (value): [string, ResponseExpectation, ObservedResponse, string, string, string] => [
        `${JSON.stringify(value)} for seconds`,
        { headers: { age: { form: 'delta-seconds' } } },
        response([['age', value]]),
        'header age',
        'a number of seconds, or absent',
        JSON.stringify(value),
      ],
    ),
    [
      'seconds on two lines',
      { headers: { age: { form: 'delta-seconds' } } },
      response([
        ['age', '1'],
        ['age', '1'],
      ]),
      'header age',
      'a number of seconds, or absent',
      '2 lines: "1", "1"',
    ],
    ['another status', { status: 200 }, response([], { status: 500 }), 'status', '200', '500'],
    ['none of several statuses', { status: [200, 204] }, response([], { status: 403 }), 'status', '200 or 204', '403'],
    ['a status below the ok ones', { status: 'ok' }, response([], { status: 199 }), 'status', 'from 200 to 299', '199'],
    ['a status above the ok ones', { status: 'ok' }, response([], { status: 302 }), 'status', 'from 200 to 299', '302'],
    ['another value', { headers: { 'x-exam': '1' } }, response([['x-exam', '2']]), 'header x-exam', '"1"', '"2"'],
    ['an absent field', { headers: { 'x-exam': '1' } }, response(), 'header x-exam', '"1"', 'absent'],
    [
      'a field that should be absent',
      { headers: { 'x-exam': null } },
      response([['x-exam', '']]),
      'header x-exam',
      'absent',
      '""',
    ],
    [
      'a value on two lines',
      { headers: { 'access-control-allow-origin': ORIGIN } },
      response([
        ['access-control-allow-origin', ORIGIN],
        ['access-control-allow-origin', ORIGIN],
      ]),
      'header access-control-allow-origin',
      `"${ORIGIN}"`,
      `2 lines: "${ORIGIN}", "${ORIGIN}"`,
    ],
    [
      'a value that is compared by bytes',
      { headers: { 'access-control-allow-credentials': 'true' } },
      response([['access-control-allow-credentials', 'True']]),
      'header access-control-allow-credentials',
      '"true"',
      '"True"',
    ],
    [
      'a list with a member too many',
      { headers: { 'access-control-allow-headers': 'x-a' } },
      response([['access-control-allow-headers', 'x-a, x-b']]),
      'header access-control-allow-headers',
      '"x-a"',
      '"x-a, x-b"',
    ],
    [
      'a list with a member too few',
      { headers: { 'access-control-allow-headers': 'x-a, x-b' } },
      response([['access-control-allow-headers', 'x-a']]),
      'header access-control-allow-headers',
      '"x-a, x-b"',
      '"x-a"',
    ],
    [
      'a method in another case',
      { headers: { 'access-control-allow-methods': 'PATCH' } },
      response([['access-control-allow-methods', 'patch']]),
      'header access-control-allow-methods',
      '"PATCH"',
      '"patch"',
    ],
    [
      'an absent list',
      { headers: { 'access-control-allow-methods': '' } },
      response(),
      'header access-control-allow-methods',
      '""',
      'absent',
    ],
    [
      'a forbidden value',
      { headers: { 'access-control-allow-origin': { noneOf: [ORIGIN, '*'] } } },
      response([['access-control-allow-origin', '*']]),
      'header access-control-allow-origin',
      `none of "${ORIGIN}", "*"`,
      '"*"',
    ],
    [
      'a forbidden value on one of two lines',
      { headers: { 'access-control-allow-origin': { noneOf: ['*'] } } },
      response([
        ['access-control-allow-origin', ORIGIN],
        ['access-control-allow-origin', '*'],
      ]),
      'header access-control-allow-origin',
      'none of "*"',
      `2 lines: "${ORIGIN}", "*"`,
    ],
    [
      'a forbidden value that two lines make',
      { headers: { 'access-control-allow-origin': { noneOf: ['a, b'] } } },
      response([
        ['access-control-allow-origin', 'a'],
        ['access-control-allow-origin', 'b'],
      ]),
      'header access-control-allow-origin',
      'none of "a, b"',
      '2 lines: "a", "b"',
    ],
    [
      'a field outside the closed world',
      { onlyAccessControl: ['access-control-allow-origin'] },
      response([
        ['access-control-allow-origin', '*'],
        ['Access-Control-Max-Age', '5'],
      ]),
      'access-control-* headers',
      'no others than access-control-allow-origin',
      'access-control-max-age',
    ],
    [
      'a field in an empty world',
      { onlyAccessControl: [] },
      response([['access-control-allow-origin', '*']]),
      'access-control-* headers',
      'none',
      'access-control-allow-origin',
    ],
    [
      'a Vary without a member',
      { vary: { includes: ['origin', 'accept'] } },
      response([['vary', 'Accept']]),
      'header vary',
      'with origin',
      '"Accept"',
    ],
    ['no Vary', { vary: { includes: ['origin'] } }, response(), 'header vary', 'with origin', 'absent'],
    [
      'a Vary with a member too many',
      { vary: { excludes: ['origin'] } },
      response([['vary', 'Accept, ORIGIN']]),
      'header vary',
      'without origin',
      '"Accept, ORIGIN"',
    ],
    [
      'a Vary with a member twice',
      { vary: { unique: true } },
      response([['vary', 'origin, Origin']]),
      'header vary',
      'no member twice',
      '"origin, Origin"',
    ],
    [
      'a list without a member',
      { lists: { 'access-control-allow-headers': { includes: ['x-a', 'x-b'] } } },
      response([['access-control-allow-headers', 'X-B']]),
      'header access-control-allow-headers',
      'with x-a',
      '"X-B"',
    ],
    [
      'a list with a member in another case, where case matters',
      { lists: { 'access-control-allow-methods': { includes: ['PATCH'] } } },
      response([['access-control-allow-methods', 'patch']]),
      'header access-control-allow-methods',
      'with PATCH',
      '"patch"',
    ],
    [
      'a list with a member too many',
      { lists: { 'timing-allow-origin': { excludes: [ORIGIN, '*'] } } },
      response([['timing-allow-origin', `https://b.example, ${ORIGIN}`]]),
      'header timing-allow-origin',
      `without ${ORIGIN}`,
      `"https://b.example, ${ORIGIN}"`,
    ],
    [
      'an absent list that should have a member',
      { lists: { 'access-control-expose-headers': { includes: ['x-exam'] } } },
      response(),
      'header access-control-expose-headers',
      'with x-exam',
      'absent',
    ],
    [
      'a handled request',
      { handled: false },
      response([], { handled: true }),
      'handled by the application',
      'no',
      'yes',
    ],
    [
      'a request that was not handled',
      { handled: true },
      response([], { handled: false }),
      'handled by the application',
      'yes',
      'no',
    ],
    [
      'a byte too many',
      { maxHeaderBytes: 5 },
      response([['a', 'b']]),
      'size of the header section',
      'at most 5 bytes',
      '6 bytes',
    ],
    ['another body', { bodyIncludes: 'three' }, response([], { body: 'one' }), 'body', 'with "three"', '"one"'],
    ['no body', { bodyIncludes: 'three' }, response(), 'body', 'with "three"', 'none'],
  ])('finds %s', (_what, expectation, observed, subject, expected, actual) => {
    expect(judgeResponse(expectation, observed)).toEqual([{ subject, expected, actual }])
  })

  it('finds all that is amiss', () => {
    expect(judgeResponse({ status: 200, headers: { 'x-exam': '1' } }, response([], { status: 500 }))).toHaveLength(2)
  })

  it('does not guess whether a request was handled', () => {
    expect(() => judgeResponse({ handled: false }, response())).toThrow('was not looked at')
  })

  it('abridges long values', () => {
    const [finding] = judgeResponse({ headers: { 'x-exam': '1' } }, response([['x-exam', 'x'.repeat(1000)]]))
    expect(finding?.actual.length).toBeLessThan(250)
    expect(finding?.actual).toContain('(1002 characters)')
  })
})
