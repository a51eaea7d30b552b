import type { ConformanceSuite } from '../conformance-case.ts'
import { specAnchors } from '../spec-anchors.ts'
import { anyOrigin, oneOrigin, patterns, twoOrigins, twoOriginsWithCredentials } from './policies.ts'

/** What shared and private caches need to know. */
export const httpCaches = {
  id: 'http-caches',
  title: 'HTTP caches and Vary',
  cases: [
    {
      id: 'http-caches/allowed-origin-varies',
      requirement: 'The response to a listed origin varies on Origin.',
      kind: 'must',
      spec: [specAnchors.httpCaches, specAnchors.httpVary],
      policy: twoOrigins,
      steps: [
        {
          raw: { method: 'GET', path: '/data', headers: [['origin', 'https://a.example']] },
          expect: { vary: { includes: ['origin'] } },
        },
      ],
    },
    {
      id: 'http-caches/refused-origin-varies',
      requirement:
        'The response to an origin that is not listed varies on Origin: another origin would have got another.',
      kind: 'must',
      spec: [specAnchors.httpCaches, specAnchors.missingVary],
      policy: twoOrigins,
      steps: [
        {
          raw: { method: 'GET', path: '/data', headers: [['origin', 'https://evil.example']] },
          expect: { vary: { includes: ['origin'] } },
        },
        {
          raw: { method: 'GET', path: '/data', headers: [['origin', 'null']] },
          expect: { vary: { includes: ['origin'] } },
        },
      ],
    },
    {
      id: 'http-caches/no-origin-varies',
      requirement: 'The response to a request without Origin varies on Origin: a page would have got another.',
      kind: 'must',
      spec: [specAnchors.httpCaches, specAnchors.missingVary],
      policy: twoOrigins,
      steps: [{ raw: { method: 'GET', path: '/data', headers: [] }, expect: { vary: { includes: ['origin'] } } }],
    },
    {
      id: 'http-caches/credentialed-varies',
      requirement: 'With credentials every response varies on Origin likewise.',
      kind: 'must',
      spec: [specAnchors.httpCaches],
      policy: twoOriginsWithCredentials,
      steps: [
        {
          raw: { method: 'GET', path: '/data', headers: [['origin', 'https://a.example']] },
          expect: { vary: { includes: ['origin'] } },
        },
        { raw: { method: 'GET', path: '/data', headers: [] }, expect: { vary: { includes: ['origin'] } } },
      ],
    },
    {
      id: 'http-caches/pattern-varies',
      requirement: 'With patterns every response varies on Origin, whoever asks.',
      kind: 'must',
      spec: [specAnchors.httpCaches],
      policy: patterns,
      needs: ['allow-origins-patterns'],
      steps: [
        {
          raw: { method: 'GET', path: '/data', headers: [['origin', 'https://x.a.example']] },
          expect: { vary: { includes: ['origin'] } },
        },
        {
          raw: { method: 'GET', path: '/data', headers: [['origin', 'https://evil.example']] },
          expect: { vary: { includes: ['origin'] } },
        },
        { raw: { method: 'GET', path: '/data', headers: [] }, expect: { vary: { includes: ['origin'] } } },
      ],
    },
    {
      id: 'http-caches/any-origin-consistent',
      requirement: "With '*' either all responses are alike, or all vary on Origin.",
      kind: 'must',
      spec: [specAnchors.httpCaches],
      policy: anyOrigin,
      steps: [
        { raw: { method: 'GET', path: '/data', headers: [['origin', 'https://a.example']] }, expect: {} },
        { raw: { method: 'GET', path: '/data', headers: [['origin', 'null']] }, expect: {} },
        { raw: { method: 'GET', path: '/data', headers: [] }, expect: {} },
      ],
      across: { varyWhereDifferent: 'origin' },
    },
    {
      id: 'http-caches/one-origin-consistent',
      requirement: 'With one listed origin either all responses are alike, or all vary on Origin.',
      kind: 'must',
      spec: [specAnchors.httpCaches],
      policy: oneOrigin,
      steps: [
        { raw: { method: 'GET', path: '/data', headers: [['origin', 'https://a.example']] }, expect: {} },
        { raw: { method: 'GET', path: '/data', headers: [['origin', 'https://evil.example']] }, expect: {} },
        { raw: { method: 'GET', path: '/data', headers: [] }, expect: {} },
      ],
      across: { varyWhereDifferent: 'origin' },
    },
    {
      id: 'http-caches/cookie-consistent',
      requirement: 'Either a cookie does not change who may read, or every response varies on Cookie.',
      kind: 'must',
      spec: [specAnchors.httpVary],
      policy: anyOrigin,
      steps: [
        { raw: { method: 'GET', path: '/data', headers: [['origin', 'https://a.example']] }, expect: {} },
        {
          raw: {
            method: 'GET',
            path: '/data',
            headers: [
              ['origin', 'https://a.example'],
              ['cookie', 'session=1'],
            ],
          },
          expect: {},
        },
      ],
      across: { varyWhereDifferent: 'cookie' },
    },
    {
      id: 'http-caches/any-origin-always-shared',
      requirement:
        "With '*' the response says so whether or not the request has an Origin, so that a cached copy serves pages.",
      kind: 'should',
      spec: [specAnchors.httpCaches],
      policy: anyOrigin,
      steps: [
        {
          raw: { method: 'GET', path: '/data', headers: [] },
          expect: { headers: { 'access-control-allow-origin': '*' } },
        },
      ],
    },
    {
      id: 'http-caches/one-origin-always-shared',
      requirement: 'With one listed origin the response names it whether or not the request has an Origin.',
      kind: 'should',
      spec: [specAnchors.httpCaches],
      policy: oneOrigin,
      steps: [
        {
          raw: { method: 'GET', path: '/data', headers: [] },
          expect: { headers: { 'access-control-allow-origin': 'https://a.example' } },
        },
      ],
    },
    {
      id: 'http-caches/any-origin-not-varying',
      requirement: "With '*' no response varies on Origin: it would only split caches.",
      kind: 'should',
      spec: [specAnchors.httpCaches],
      policy: anyOrigin,
      steps: [
        {
          raw: { method: 'GET', path: '/data', headers: [['origin', 'https://a.example']] },
          expect: { vary: { excludes: ['origin', '*'] } },
        },
        { raw: { method: 'GET', path: '/data', headers: [] }, expect: { vary: { excludes: ['origin', '*'] } } },
      ],
    },
    {
      id: 'http-caches/one-origin-not-varying',
      requirement: 'With one listed origin no response varies on Origin: it would only split caches.',
      kind: 'should',
      spec: [specAnchors.httpCaches],
      policy: oneOrigin,
      steps: [
        {
          raw: { method: 'GET', path: '/data', headers: [['origin', 'https://a.example']] },
          expect: { vary: { excludes: ['origin', '*'] } },
        },
        { raw: { method: 'GET', path: '/data', headers: [] }, expect: { vary: { excludes: ['origin', '*'] } } },
      ],
    },
    {
      id: 'http-caches/preflight-varies',
      requirement:
        'The answer to a preflight varies on Origin where it depends on it, for caches that keep what they should not.',
      kind: 'should',
      spec: [specAnchors.httpVary, specAnchors.httpOptions],
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
          expect: { vary: { includes: ['origin'] } },
        },
        {
          raw: {
            method: 'OPTIONS',
            path: '/data',
            headers: [
              ['origin', 'https://evil.example'],
              ['access-control-request-method', 'PUT'],
            ],
          },
          expect: { vary: { includes: ['origin'] } },
        },
      ],
    },
    {
      id: 'http-caches/own-vary-kept',
      requirement: "The application's own Vary is kept beside Origin.",
      kind: 'must',
      spec: [specAnchors.httpVary, specAnchors.varyOverwritten],
      policy: twoOrigins,
      steps: [
        {
          raw: { method: 'GET', path: '/own-vary', headers: [['origin', 'https://a.example']] },
          expect: { status: 200, vary: { includes: ['accept-encoding', 'origin'] } },
        },
        {
          raw: { method: 'GET', path: '/own-vary', headers: [] },
          expect: { status: 200, vary: { includes: ['accept-encoding', 'origin'] } },
        },
      ],
    },
    {
      id: 'http-caches/own-vary-kept-where-nothing-is-added',
      requirement: "The application's own Vary is kept where CORS adds nothing to it.",
      kind: 'must',
      spec: [specAnchors.httpVary, specAnchors.varyOverwritten],
      policy: anyOrigin,
      steps: [
        {
          raw: { method: 'GET', path: '/own-vary', headers: [['origin', 'https://a.example']] },
          expect: { status: 200, vary: { includes: ['accept-encoding'] } },
        },
      ],
    },
    {
      id: 'http-caches/own-vary-not-doubled',
      requirement: "Origin is not added to the application's own Vary where it is there already, in whatever case.",
      kind: 'should',
      spec: [specAnchors.httpVary],
      policy: twoOrigins,
      steps: [
        {
          raw: { method: 'GET', path: '/own-vary-origin', headers: [['origin', 'https://a.example']] },
          expect: { status: 200, vary: { includes: ['origin'], unique: true } },
        },
      ],
    },
    {
      id: 'http-caches/own-vary-star-kept',
      requirement: "The application's own Vary: * is kept.",
      kind: 'must',
      spec: [specAnchors.httpVary],
      policy: twoOrigins,
      steps: [
        {
          raw: { method: 'GET', path: '/own-vary-star', headers: [['origin', 'https://a.example']] },
          expect: { status: 200, vary: { includes: ['*'] } },
        },
      ],
    },
    {
      id: 'http-caches/errors-vary',
      requirement: 'Error responses vary on Origin too, whoever asks.',
      kind: 'must',
      spec: [specAnchors.httpCaches],
      policy: twoOrigins,
      steps: [
        {
          raw: { method: 'GET', path: '/error', headers: [['origin', 'https://a.example']] },
          expect: { status: 500, vary: { includes: ['origin'] } },
        },
        {
          raw: { method: 'GET', path: '/missing', headers: [['origin', 'https://evil.example']] },
          expect: { vary: { includes: ['origin'] } },
        },
        {
          raw: { method: 'GET', path: '/missing', headers: [] },
          expect: { status: 404, vary: { includes: ['origin'] } },
        },
      ],
    },
    {
      id: 'http-caches/redirect-varies',
      requirement: 'Redirects vary on Origin too.',
      kind: 'must',
      spec: [specAnchors.httpCaches],
      policy: twoOrigins,
      steps: [
        {
          raw: { method: 'GET', path: '/redirect', headers: [['origin', 'https://a.example']] },
          expect: { status: 302, vary: { includes: ['origin'] } },
        },
        {
          raw: { method: 'GET', path: '/redirect', headers: [] },
          expect: { status: 302, vary: { includes: ['origin'] } },
        },
      ],
    },
    {
      id: 'http-caches/not-modified-varies',
      requirement: 'A 304 carries the Vary that the 200 would have had.',
      kind: 'must',
      spec: [specAnchors.httpNotModified, specAnchors.httpCaches],
      policy: twoOrigins,
      steps: [
        {
          raw: {
            method: 'GET',
            path: '/not-modified',
            headers: [
              ['origin', 'https://a.example'],
              ['if-none-match', '"exam"'],
            ],
          },
          expect: { status: 304, vary: { includes: ['origin'] } },
        },
      ],
    },
    {
      id: 'http-caches/head-varies',
      requirement: 'A response to HEAD carries the Vary that the response to GET would have had.',
      kind: 'must',
      spec: [specAnchors.httpHead, specAnchors.httpCaches],
      policy: twoOrigins,
      steps: [
        {
          raw: { method: 'HEAD', path: '/data', headers: [] },
          expect: { status: 200, vary: { includes: ['origin'] } },
        },
      ],
    },
    {
      id: 'http-caches/stream-varies',
      requirement: 'A streamed response varies on Origin too.',
      kind: 'must',
      spec: [specAnchors.httpCaches],
      policy: twoOrigins,
      steps: [
        {
          raw: { method: 'GET', path: '/stream', headers: [] },
          expect: { status: 200, vary: { includes: ['origin'] } },
        },
      ],
    },
    {
      id: 'http-caches/write-head-varies',
      requirement: 'Headers that the application gives in one call with the status neither lose their Vary nor ours.',
      kind: 'must',
      spec: [specAnchors.httpVary, specAnchors.httpCaches],
      policy: twoOrigins,
      steps: [
        {
          raw: { method: 'GET', path: '/write-head', headers: [['origin', 'https://a.example']] },
          expect: { status: 200, vary: { includes: ['accept', 'origin'] } },
        },
        {
          raw: { method: 'GET', path: '/write-head', headers: [] },
          expect: { status: 200, vary: { includes: ['accept', 'origin'] } },
        },
      ],
    },
    {
      id: 'http-caches/request-vary-not-copied',
      requirement: 'A Vary in the request does not come back.',
      kind: 'should',
      spec: [specAnchors.requestVaryCopied],
      policy: twoOrigins,
      steps: [
        {
          raw: {
            method: 'GET',
            path: '/data',
            headers: [
              ['origin', 'https://a.example'],
              ['vary', 'X-Evil'],
            ],
          },
          expect: { vary: { excludes: ['x-evil'] } },
        },
      ],
    },
  ],
} as const satisfies ConformanceSuite
