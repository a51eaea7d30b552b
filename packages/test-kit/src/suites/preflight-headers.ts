import type { ConformanceSuite } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { oneOrigin, twoOrigins } from './policies.ts'
import { asks, preflight, readable, refused } from './steps.ts'

/** Thirty names. */
const manyNames = Array.from({ length: 30 }, (_, index) => `X-Header-${index}`)

/** Which request headers a preflight allows. */
export const preflightHeaders = {
  id: 'preflight-headers',
  title: 'Request headers in preflights',
  cases: [
    {
      id: 'preflight-headers/listed-allowed',
      requirement: 'Listed request headers pass their preflight, in whatever case they were written.',
      kind: 'must',
      spec: [specAnchors.allowHeaders, specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: [
        readable('https://a.example', { headers: [['x-token', '1']] }),
        readable('https://a.example', {
          headers: [
            ['X-TRACE', '1'],
            ['x-token', '1'],
          ],
        }),
      ],
    },
    {
      id: 'preflight-headers/unlisted-refused',
      requirement: 'A request header that is not listed fails its preflight, even beside one that is.',
      kind: 'must',
      spec: [specAnchors.allowHeaders, specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: [
        refused('https://a.example', { headers: [['x-other', '1']] }),
        refused('https://a.example', {
          headers: [
            ['x-token', '1'],
            ['x-other', '1'],
          ],
        }),
      ],
    },
    {
      id: 'preflight-headers/none-listed',
      requirement: 'With no request header listed, one that is not safelisted fails its preflight.',
      kind: 'must',
      spec: [specAnchors.allowHeaders, specAnchors.corsSafelistedRequestHeader],
      policy: { ...twoOrigins, allowHeaders: [] },
      steps: [
        refused('https://a.example', { headers: [['x-token', '1']] }),
        readable('https://a.example', { method: 'PUT' }),
      ],
    },
    {
      id: 'preflight-headers/json-allowed',
      requirement: 'A POST of JSON passes its preflight where Content-Type is listed.',
      kind: 'must',
      spec: [specAnchors.allowHeaders, specAnchors.corsSafelistedRequestHeader],
      policy: twoOrigins,
      steps: [
        readable(
          'https://a.example',
          { method: 'POST', headers: [['content-type', 'application/json']], body: '{}' },
          { response: { status: 200 } },
        ),
      ],
    },
    {
      id: 'preflight-headers/authorization-listed',
      requirement: 'Authorization passes its preflight where it is listed.',
      kind: 'must',
      spec: [specAnchors.allowHeaders, specAnchors.corsNonWildcardRequestHeaderName],
      policy: twoOrigins,
      steps: [readable('https://a.example', { headers: [['authorization', 'Bearer 1']] })],
    },
    {
      id: 'preflight-headers/nothing-invented',
      requirement: 'A preflight that asks for no headers passes, and its answer invents none.',
      kind: 'should',
      spec: [specAnchors.requestHeaders, specAnchors.headerSyntax],
      policy: twoOrigins,
      steps: [
        readable(
          'https://a.example',
          { method: 'PATCH' },
          { preflightResponse: { headers: { 'access-control-allow-headers': { noneOf: ['undefined', 'null'] } } } },
        ),
      ],
    },
    {
      id: 'preflight-headers/compared-whole',
      requirement: 'A request header that resembles a listed one, or is a part of one, fails its preflight.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: ['x-tok', 'x-token-2', 'token', 'xx-token'].map((name) =>
        refused('https://a.example', { headers: [[name, '1']] }),
      ),
    },
    {
      id: 'preflight-headers/every-one-of-many',
      requirement: 'Of many listed request headers all pass their preflight together.',
      kind: 'must',
      spec: [specAnchors.allowHeaders],
      policy: { ...twoOrigins, allowHeaders: manyNames },
      steps: [
        readable('https://a.example', { headers: manyNames.map((name) => [name, '1'] as const) }),
        refused('https://a.example', { headers: [['x-header-30', '1']] }),
      ],
    },
    {
      id: 'preflight-headers/dots-and-underscores',
      requirement: 'The name of a listed header may have dots and underscores, which stand for themselves.',
      kind: 'must',
      spec: [specAnchors.allowHeaders, specAnchors.headerSyntax],
      policy: { ...twoOrigins, allowHeaders: ['X_Under.Score', 'X-1'] },
      steps: [
        ...['x_under.score', 'x-1'].map((name) => asks('https://a.example', 'GET', true, { headers: [[name, '1']] })),
        asks('https://a.example', 'GET', false, { headers: [['x_underxscore', '1']] }),
      ],
    },
    {
      id: 'preflight-headers/every-form-of-name',
      requirement: 'Whatever characters the name of a header may have, it can be listed.',
      kind: 'should',
      spec: [specAnchors.allowHeaders, specAnchors.headerSyntax],
      policy: { ...twoOrigins, allowHeaders: ["X!#$%&'+^`|~"] },
      steps: [asks('https://a.example', 'GET', true, { headers: [["x!#$%&'+^`|~", '1']] })],
    },
    {
      id: 'preflight-headers/authorization-unlisted',
      requirement: 'Authorization fails its preflight where it is not listed.',
      kind: 'must',
      spec: [specAnchors.corsNonWildcardRequestHeaderName, specAnchors.corsPreflightFetch],
      policy: { ...twoOrigins, allowHeaders: ['X-Token'] },
      steps: [refused('https://a.example', { headers: [['authorization', 'Bearer 1']] })],
    },
    {
      id: 'preflight-headers/unsafe-value',
      requirement: 'A safelisted header with a value that is not safelisted passes where its name is listed.',
      kind: 'must',
      spec: [specAnchors.corsSafelistedRequestHeader, specAnchors.corsPreflightFetch],
      policy: { ...twoOrigins, allowHeaders: ['Range'] },
      steps: [readable('https://a.example', { headers: [['range', 'bytes=-500']] })],
    },
    {
      id: 'preflight-headers/safelisted-names-not-implied',
      requirement:
        'The names of safelisted headers are not allowed with every value: JSON is refused unless Content-Type is listed.',
      kind: 'should',
      spec: [specAnchors.corsSafelistedRequestHeader, specAnchors.allowHeaders],
      policy: { ...twoOrigins, allowHeaders: ['X-Token'] },
      steps: [
        refused('https://a.example', { method: 'POST', headers: [['content-type', 'application/json']], body: '{}' }),
        refused('https://a.example', { headers: [['accept', 'application/json"']] }),
      ],
    },
    {
      id: 'preflight-headers/with-one-origin',
      requirement: 'With one listed origin, listed request headers pass their preflight and others do not.',
      kind: 'must',
      spec: [specAnchors.allowHeaders, specAnchors.corsPreflightFetch],
      policy: oneOrigin,
      steps: [
        readable('https://a.example', { headers: [['x-token', '1']] }),
        refused('https://a.example', { headers: [['x-other', '1']] }),
      ],
    },
    {
      id: 'preflight-headers/inherited-keys',
      requirement: "The names of a language's built-in properties are no listed request headers.",
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: ['constructor', '__proto__', 'tostring'].map((name) =>
        asks('https://a.example', 'GET', false, { headers: [[name, '1']] }),
      ),
    },
    {
      id: 'preflight-headers/not-reflected-where-unlisted',
      requirement: 'A list of request headers that is not well-formed does not come back where headers are listed.',
      kind: 'should',
      spec: [specAnchors.headerSyntax],
      policy: twoOrigins,
      steps: ['(x-token)', '"x-token"', 'x-token x-trace', '<script>'].map((names) =>
        preflight(
          'https://a.example',
          'PUT',
          { headers: { 'access-control-allow-headers': { noneOf: [names] } } },
          { names },
        ),
      ),
    },
  ],
} as const satisfies ConformanceSuite
