import type { ConformanceSuite } from '../conformance-case.ts'
import { specAnchors } from '../spec-anchors.ts'
import { anyOrigin, oneOriginWithCredentials, twoOrigins, twoOriginsWithCredentials } from './policies.ts'

/** Who may read responses to requests with credentials. */
export const credentials = {
  id: 'credentials',
  title: 'Credentials',
  cases: [
    {
      id: 'credentials/listed-origin-readable',
      requirement: 'With credentials allowed, a listed origin can read in every credentials mode.',
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.allowCredentials],
      policy: twoOriginsWithCredentials,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', credentials: 'include' },
          expect: { outcome: 'readable' },
        },
        { page: 'https://b.example', request: { path: '/data', credentials: 'omit' }, expect: { outcome: 'readable' } },
      ],
    },
    {
      id: 'credentials/preflighted-readable',
      requirement: 'With credentials allowed, the preflight says so too, and a credentialed PUT can be read.',
      kind: 'must',
      spec: [specAnchors.credentials, specAnchors.corsPreflightFetch],
      policy: twoOriginsWithCredentials,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'PUT', credentials: 'include' },
          expect: { outcome: 'readable', response: { status: 200 } },
        },
      ],
    },
    {
      id: 'credentials/unlisted-origin-blocked',
      requirement: 'With credentials allowed, an origin that is not listed can read in no credentials mode.',
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.defaultReflected],
      policy: twoOriginsWithCredentials,
      steps: [
        {
          page: 'https://evil.example',
          request: { path: '/data', credentials: 'include' },
          expect: { outcome: 'blocked' },
        },
        {
          page: 'https://evil.example',
          request: { path: '/data', credentials: 'omit' },
          expect: { outcome: 'blocked' },
        },
      ],
    },
    {
      id: 'credentials/off-blocks-credentialed',
      requirement: 'Without credentials allowed, a listed origin cannot read a credentialed response.',
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.credentials],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', credentials: 'include' },
          expect: { outcome: 'blocked' },
        },
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'PUT', credentials: 'include' },
          expect: { outcome: 'preflight-refused' },
        },
      ],
    },
    {
      id: 'credentials/any-origin-never-credentialed',
      requirement: "With '*' no page can read a credentialed response.",
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.wildcardReflected],
      policy: anyOrigin,
      steps: [
        {
          page: 'https://anywhere.example',
          request: { path: '/data', credentials: 'include' },
          expect: { outcome: 'blocked' },
        },
        {
          page: 'null',
          request: { path: '/data', credentials: 'include' },
          expect: { outcome: 'blocked' },
        },
      ],
    },
    {
      id: 'credentials/any-origin-whatever-cookies',
      requirement: "With '*' credentials are never allowed, not even to a request that carries a cookie.",
      kind: 'should',
      spec: [specAnchors.corsCheck, specAnchors.wildcardReflected],
      policy: anyOrigin,
      steps: [
        {
          raw: { method: 'GET', path: '/data', headers: [['origin', 'https://anywhere.example']] },
          expect: { headers: { 'access-control-allow-credentials': null } },
        },
        {
          raw: {
            method: 'GET',
            path: '/data',
            headers: [
              ['origin', 'https://anywhere.example'],
              ['cookie', 'session=1'],
            ],
          },
          expect: { headers: { 'access-control-allow-credentials': null } },
        },
      ],
    },
    {
      id: 'credentials/null-never-credentialed',
      requirement: 'A page on an opaque origin cannot read a credentialed response.',
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.nullReflected],
      policy: twoOriginsWithCredentials,
      steps: [{ page: 'null', request: { path: '/data', credentials: 'include' }, expect: { outcome: 'blocked' } }],
    },
    {
      id: 'credentials/one-origin',
      requirement:
        'With one listed origin and credentials, that origin can read credentialed responses and no other can.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: oneOriginWithCredentials,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', credentials: 'include' },
          expect: { outcome: 'readable' },
        },
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'PUT', credentials: 'include' },
          expect: { outcome: 'readable' },
        },
        {
          page: 'https://b.example',
          request: { path: '/data', credentials: 'include' },
          expect: { outcome: 'blocked' },
        },
      ],
    },
    {
      id: 'credentials/only-true',
      requirement:
        'Access-Control-Allow-Credentials is absent where credentials are not allowed: its only value is true.',
      kind: 'should',
      spec: [specAnchors.headerSyntax],
      policy: twoOrigins,
      steps: [
        {
          raw: { method: 'GET', path: '/data', headers: [['origin', 'https://a.example']] },
          expect: { headers: { 'access-control-allow-credentials': null } },
        },
      ],
    },
    {
      id: 'credentials/not-for-refused',
      requirement: 'A refused origin is not told that credentials are allowed.',
      kind: 'should',
      spec: [specAnchors.responses],
      policy: twoOriginsWithCredentials,
      steps: [
        {
          raw: { method: 'GET', path: '/data', headers: [['origin', 'https://evil.example']] },
          expect: { headers: { 'access-control-allow-credentials': null } },
        },
      ],
    },
    {
      id: 'credentials/loopback-readable',
      requirement: 'A page on loopback counts as secure and can read credentialed responses where it is listed.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: { allowOrigins: ['http://localhost:3000', 'https://a.example'], allowCredentials: true },
      steps: [
        {
          page: 'http://localhost:3000',
          request: { path: '/data', credentials: 'include' },
          expect: { outcome: 'readable' },
        },
      ],
    },
    {
      id: 'credentials/insecure-origin-where-asked-for',
      requirement: 'An insecure origin can read credentialed responses where the policy explicitly wants it.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: {
        allowOrigins: ['http://intranet.example', 'https://a.example'],
        allowCredentials: true,
        dangerouslyAllowInsecureOrigins: true,
      },
      steps: [
        {
          page: 'http://intranet.example',
          request: { path: '/data', credentials: 'include' },
          expect: { outcome: 'readable' },
        },
      ],
    },
    {
      id: 'credentials/public-suffix-where-asked-for',
      requirement:
        'Every subdomain of a public suffix can read credentialed responses where the policy explicitly wants it.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: {
        allowOrigins: ['https://*.github.io'],
        allowCredentials: true,
        dangerouslyAllowPublicSuffixes: true,
      },
      needs: ['allow-origins-patterns'],
      steps: [
        {
          page: 'https://someone.github.io',
          request: { path: '/data', credentials: 'include' },
          expect: { outcome: 'readable' },
        },
        {
          page: 'https://github.io',
          request: { path: '/data', credentials: 'include' },
          expect: { outcome: 'blocked' },
        },
      ],
    },
  ],
} as const satisfies ConformanceSuite
