import { advisoryAddress } from '../cases/advisory-address.ts'
import type { ConformanceCase, ConformanceSuite } from '../cases/conformance-case.ts'
import type { CasePolicy } from '../exam/exam-policy.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import {
  anyHeader,
  anyOrigin,
  anyPort,
  oneOrigin,
  oneOriginWithCredentials,
  subdomains,
  twoOrigins,
  twoOriginsWithCredentials,
} from './policies.ts'
import { get, preflight, readable } from './steps.ts'

/** Those who get different responses from a server that lists two origins. */
const everybody = ['https://a.example', 'https://b.example', 'https://evil.example', 'null', null] as const

/** The listed ones alone: enough to see that a kind of response loses its Vary, and blind to who else gets none. */
const listedOnes = ['https://a.example', 'https://b.example'] as const

/** Asks the same for several askers: where the responses differ, all of them have to vary on Origin. */
function consistent(
  slug: string,
  requirement: string,
  policy: CasePolicy,
  request: { readonly method?: string; readonly path?: string } = {},
  askers: readonly (string | null)[] = everybody,
): ConformanceCase {
  return {
    id: `http-caches/${slug}`,
    requirement,
    kind: 'must',
    spec: [specAnchors.httpCaches, specAnchors.httpVary],
    policy,
    steps: askers.map((origin) => get(origin, {}, request)),
    across: { varyWhereDifferent: 'origin' },
  }
}

