import type { ConformanceSuite } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { opaqueOrigin, oneOrigin, twoOrigins } from './policies.ts'
import { blocked, get, readable, refused } from './steps.ts'

/** What pages without an origin of their own can read: sandboxed frames, `data:` documents, redirected requests. */
export const opaqueOrigins = {
  id: 'opaque-origins',
  title: 'Opaque origins',
  cases: [
    {
      id: 'opaque-origins/not-implied',
      requirement:
        'A page on an opaque origin cannot read the response unless null is allowed: any site can make such a page.',
      kind: 'must',
      spec: [specAnchors.originHeader],
      policy: twoOrigins,
      steps: [blocked('null')],
    },
    {
      id: 'opaque-origins/listed-readable',
      requirement: 'A page on an opaque origin can read the response where null is listed.',
      kind: 'must',
      spec: [specAnchors.allowOrigin],
      policy: opaqueOrigin,
      needs: ['null-origin'],
      steps: [readable('null'), readable('https://a.example'), blocked('https://null')],
    },
    {
      id: 'opaque-origins/not-implied-by-one-origin',
      requirement: 'With one listed origin, a page on an opaque origin cannot read the response.',
      kind: 'must',
      spec: [specAnchors.originHeader, specAnchors.corsCheck],
      policy: oneOrigin,
      steps: [blocked('null'), refused('null', { method: 'PUT' })],
    },
    {
      id: 'opaque-origins/not-implied-for-post',
      requirement:
        'A page on an opaque origin cannot read the response to a POST, nor send a PUT, unless null is allowed.',
      kind: 'must',
      spec: [specAnchors.originHeader, specAnchors.corsCheck],
      policy: twoOrigins,
      steps: [
        blocked('null', { method: 'POST', headers: [['content-type', 'text/plain']], body: 'note' }),
        refused('null', { method: 'PUT' }),
      ],
    },
    {
      id: 'opaque-origins/listed-preflighted-readable',
      requirement: 'Where null is listed, a PUT with listed headers from an opaque origin passes its preflight.',
      kind: 'must',
      spec: [specAnchors.allowOrigin, specAnchors.corsPreflightFetch],
      policy: opaqueOrigin,
      needs: ['null-origin'],
      steps: [
        readable('null', { method: 'PUT', headers: [['x-token', '1']] }),
        refused('null', { method: 'DELETE' }),
        refused('https://evil.example', { method: 'PUT' }),
      ],
    },
    {
      id: 'opaque-origins/listed-opens-nothing-else',
      requirement: 'To list null opens nothing to origins that are not listed.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: opaqueOrigin,
      needs: ['null-origin'],
      steps: [blocked('https://evil.example'), blocked('https://null'), blocked('null://null')],
    },
    {
      id: 'opaque-origins/listed-alone',
      requirement: 'Where null alone is listed, pages on opaque origins can read the response, and no others.',
      kind: 'must',
      spec: [specAnchors.allowOrigin, specAnchors.corsCheck],
      policy: { allowOrigins: ['null'] },
      needs: ['null-origin'],
      steps: [readable('null'), blocked('https://a.example')],
    },
    {
      id: 'opaque-origins/listed-exposed',
      requirement: 'Where null is listed, pages on opaque origins can read the listed headers.',
      kind: 'must',
      spec: [specAnchors.exposeHeaders],
      policy: opaqueOrigin,
      needs: ['null-origin'],
      steps: [readable('null', {}, { exposed: { includes: ['x-exam'], excludes: ['etag'] } })],
    },
    {
      id: 'opaque-origins/listed-everywhere',
      requirement: 'Where null is listed, pages on opaque origins can read errors and follow redirects.',
      kind: 'must',
      spec: [specAnchors.responses, specAnchors.httpRedirectFetch],
      policy: opaqueOrigin,
      needs: ['null-origin'],
      steps: [
        readable('null', { path: '/error' }),
        readable('null', { path: '/unauthorized' }),
        readable('null', { path: '/redirect' }),
      ],
    },
    {
      id: 'opaque-origins/listed-varies',
      requirement: 'Where null is listed beside another, the responses to both, which differ, vary on Origin.',
      kind: 'must',
      spec: [specAnchors.httpCaches, specAnchors.httpVary],
      policy: opaqueOrigin,
      needs: ['null-origin'],
      steps: [get('null', {}), get('https://a.example', {})],
      across: { varyWhereDifferent: 'origin' },
    },
    {
      id: 'opaque-origins/other-letters-not-shared',
      requirement: 'Null and NULL are no origins, even where null is listed.',
      kind: 'should',
      spec: [specAnchors.originHeader],
      policy: opaqueOrigin,
      needs: ['null-origin'],
      steps: ['Null', 'NULL', 'nulll', 'null, null'].map((origin) =>
        get(origin, { headers: { 'access-control-allow-origin': { noneOf: [origin, '*'] } } }),
      ),
    },
  ],
} as const satisfies ConformanceSuite
