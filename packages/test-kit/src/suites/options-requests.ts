import type { ConformanceSuite } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { twoOrigins } from './policies.ts'
import { get, readable, refused } from './steps.ts'

/** Which requests are no CORS-preflight requests although they resemble one: the application handles them. */
export const optionsRequests = {
  id: 'options-requests',
  title: 'OPTIONS requests that are no preflights',
  cases: [
    {
      id: 'options-requests/plain-handled',
      requirement: "An OPTIONS request without Origin and Access-Control-Request-Method is the application's.",
      kind: 'should',
      spec: [specAnchors.corsPreflightRequest, specAnchors.httpOptions],
      policy: twoOrigins,
      needs: ['own-options'],
      steps: [get(null, { status: 200, headers: { 'x-own-options': '1' } }, { method: 'OPTIONS' })],
    },
    {
      id: 'options-requests/cross-origin-readable',
      requirement: 'Where OPTIONS is listed, it passes its preflight like other methods, and its response can be read.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch, specAnchors.allowMethods],
      policy: { ...twoOrigins, allowMethods: ['OPTIONS'], exposeHeaders: ['X-Own-Options'] },
      steps: [
        readable('https://a.example', { method: 'OPTIONS' }),
        refused('https://evil.example', { method: 'OPTIONS' }),
      ],
    },
    {
      id: 'options-requests/cross-origin-handled',
      requirement: "An OPTIONS request that a page makes carries Origin alone, and is the application's.",
      kind: 'should',
      spec: [specAnchors.corsPreflightRequest, specAnchors.httpOptions],
      policy: { ...twoOrigins, allowMethods: ['OPTIONS'], exposeHeaders: ['X-Own-Options'] },
      needs: ['own-options'],
      steps: [
        readable(
          'https://a.example',
          { method: 'OPTIONS' },
          { exposed: { includes: ['x-own-options'] }, response: { status: 200, headers: { 'x-own-options': '1' } } },
        ),
      ],
    },
    {
      id: 'options-requests/without-origin-handled',
      requirement:
        "An OPTIONS request with Access-Control-Request-Method but no Origin is no CORS request, and the application's.",
      kind: 'should',
      spec: [specAnchors.corsPreflightRequest, specAnchors.corsRequest],
      policy: twoOrigins,
      needs: ['own-options'],
      steps: [
        get(
          null,
          { status: 200, headers: { 'x-own-options': '1' } },
          { method: 'OPTIONS', headers: [['access-control-request-method', 'PUT']] },
        ),
      ],
    },
    {
      id: 'options-requests/no-other-method-is-preflight',
      requirement: 'A GET or POST with Access-Control-Request-Method is no preflight: the application handles it.',
      kind: 'must',
      spec: [specAnchors.corsPreflightRequest],
      policy: twoOrigins,
      steps: ['GET', 'POST'].map((method) =>
        get(
          'https://a.example',
          { status: 200, bodyIncludes: 'exam' },
          { method, headers: [['access-control-request-method', 'PUT']] },
        ),
      ),
    },
    {
      id: 'options-requests/with-names-alone-handled',
      requirement:
        "An OPTIONS request with Access-Control-Request-Headers but no method asked for is the application's.",
      kind: 'should',
      spec: [specAnchors.corsPreflightRequest],
      policy: twoOrigins,
      needs: ['own-options'],
      steps: [
        get(
          'https://a.example',
          { status: 200, headers: { 'x-own-options': '1' } },
          { method: 'OPTIONS', headers: [['access-control-request-headers', 'x-token']] },
        ),
      ],
    },
    {
      id: 'options-requests/unlisted-origin-handled',
      requirement:
        "An OPTIONS request of an origin that is not listed, and that is no preflight, is the application's.",
      kind: 'observe',
      spec: [specAnchors.corsPreflightRequest],
      policy: twoOrigins,
      needs: ['own-options'],
      steps: [get('https://evil.example', { status: 200, headers: { 'x-own-options': '1' } }, { method: 'OPTIONS' })],
    },
  ],
} as const satisfies ConformanceSuite
