import type { ConformanceSuite } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { oneOrigin, twoOrigins, twoOriginsWithCredentials } from './policies.ts'
import { asks, preflight, readable, refused } from './steps.ts'

/** Which methods a preflight allows. */
export const preflightMethods = {
  id: 'preflight-methods',
  title: 'Methods in preflights',
  cases: [
    {
      id: 'preflight-methods/every-listed-allowed',
      requirement: 'Each listed method passes its preflight.',
      kind: 'must',
      spec: [specAnchors.allowMethods, specAnchors.corsPreflightFetch],
      policy: { ...twoOrigins, allowMethods: ['PUT', 'PATCH', 'DELETE'] },
      steps: [
        readable('https://a.example', { method: 'PUT' }),
        readable('https://a.example', { method: 'PATCH' }),
        readable('https://a.example', { method: 'DELETE' }),
      ],
    },
    {
      id: 'preflight-methods/unlisted-refused',
      requirement: 'A method that is not listed fails its preflight.',
      kind: 'must',
      spec: [specAnchors.allowMethods, specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: [refused('https://a.example', { method: 'DELETE' })],
    },
    {
      id: 'preflight-methods/none-listed',
      requirement: 'With no method listed every method fails its preflight but GET, HEAD and POST.',
      kind: 'must',
      spec: [specAnchors.allowMethods, specAnchors.corsSafelistedMethod],
      policy: { ...twoOrigins, allowMethods: [] },
      steps: [
        refused('https://a.example', { method: 'PUT' }),
        readable(
          'https://a.example',
          { method: 'POST', headers: [['content-type', 'application/json']], body: '{}' },
          { response: { status: 200 } },
        ),
        readable('https://a.example', { method: 'HEAD', headers: [['x-token', '1']] }, { response: { status: 200 } }),
      ],
    },
    {
      id: 'preflight-methods/compared-by-bytes',
      requirement: 'Methods are case-sensitive: where PATCH is listed, a request for patch fails its preflight.',
      kind: 'must',
      spec: [specAnchors.methodNormalize, specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: [asks('https://a.example', 'patch', false)],
    },
    {
      id: 'preflight-methods/compared-whole',
      requirement: 'A method that begins like a listed one, or ends like one, fails its preflight.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: ['PUTX', 'XPUT', 'PU'].map((method) => asks('https://a.example', method, false)),
    },
    {
      id: 'preflight-methods/whole-policy-at-once',
      requirement: 'One preflight names every allowed method, so that the browser need not ask again for the next.',
      kind: 'observe',
      spec: [specAnchors.allowMethods, specAnchors.corsPreflightCache],
      policy: twoOrigins,
      steps: [
        readable(
          'https://a.example',
          { method: 'PUT' },
          { preflightResponse: { lists: { 'access-control-allow-methods': { includes: ['PUT', 'PATCH'] } } } },
        ),
      ],
    },
    {
      id: 'preflight-methods/nothing-reflected',
      requirement: 'A long or malformed Access-Control-Request-Method does not come back.',
      kind: 'should',
      spec: [specAnchors.requestMethod, specAnchors.headerSyntax],
      policy: twoOrigins,
      steps: [
        preflight('https://a.example', 'A'.repeat(8000), { maxHeaderBytes: 4096 }),
        preflight('https://a.example', 'PUT, (DELETE)', {
          headers: { 'access-control-allow-methods': { noneOf: ['PUT, (DELETE)'] } },
        }),
      ],
    },
    {
      id: 'preflight-methods/custom-method',
      requirement: 'A method of the application is allowed where it is listed, and not where another is.',
      kind: 'must',
      spec: [specAnchors.allowMethods, specAnchors.corsPreflightFetch],
      policy: { ...twoOrigins, allowMethods: ['PUT', 'PURGE'] },
      steps: [
        asks('https://a.example', 'PURGE', true),
        asks('https://a.example', 'PROPFIND', false),
        asks('https://evil.example', 'PURGE', false),
      ],
    },
    {
      id: 'preflight-methods/custom-method-in-its-case',
      requirement: 'A listed method keeps its case: where Refresh is listed, neither refresh nor REFRESH is allowed.',
      kind: 'must',
      spec: [specAnchors.methodNormalize, specAnchors.corsPreflightFetch],
      policy: { ...twoOrigins, allowMethods: ['Refresh'] },
      steps: [
        asks('https://a.example', 'Refresh', true),
        asks('https://a.example', 'refresh', false),
        asks('https://a.example', 'REFRESH', false),
      ],
    },
    {
      id: 'preflight-methods/every-one-of-many',
      requirement: 'Of many listed methods each passes its preflight, whatever its place in the list.',
      kind: 'must',
      spec: [specAnchors.allowMethods],
      policy: { ...twoOrigins, allowMethods: ['PUT', 'PATCH', 'DELETE', 'PURGE', 'PROPFIND', 'MKCOL', 'COPY', 'LOCK'] },
      steps: ['PUT', 'PURGE', 'LOCK'].map((method) => asks('https://a.example', method, true)),
    },
    {
      id: 'preflight-methods/with-credentials',
      requirement: 'With credentials, listed methods pass their preflights and others do not.',
      kind: 'must',
      spec: [specAnchors.allowMethods, specAnchors.credentials],
      policy: twoOriginsWithCredentials,
      steps: [
        readable('https://a.example', { method: 'PATCH', credentials: 'include' }),
        refused('https://a.example', { method: 'DELETE', credentials: 'include' }),
      ],
    },
    {
      id: 'preflight-methods/with-one-origin',
      requirement: 'With one listed origin, listed methods pass their preflights and others do not.',
      kind: 'must',
      spec: [specAnchors.allowMethods, specAnchors.corsPreflightFetch],
      policy: oneOrigin,
      steps: [readable('https://a.example', { method: 'PATCH' }), refused('https://a.example', { method: 'DELETE' })],
    },
    {
      id: 'preflight-methods/inherited-keys',
      requirement: "The names of a language's built-in properties are no listed methods.",
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: ['constructor', '__proto__', 'toString'].map((method) => asks('https://a.example', method, false)),
    },
    {
      id: 'preflight-methods/star-is-a-method-too',
      requirement: 'A method that is called * is not listed because others are.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: [asks('https://a.example', '*', false)],
    },
  ],
} as const satisfies ConformanceSuite
