import type { ConformanceSuite } from '../conformance-case.ts'
import { specAnchors } from '../spec-anchors.ts'
import { anyOrigin, oneOrigin, twoOrigins } from './policies.ts'

/** What counts as a CORS-preflight request, and how one is answered. */
export const preflightRequests = {
  id: 'preflight-requests',
  title: 'CORS-preflight requests',
  cases: [
    {
      id: 'preflight-requests/allowed-put-readable',
      requirement: 'A PUT from a listed origin passes its preflight and can be read.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'PUT' },
          expect: {
            outcome: 'readable',
            preflightResponse: { status: 'ok' },
            response: { status: 200 },
          },
        },
      ],
    },
    {
      id: 'preflight-requests/allowed-for-any-origin',
      requirement: "With '*' a PUT from any origin passes its preflight and can be read.",
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch],
      policy: anyOrigin,
      steps: [
        {
          page: 'https://anywhere.example',
          request: { path: '/data', method: 'PUT' },
          expect: { outcome: 'readable' },
        },
      ],
    },
    {
      id: 'preflight-requests/unlisted-origin-refused',
      requirement: 'A PUT from an origin that is not listed fails its preflight and is never sent.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch, specAnchors.corsCheck],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://evil.example',
          request: { path: '/data', method: 'PUT' },
          expect: { outcome: 'preflight-refused' },
        },
        { page: 'null', request: { path: '/data', method: 'PUT' }, expect: { outcome: 'preflight-refused' } },
      ],
    },
    {
      id: 'preflight-requests/other-than-one-origin-refused',
      requirement: 'With one listed origin, a PUT from another fails its preflight.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch, specAnchors.corsCheck],
      policy: oneOrigin,
      steps: [
        { page: 'https://a.example', request: { path: '/data', method: 'PUT' }, expect: { outcome: 'readable' } },
        {
          page: 'https://b.example',
          request: { path: '/data', method: 'PUT' },
          expect: { outcome: 'preflight-refused' },
        },
      ],
    },
    {
      id: 'preflight-requests/allowed-not-handled',
      requirement: 'A preflight that is allowed is answered before the application: its handlers see the PUT alone.',
      kind: 'should',
      spec: [specAnchors.corsPreflightRequest, specAnchors.preflightReachesHandler],
      policy: twoOrigins,
      needs: ['handled'],
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'PUT' },
          expect: { outcome: 'readable', preflightResponse: { handled: false }, response: { handled: true } },
        },
      ],
    },
    {
      id: 'preflight-requests/refused-not-handled',
      requirement: 'A preflight that is refused never reaches the application.',
      kind: 'should',
      spec: [specAnchors.corsPreflightRequest, specAnchors.preflightReachesHandler],
      policy: twoOrigins,
      needs: ['handled'],
      steps: [
        {
          page: 'https://evil.example',
          request: { path: '/data', method: 'PUT' },
          expect: { outcome: 'preflight-refused', preflightResponse: { handled: false } },
        },
      ],
    },
    {
      id: 'preflight-requests/refused-is-forbidden',
      requirement: 'A preflight whose origin is refused is answered with 403.',
      kind: 'observe',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [
        {
          raw: {
            method: 'OPTIONS',
            path: '/data',
            headers: [
              ['origin', 'https://evil.example'],
              ['access-control-request-method', 'PUT'],
            ],
          },
          expect: { status: 403 },
        },
      ],
    },
    {
      id: 'preflight-requests/refused-tells-nothing',
      requirement: 'A preflight whose origin is refused learns nothing of the policy.',
      kind: 'observe',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [
        {
          raw: {
            method: 'OPTIONS',
            path: '/data',
            headers: [
              ['origin', 'https://evil.example'],
              ['access-control-request-method', 'PUT'],
            ],
          },
          expect: { onlyAccessControl: [] },
        },
      ],
    },
    {
      id: 'preflight-requests/allowed-says-what-is-needed',
      requirement: 'A successful preflight carries the headers that belong to preflights and no others.',
      kind: 'should',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [
        {
          raw: {
            method: 'OPTIONS',
            path: '/data',
            headers: [
              ['origin', 'https://a.example'],
              ['access-control-request-method', 'PUT'],
            ],
          },
          expect: {
            status: 'ok',
            onlyAccessControl: [
              'access-control-allow-origin',
              'access-control-allow-methods',
              'access-control-allow-headers',
              'access-control-max-age',
            ],
          },
        },
      ],
    },
    {
      id: 'preflight-requests/actual-says-what-is-needed',
      requirement: 'A response that is not to a preflight carries no headers that belong to preflights.',
      kind: 'should',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [
        {
          raw: { method: 'GET', path: '/data', headers: [['origin', 'https://a.example']] },
          expect: { onlyAccessControl: ['access-control-allow-origin', 'access-control-expose-headers'] },
        },
        {
          raw: { method: 'PUT', path: '/data', headers: [['origin', 'https://a.example']] },
          expect: { onlyAccessControl: ['access-control-allow-origin', 'access-control-expose-headers'] },
        },
      ],
    },
    {
      id: 'preflight-requests/plain-options-handled',
      requirement: "An OPTIONS request without Origin and Access-Control-Request-Method is the application's.",
      kind: 'must',
      spec: [specAnchors.corsPreflightRequest, specAnchors.httpOptions],
      policy: twoOrigins,
      needs: ['own-options'],
      steps: [
        {
          raw: { method: 'OPTIONS', path: '/data', headers: [] },
          expect: { status: 200, headers: { 'x-own-options': '1' } },
        },
      ],
    },
    {
      id: 'preflight-requests/cross-origin-options-handled',
      requirement: "An OPTIONS request that a page makes carries Origin alone, is the application's, and can be read.",
      kind: 'must',
      spec: [specAnchors.corsPreflightRequest, specAnchors.httpOptions],
      policy: { ...twoOrigins, allowMethods: ['OPTIONS'], exposeHeaders: ['X-Own-Options'] },
      needs: ['own-options'],
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'OPTIONS' },
          expect: {
            outcome: 'readable',
            exposed: { includes: ['x-own-options'] },
            response: { status: 200, headers: { 'x-own-options': '1' } },
          },
        },
        {
          page: 'https://evil.example',
          request: { path: '/data', method: 'OPTIONS' },
          expect: { outcome: 'preflight-refused' },
        },
      ],
    },
    {
      id: 'preflight-requests/options-without-origin-handled',
      requirement:
        "An OPTIONS request with Access-Control-Request-Method but no Origin is no CORS request, and the application's.",
      kind: 'should',
      spec: [specAnchors.corsPreflightRequest, specAnchors.corsRequest],
      policy: twoOrigins,
      needs: ['own-options'],
      steps: [
        {
          raw: { method: 'OPTIONS', path: '/data', headers: [['access-control-request-method', 'PUT']] },
          expect: { status: 200, headers: { 'x-own-options': '1' } },
        },
      ],
    },
    {
      id: 'preflight-requests/empty-request-method',
      requirement: 'An OPTIONS request with an empty Access-Control-Request-Method is a preflight and not handled.',
      kind: 'observe',
      spec: [specAnchors.corsPreflightRequest, specAnchors.requestMethod],
      policy: twoOrigins,
      needs: ['handled'],
      steps: [
        {
          raw: {
            method: 'OPTIONS',
            path: '/data',
            headers: [
              ['origin', 'https://a.example'],
              ['access-control-request-method', ''],
            ],
          },
          expect: { handled: false },
        },
      ],
    },
    {
      id: 'preflight-requests/unknown-path-readable',
      requirement: 'The preflight of a path that does not exist passes, so that the page can read the 404.',
      kind: 'should',
      spec: [specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/missing', method: 'PUT' },
          expect: { outcome: 'readable', response: { status: 404 } },
        },
      ],
    },
    {
      id: 'preflight-requests/status-as-configured',
      requirement: 'A successful preflight has the status that the policy asks for.',
      kind: 'should',
      spec: [specAnchors.responses],
      policy: { ...twoOrigins, preflightStatus: 200 },
      needs: ['preflight-status'],
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'PUT' },
          expect: { outcome: 'readable', preflightResponse: { status: 200 } },
        },
      ],
    },
    {
      id: 'preflight-requests/no-content-without-length',
      requirement: 'A preflight answered with 204, as the policy asks, has no Content-Length.',
      kind: 'should',
      spec: [specAnchors.httpContentLength],
      policy: { ...twoOrigins, preflightStatus: 204 },
      needs: ['preflight-status'],
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'PUT' },
          expect: { outcome: 'readable', preflightResponse: { status: 204, headers: { 'content-length': null } } },
        },
      ],
    },
    {
      id: 'preflight-requests/no-private-network',
      requirement: 'Nothing is granted to a request for private-network access, which no policy of the exam speaks of.',
      kind: 'should',
      spec: [specAnchors.privateNetworkByDefault],
      policy: twoOrigins,
      steps: [
        {
          raw: {
            method: 'OPTIONS',
            path: '/data',
            headers: [
              ['origin', 'https://a.example'],
              ['access-control-request-method', 'PUT'],
              ['access-control-request-private-network', 'true'],
            ],
          },
          expect: { headers: { 'access-control-allow-private-network': null } },
        },
      ],
    },
  ],
} as const satisfies ConformanceSuite
