import type { ConformanceSuite } from '../conformance-case.ts'
import { specAnchors } from '../spec-anchors.ts'
import { anyOrigin, oneOrigin, twoOrigins, twoOriginsWithCredentials } from './policies.ts'

/** Whether CORS reaches every response, however the application makes it. */
export const integration = {
  id: 'integration',
  title: 'Every kind of response',
  cases: [
    {
      id: 'integration/error-readable',
      requirement: 'A page can read the response of an error that the application throws.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/error' },
          expect: { outcome: 'readable', response: { status: 500 } },
        },
        { page: 'https://evil.example', request: { path: '/error' }, expect: { outcome: 'blocked' } },
      ],
    },
    {
      id: 'integration/error-readable-by-anyone',
      requirement: "With '*' any page can read the response of an error.",
      kind: 'must',
      spec: [specAnchors.responses],
      policy: anyOrigin,
      steps: [
        {
          page: 'https://anywhere.example',
          request: { path: '/error' },
          expect: { outcome: 'readable', response: { status: 500 } },
        },
      ],
    },
    {
      id: 'integration/error-readable-with-credentials',
      requirement: 'A page can read the response of an error to a credentialed request.',
      kind: 'must',
      spec: [specAnchors.responses, specAnchors.credentials],
      policy: twoOriginsWithCredentials,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/error', credentials: 'include' },
          expect: { outcome: 'readable', response: { status: 500 } },
        },
      ],
    },
    {
      id: 'integration/missing-readable',
      requirement: "A page can read the framework's own 404.",
      kind: 'must',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/missing' },
          expect: { outcome: 'readable', response: { status: 404 } },
        },
        { page: 'https://evil.example', request: { path: '/missing' }, expect: { outcome: 'blocked' } },
      ],
    },
    {
      id: 'integration/redirect-readable',
      requirement: 'A page can follow a redirect: the redirect passes the CORS check too.',
      kind: 'must',
      spec: [specAnchors.httpFetch, specAnchors.httpRedirectFetch],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/redirect' },
          expect: { outcome: 'readable', response: { status: 200 } },
        },
      ],
    },
    {
      id: 'integration/not-modified-readable',
      requirement: 'A page that revalidates by itself can read the 304.',
      kind: 'must',
      spec: [specAnchors.httpNetworkOrCacheFetch, specAnchors.corsCheck],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/not-modified', headers: [['if-none-match', '"exam"']] },
          expect: { outcome: 'readable', response: { status: 304 } },
        },
      ],
    },
    {
      id: 'integration/head-readable',
      requirement: 'A page can read the headers of a response to HEAD.',
      kind: 'must',
      spec: [specAnchors.httpHead, specAnchors.corsCheck],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'HEAD' },
          expect: { outcome: 'readable', exposed: { includes: ['x-exam'] }, response: { status: 200 } },
        },
      ],
    },
    {
      id: 'integration/stream-readable',
      requirement: 'A page can read a streamed response to its end.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/stream' },
          expect: {
            outcome: 'readable',
            exposed: { includes: ['x-exam'] },
            response: { status: 200, bodyIncludes: 'three' },
          },
        },
      ],
    },
    {
      id: 'integration/write-head-readable',
      requirement: 'A page can read a response whose status and headers the application gives in one call.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/write-head' },
          expect: {
            outcome: 'readable',
            exposed: { includes: ['x-exam'] },
            response: { status: 200, headers: { 'x-exam': '1' } },
          },
        },
      ],
    },
    {
      id: 'integration/one-origin-everywhere',
      requirement: 'With one listed origin its pages can read errors, redirects and headers given in one call too.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: oneOrigin,
      steps: [
        { page: 'https://a.example', request: { path: '/error' }, expect: { outcome: 'readable' } },
        { page: 'https://a.example', request: { path: '/missing' }, expect: { outcome: 'readable' } },
        { page: 'https://a.example', request: { path: '/redirect' }, expect: { outcome: 'readable' } },
        { page: 'https://a.example', request: { path: '/write-head' }, expect: { outcome: 'readable' } },
        { page: 'https://a.example', request: { path: '/stream' }, expect: { outcome: 'readable' } },
      ],
    },
    {
      id: 'integration/application-untouched',
      requirement: "The application's own status, headers and body arrive as it made them.",
      kind: 'must',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [
        {
          raw: { method: 'GET', path: '/data', headers: [['origin', 'https://a.example']] },
          expect: { status: 200, headers: { 'x-exam': '1', etag: '"exam"' }, bodyIncludes: 'exam' },
        },
        {
          raw: { method: 'GET', path: '/redirect', headers: [] },
          expect: { status: 302 },
        },
      ],
    },
    {
      id: 'integration/own-cors-not-doubled',
      requirement: 'An Access-Control-Allow-Origin of the application and that of the policy do not come together.',
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.headerListGet],
      policy: { allowOrigins: ['https://upstream.example', 'https://a.example'] },
      needs: ['own-cors'],
      steps: [{ page: 'https://upstream.example', request: { path: '/own-cors' }, expect: { outcome: 'readable' } }],
    },
    {
      id: 'integration/own-cors-not-mixed',
      requirement:
        "An application's Access-Control-Allow-Credentials does not join the policy's Access-Control-Allow-Origin.",
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.credentials],
      policy: twoOrigins,
      needs: ['own-cors'],
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/own-cors', credentials: 'include' },
          expect: { outcome: 'blocked' },
        },
      ],
    },
    {
      id: 'integration/own-cors-replaced',
      requirement: "Where the policy speaks, it alone is heard: the application's own CORS headers are replaced.",
      kind: 'should',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      needs: ['own-cors'],
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/own-cors' },
          expect: {
            outcome: 'readable',
            exposed: { includes: ['x-exam'] },
            response: {
              onlyAccessControl: ['access-control-allow-origin', 'access-control-expose-headers'],
              headers: { 'access-control-expose-headers': 'x-exam' },
            },
          },
        },
        { page: 'https://upstream.example', request: { path: '/own-cors' }, expect: { outcome: 'blocked' } },
      ],
    },
  ],
} as const satisfies ConformanceSuite
