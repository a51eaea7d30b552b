import type { ConformanceSuite } from '../conformance-case.ts'
import { specAnchors } from '../spec-anchors.ts'
import { anyOrigin, oneOrigin, patterns, twoOrigins } from './policies.ts'

const unusualOrigins = [
  'capacitor://localhost',
  'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
  'http://127.0.0.1:3000',
  'http://[::1]:3000',
  'https://xn--bcher-kva.example',
  'https://a.example:8443',
] as const

/** Which origins a policy covers, and what becomes of requests that are not CORS requests. */
export const corsRequests = {
  id: 'cors-requests',
  title: 'CORS requests',
  cases: [
    {
      id: 'cors-requests/listed-origins-readable',
      requirement: 'A page on each of the listed origins can read the response.',
      kind: 'must',
      spec: [specAnchors.responses, specAnchors.allowOrigin],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data' },
          expect: { outcome: 'readable', response: { status: 200 } },
        },
        {
          page: 'https://b.example',
          request: { path: '/data' },
          expect: { outcome: 'readable', response: { status: 200 } },
        },
      ],
    },
    {
      id: 'cors-requests/unlisted-origin-blocked',
      requirement: 'A page on an origin that is not listed cannot read the response.',
      kind: 'must',
      spec: [specAnchors.responses, specAnchors.corsCheck],
      policy: twoOrigins,
      steps: [{ page: 'https://evil.example', request: { path: '/data' }, expect: { outcome: 'blocked' } }],
    },
    {
      id: 'cors-requests/unlisted-origin-served',
      requirement:
        'A request from an origin that is not listed is still served: CORS withholds responses, not service.',
      kind: 'observe',
      spec: [specAnchors.corsRequest],
      policy: twoOrigins,
      steps: [
        {
          raw: { method: 'GET', path: '/data', headers: [['origin', 'https://evil.example']] },
          expect: { status: 200, bodyIncludes: 'exam' },
        },
      ],
    },
    {
      id: 'cors-requests/no-origin-served',
      requirement: 'A request without Origin is no CORS request and is served as without CORS.',
      kind: 'must',
      spec: [specAnchors.corsRequest],
      policy: twoOrigins,
      steps: [
        { raw: { method: 'GET', path: '/data', headers: [] }, expect: { status: 200, bodyIncludes: 'exam' } },
        { raw: { method: 'POST', path: '/data', headers: [] }, expect: { status: 200 } },
      ],
    },
    {
      id: 'cors-requests/same-origin-post-served',
      requirement:
        "A POST from the server's own pages carries Origin too and is served, although the policy does not list it.",
      kind: 'should',
      spec: [specAnchors.corsRequest, specAnchors.originHeader],
      policy: twoOrigins,
      steps: [
        {
          page: 'self',
          request: { path: '/data', method: 'POST', headers: [['content-type', 'text/plain']], body: 'note' },
          expect: { outcome: 'readable', response: { status: 200 } },
        },
      ],
    },
    {
      id: 'cors-requests/safelisted-post-readable',
      requirement:
        'A page can read the response to a POST with a safelisted content type, before which no preflight is sent.',
      kind: 'must',
      spec: [specAnchors.corsSafelistedMethod, specAnchors.corsSafelistedRequestHeader],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'POST', headers: [['content-type', 'text/plain']], body: 'note' },
          expect: { outcome: 'readable', response: { status: 200 } },
        },
      ],
    },
    {
      id: 'cors-requests/any-origin-readable',
      requirement: "With '*' a page on any origin can read the response, an opaque origin included.",
      kind: 'must',
      spec: [specAnchors.responses, specAnchors.allowOrigin],
      policy: anyOrigin,
      steps: [
        { page: 'https://anywhere.example', request: { path: '/data' }, expect: { outcome: 'readable' } },
        { page: 'http://localhost:3000', request: { path: '/data' }, expect: { outcome: 'readable' } },
        { page: 'null', request: { path: '/data' }, expect: { outcome: 'readable' } },
      ],
    },
    {
      id: 'cors-requests/any-origin-in-list',
      requirement: "'*' in a list of origins means every origin.",
      kind: 'should',
      spec: [specAnchors.allowOrigin],
      policy: { allowOrigins: ['https://a.example', '*'] },
      steps: [
        { page: 'https://a.example', request: { path: '/data' }, expect: { outcome: 'readable' } },
        { page: 'https://anywhere.example', request: { path: '/data' }, expect: { outcome: 'readable' } },
      ],
    },
    {
      id: 'cors-requests/one-origin-readable',
      requirement: 'With one listed origin its pages can read the response, and no others.',
      kind: 'must',
      spec: [specAnchors.responses, specAnchors.corsCheck],
      policy: oneOrigin,
      steps: [
        { page: 'https://a.example', request: { path: '/data' }, expect: { outcome: 'readable' } },
        { page: 'https://b.example', request: { path: '/data' }, expect: { outcome: 'blocked' } },
      ],
    },
    {
      id: 'cors-requests/unusual-origins-readable',
      requirement:
        'App and extension schemes, IP addresses, explicit ports and Punycode hosts are origins like others.',
      kind: 'must',
      spec: [specAnchors.originHeader, specAnchors.corsCheck],
      policy: { allowOrigins: unusualOrigins },
      steps: [
        { page: unusualOrigins[0], request: { path: '/data' }, expect: { outcome: 'readable' } },
        { page: unusualOrigins[1], request: { path: '/data' }, expect: { outcome: 'readable' } },
        { page: unusualOrigins[2], request: { path: '/data' }, expect: { outcome: 'readable' } },
        { page: unusualOrigins[3], request: { path: '/data' }, expect: { outcome: 'readable' } },
        { page: unusualOrigins[4], request: { path: '/data' }, expect: { outcome: 'readable' } },
        { page: unusualOrigins[5], request: { path: '/data' }, expect: { outcome: 'readable' } },
      ],
    },
    {
      id: 'cors-requests/unusual-origins-exact',
      requirement: 'App and extension schemes, IP addresses and explicit ports are compared as exactly as others.',
      kind: 'must',
      spec: [specAnchors.originHeader, specAnchors.corsCheck],
      policy: { allowOrigins: unusualOrigins },
      steps: [
        { page: 'capacitor://evil.example', request: { path: '/data' }, expect: { outcome: 'blocked' } },
        {
          page: 'chrome-extension://abcdefghijklmnopabcdefghijklmnoq',
          request: { path: '/data' },
          expect: { outcome: 'blocked' },
        },
        { page: 'http://127.0.0.1:3001', request: { path: '/data' }, expect: { outcome: 'blocked' } },
        { page: 'http://127x0x0x1:3000', request: { path: '/data' }, expect: { outcome: 'blocked' } },
        { page: 'http://[::]:3000', request: { path: '/data' }, expect: { outcome: 'blocked' } },
        { page: 'https://a.example', request: { path: '/data' }, expect: { outcome: 'blocked' } },
        { page: 'https://a.example:844', request: { path: '/data' }, expect: { outcome: 'blocked' } },
      ],
    },
    {
      id: 'cors-requests/subdomain-pattern-readable',
      requirement: "'https://*.a.example' covers one or more labels before the base.",
      kind: 'must',
      spec: [specAnchors.responses],
      policy: patterns,
      needs: ['allow-origins-patterns'],
      steps: [
        { page: 'https://x.a.example', request: { path: '/data' }, expect: { outcome: 'readable' } },
        { page: 'https://y.x.a.example', request: { path: '/data' }, expect: { outcome: 'readable' } },
        { page: 'https://x-1.a.example', request: { path: '/data' }, expect: { outcome: 'readable' } },
      ],
    },
    {
      id: 'cors-requests/subdomain-pattern-without-apex',
      requirement: "'https://*.a.example' does not cover https://a.example itself.",
      kind: 'must',
      spec: [specAnchors.responses],
      policy: patterns,
      needs: ['allow-origins-patterns'],
      steps: [{ page: 'https://a.example', request: { path: '/data' }, expect: { outcome: 'blocked' } }],
    },
    {
      id: 'cors-requests/port-pattern-readable',
      requirement: "'http://localhost:*' covers every port, the implicit one included.",
      kind: 'must',
      spec: [specAnchors.responses],
      policy: patterns,
      needs: ['allow-origins-patterns'],
      steps: [
        { page: 'http://localhost:5173', request: { path: '/data' }, expect: { outcome: 'readable' } },
        { page: 'http://localhost:65535', request: { path: '/data' }, expect: { outcome: 'readable' } },
        { page: 'http://localhost', request: { path: '/data' }, expect: { outcome: 'readable' } },
      ],
    },
    {
      id: 'cors-requests/subdomain-and-port-pattern-readable',
      requirement: "'http://*.localhost:*' covers every subdomain on every port.",
      kind: 'must',
      spec: [specAnchors.responses],
      policy: patterns,
      needs: ['allow-origins-patterns'],
      steps: [
        { page: 'http://app.localhost:5173', request: { path: '/data' }, expect: { outcome: 'readable' } },
        { page: 'http://app.localhost', request: { path: '/data' }, expect: { outcome: 'readable' } },
      ],
    },
    {
      id: 'cors-requests/null-not-implied',
      requirement:
        'A page on an opaque origin cannot read the response unless null is allowed: any site can make such a page.',
      kind: 'must',
      spec: [specAnchors.originHeader, specAnchors.nullReflected],
      policy: twoOrigins,
      steps: [{ page: 'null', request: { path: '/data' }, expect: { outcome: 'blocked' } }],
    },
    {
      id: 'cors-requests/null-listed',
      requirement: 'A page on an opaque origin can read the response where null is listed.',
      kind: 'must',
      spec: [specAnchors.allowOrigin],
      policy: { allowOrigins: ['null', 'https://a.example'] },
      needs: ['null-origin'],
      steps: [
        { page: 'null', request: { path: '/data' }, expect: { outcome: 'readable' } },
        { page: 'https://a.example', request: { path: '/data' }, expect: { outcome: 'readable' } },
        { page: 'https://null', request: { path: '/data' }, expect: { outcome: 'blocked' } },
      ],
    },
  ],
} as const satisfies ConformanceSuite