/** What shared and private caches need to know. */
export const httpCaches: ConformanceSuite = {
  id: 'http-caches',
  title: 'HTTP caches and Vary',
  cases: [
    {
      id: 'http-caches/allowed-origin-varies',
      requirement: 'The responses to two listed origins, which differ, vary on Origin.',
      kind: 'must',
      spec: [specAnchors.httpCaches, specAnchors.httpVary, advisoryAddress('CVE-2017-7674')],
      advisories: ['CVE-2017-7674'],
      policy: twoOrigins,
      steps: [get('https://a.example', {}), get('https://b.example', {})],
      across: { varyWhereDifferent: 'origin' },
    },
    {
      id: 'http-caches/refused-origin-varies',
      requirement:
        'The response to an origin that is not listed varies on Origin: another origin would have got another.',
      kind: 'must',
      spec: [specAnchors.httpCaches],
      policy: twoOrigins,
      steps: [get('https://a.example', {}), get('https://evil.example', {}), get('null', {})],
      across: { varyWhereDifferent: 'origin' },
    },
    {
      id: 'http-caches/no-origin-varies',
      requirement: 'The response to a request without Origin varies on Origin: a page would have got another.',
      kind: 'must',
      spec: [specAnchors.httpCaches],
      policy: twoOrigins,
      steps: [get('https://a.example', {}), get(null, {})],
      across: { varyWhereDifferent: 'origin' },
    },
    {
      id: 'http-caches/any-origin-consistent',
      requirement: "With '*' either all responses are alike, or all vary on Origin.",
      kind: 'must',
      spec: [specAnchors.httpCaches],
      policy: anyOrigin,
      steps: [get('https://a.example', {}), get('null', {}), get(null, {})],
      across: { varyWhereDifferent: 'origin' },
    },
    {
      id: 'http-caches/one-origin-consistent',
      requirement: 'With one listed origin either all responses are alike, or all vary on Origin.',
      kind: 'must',
      spec: [specAnchors.httpCaches],
      policy: oneOrigin,
      steps: [get('https://a.example', {}), get('https://evil.example', {}), get(null, {})],
      across: { varyWhereDifferent: 'origin' },
    },
    {
      id: 'http-caches/cookie-consistent',
      requirement: 'Either a cookie does not change who may read, or every response varies on Cookie.',
      kind: 'should',
      spec: [specAnchors.httpVary],
      policy: anyOrigin,
      steps: [get('https://a.example', {}), get('https://a.example', {}, { headers: [['cookie', 'session=1']] })],
      across: { varyWhereDifferent: 'cookie' },
    },
    {
      id: 'http-caches/any-origin-always-shared',
      requirement:
        "With '*' the response says so whether or not the request has an Origin, so that a cached copy serves pages.",
      kind: 'should',
      spec: [specAnchors.httpCaches],
      policy: anyOrigin,
      steps: [get(null, { headers: { 'access-control-allow-origin': '*' } })],
    },
    {
      id: 'http-caches/one-origin-always-shared',
      requirement: 'With one listed origin the response names it whether or not the request has an Origin.',
      kind: 'should',
      spec: [specAnchors.httpCaches],
      policy: oneOrigin,
      steps: [get(null, { headers: { 'access-control-allow-origin': 'https://a.example' } })],
    },
    {
      id: 'http-caches/any-origin-not-varying',
      requirement: "With '*' no response varies on Origin: it would only split caches.",
      kind: 'should',
      spec: [specAnchors.httpCaches],
      policy: anyOrigin,
      steps: [
        get('https://a.example', { vary: { excludes: ['origin', '*'] } }),
        get(null, { vary: { excludes: ['origin', '*'] } }),
      ],
    },
    {
      id: 'http-caches/one-origin-not-varying',
      requirement: 'With one listed origin no response varies on Origin: it would only split caches.',
      kind: 'should',
      spec: [specAnchors.httpCaches],
      policy: oneOrigin,
      steps: [
        get('https://a.example', { vary: { excludes: ['origin', '*'] } }),
        get(null, { vary: { excludes: ['origin', '*'] } }),
      ],
    },
    {
      id: 'http-caches/preflight-varies',
      requirement:
        'The answer to a preflight varies on Origin where it depends on it, for caches that keep what they should not.',
      kind: 'should',
      spec: [specAnchors.httpVary, specAnchors.httpOptions],
      policy: twoOrigins,
      steps: [preflight('https://a.example', 'PUT', {}), preflight('https://evil.example', 'PUT', {})],
      across: { varyWhereDifferent: 'origin' },
    },
    {
      id: 'http-caches/preflight-methods-consistent',
      requirement:
        'Either the answer to a preflight is the same for every method, or it varies on the method asked for.',
      kind: 'should',
      spec: [specAnchors.httpVary, specAnchors.httpOptions],
      policy: twoOrigins,
      steps: ['PUT', 'PATCH', 'DELETE', 'GET'].map((method) => preflight('https://a.example', method, {})),
      across: { varyWhereDifferent: 'access-control-request-method' },
    },
    {
      id: 'http-caches/preflight-headers-consistent',
      requirement: 'Either the answer to a preflight is the same for all headers, or it varies on those asked for.',
      kind: 'should',
      spec: [specAnchors.httpVary, specAnchors.httpOptions],
      policy: anyHeader,
      steps: ['x-token', 'x-trace', []].map((names) => preflight('https://a.example', 'PUT', {}, { names })),
      across: { varyWhereDifferent: 'access-control-request-headers' },
    },
    {
      id: 'http-caches/not-modified-varies',
      requirement: 'A 304 carries the Vary that the 200 would have had.',
      kind: 'must',
      spec: [specAnchors.httpNotModified, specAnchors.httpCaches],
      policy: twoOrigins,
      steps: [
        get(
          'https://a.example',
          { status: 304, vary: { includes: ['origin'] } },
          { path: '/not-modified', headers: [['if-none-match', '"exam"']] },
        ),
      ],
    },
    ...[
      { slug: 'head', what: 'HEAD', request: { method: 'HEAD' } },
      { slug: 'query', what: 'a URL with a query', request: { path: '/data?page=1' } },
    ].map(({ request, slug, what }) =>
      consistent(
        `${slug}-consistent`,
        `Responses to ${what} that differ by Origin vary on it.`,
        twoOrigins,
        request,
        listedOnes,
      ),
    ),
    // As these are, no cache may keep them: to leave Vary out misleads those alone that are told to keep them nevertheless.
    ...[
      { slug: 'post', what: 'POST', request: { method: 'POST' } },
      { slug: 'put', what: 'PUT', request: { method: 'PUT' } },
      { slug: 'created', what: 'what has created something', request: { method: 'POST', path: '/created' } },
      { slug: 'see-other', what: 'what is to be seen elsewhere', request: { method: 'POST', path: '/see-other' } },
      { slug: 'moved', what: 'what was moved', request: { method: 'PUT', path: '/moved' } },
    ].map(({ request, slug, what }): ConformanceCase => ({
      ...consistent(
        `${slug}-consistent`,
        `Responses to ${what} that differ by Origin vary on it.`,
        twoOrigins,
        request,
        listedOnes,
      ),
      kind: 'should',
      spec: [specAnchors.httpVary],
    })),
    // What no handler of the application answers often takes another way, for those too who get nothing.
    ...[
      { slug: 'error', what: 'Errors' },
      { slug: 'missing', what: 'Responses of paths that do not exist' },
    ].map(({ slug, what }) =>
      consistent(`${slug}-consistent`, `${what} that differ by Origin vary on it.`, twoOrigins, { path: `/${slug}` }),
    ),
    ...[
      { slug: 'unauthorized', what: 'Responses that ask for authentication' },
      { slug: 'redirect', what: 'Redirects' },
      { slug: 'not-modified', what: 'Revalidations' },
      { slug: 'no-content', what: 'Responses without content' },
      { slug: 'stream', what: 'Streams' },
    ].map(({ slug, what }) =>
      consistent(
        `${slug}-consistent`,
        `${what} that differ by Origin vary on it.`,
        twoOrigins,
        { path: `/${slug}` },
        listedOnes,
      ),
    ),
    {
      ...consistent(
        'write-head-consistent',
        'Responses with headers that the application gives in one call, and that differ by Origin, vary on it.',
        twoOrigins,
        { path: '/write-head' },
        listedOnes,
      ),
      needs: ['write-head'],
    },
    consistent(
      'credentialed-consistent',
      'With credentials, responses that differ by Origin vary on it.',
      twoOriginsWithCredentials,
    ),
    consistent(
      'one-credentialed-origin-consistent',
      'With one listed origin and credentials, either all responses are alike, or all vary on Origin.',
      oneOriginWithCredentials,
    ),
    consistent(
      'one-origin-error-consistent',
      'With one listed origin, either all errors are alike, or all vary on Origin.',
      oneOrigin,
      { path: '/error' },
    ),
    consistent(
      'any-origin-error-consistent',
      "With '*' either all errors are alike, or all vary on Origin.",
      anyOrigin,
      { path: '/error' },
    ),
    {
      id: 'http-caches/patterns-consistent',
      requirement: 'With patterns, responses that differ by Origin vary on it.',
      kind: 'must',
      spec: [specAnchors.httpCaches, specAnchors.httpVary],
      policy: subdomains,
      needs: ['allow-origins-patterns'],
      steps: ['https://x.a.example', 'https://y.a.example', 'https://evil.example', null].map((origin) =>
        get(origin, {}),
      ),
      across: { varyWhereDifferent: 'origin' },
    },
    {
      id: 'http-caches/port-patterns-consistent',
      requirement: 'With patterns of ports, responses that differ by Origin vary on it.',
      kind: 'must',
      spec: [specAnchors.httpCaches, specAnchors.httpVary],
      policy: anyPort,
      needs: ['allow-origins-patterns', 'port-patterns'],
      steps: ['http://localhost:5173', 'http://localhost:3000', 'https://evil.example', null].map((origin) =>
        get(origin, {}),
      ),
      across: { varyWhereDifferent: 'origin' },
    },
    ...[
      { field: 'authorization', value: 'Bearer 1' },
      { field: 'referer', value: 'https://a.example/page' },
      { field: 'user-agent', value: 'Exam/1.0' },
      { field: 'sec-fetch-mode', value: 'cors' },
      { field: 'x-forwarded-host', value: 'a.example' },
      { field: 'x-requested-with', value: 'XMLHttpRequest' },
    ].map(({ field, value }): ConformanceCase => ({
      id: `http-caches/${field}-consistent`,
      requirement: `Either ${field} in the request does not change who may read, or every response varies on it.`,
      kind: 'should',
      spec: [specAnchors.httpVary],
      policy: twoOrigins,
      steps: [get('https://a.example', {}), get('https://a.example', {}, { headers: [[field, value]] })],
      across: { varyWhereDifferent: field },
    })),
    {
      id: 'http-caches/not-modified-for-another-origin',
      requirement: 'A revalidation names the origin that asks now, not the one for which the response was stored.',
      kind: 'must',
      spec: [specAnchors.httpNetworkOrCacheFetch, specAnchors.httpNotModified],
      policy: twoOrigins,
      steps: [
        readable('https://a.example', { path: '/not-modified', headers: [['if-none-match', '"exam"']] }),
        readable('https://b.example', { path: '/not-modified', headers: [['if-none-match', '"exam"']] }),
      ],
    },
    {
      id: 'http-caches/not-varying-on-everything',
      requirement: 'No response varies on everything: it could not be stored at all.',
      kind: 'should',
      spec: [specAnchors.httpVary, specAnchors.httpCaches],
      policy: twoOrigins,
      steps: [get('https://a.example', { vary: { excludes: ['*'] } }), get(null, { vary: { excludes: ['*'] } })],
    },
    {
      id: 'http-caches/varying-on-nothing-else',
      requirement: 'A response that depends on Origin alone varies on nothing that only preflights have.',
      kind: 'should',
      spec: [specAnchors.httpVary],
      policy: twoOrigins,
      steps: [
        get('https://a.example', {
          vary: { excludes: ['access-control-request-method', 'access-control-request-headers'] },
        }),
      ],
    },
    {
      id: 'http-caches/refused-preflight-varies',
      requirement: 'A preflight answered for an opaque origin varies on Origin where another would get another answer.',
      kind: 'should',
      spec: [specAnchors.httpVary, specAnchors.httpOptions],
      policy: twoOriginsWithCredentials,
      steps: [preflight('https://a.example', 'PUT', {}), preflight('null', 'PUT', {})],
      across: { varyWhereDifferent: 'origin' },
    },
  ],
}
