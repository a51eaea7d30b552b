import type { ConformanceSuite } from '../cases/conformance-case.ts'
import type { CasePolicy } from '../exam/exam-policy.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { twoOrigins, twoOriginsWithCredentials } from './policies.ts'
import { blocked, get, preflight, readable, refused } from './steps.ts'

/** A path for other origins and with other methods, a path for all, and a path that is closed. */
const threeRoutes = {
  ...twoOriginsWithCredentials,
  allowMethods: ['PUT', 'PATCH', 'DELETE'],
  routes: {
    '/narrow': { allowOrigins: ['https://b.example', 'https://partner.example'], allowMethods: ['PUT', 'PATCH'] },
    '/wide': { allowOrigins: '*', exposeHeaders: ['X-Exam'] },
    '/locked': false,
  },
} as const satisfies CasePolicy

/** Policies of single paths. */
export const routes = {
  id: 'routes',
  title: 'Policies of single paths',
  cases: [
    {
      id: 'routes/own-origins',
      requirement: 'A path with a policy of its own is readable for the origins of that policy, and for no others.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: threeRoutes,
      needs: ['routes'],
      steps: [
        readable('https://partner.example', { path: '/narrow' }),
        blocked('https://a.example', { path: '/narrow' }),
      ],
    },
    {
      id: 'routes/others-unaffected',
      requirement: 'The other paths keep the one policy.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: threeRoutes,
      needs: ['routes'],
      steps: [
        readable('https://a.example', { credentials: 'include' }),
        blocked('https://partner.example'),
        readable('https://a.example', { method: 'DELETE', credentials: 'include' }),
      ],
    },
    {
      id: 'routes/own-preflight',
      requirement: 'A preflight is answered by the policy of the path that it asks about.',
      kind: 'must',
      spec: [specAnchors.corsPreflightRequest],
      policy: threeRoutes,
      needs: ['routes'],
      steps: [
        readable('https://partner.example', { path: '/narrow', method: 'PUT' }),
        refused('https://a.example', { path: '/narrow', method: 'PUT' }),
        refused('https://b.example', { path: '/narrow', method: 'DELETE' }),
      ],
    },
    {
      id: 'routes/nothing-inherited',
      requirement: 'The policy of a path stands by itself: credentials that it does not speak of are not allowed.',
      kind: 'must',
      spec: [specAnchors.credentials],
      policy: threeRoutes,
      needs: ['routes'],
      steps: [
        blocked('https://b.example', { path: '/narrow', credentials: 'include' }),
        blocked('https://a.example', { path: '/wide', credentials: 'include' }),
      ],
    },
    {
      id: 'routes/wider',
      requirement: 'A path may be open to more origins than the rest.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: threeRoutes,
      needs: ['routes'],
      steps: [
        readable('https://anywhere.example', { path: '/wide' }, { exposed: { includes: ['x-exam'] } }),
        blocked('https://anywhere.example'),
      ],
    },
    {
      id: 'routes/query-is-no-path',
      requirement: 'A query does not change whose policy it is.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: threeRoutes,
      needs: ['routes'],
      steps: [
        readable('https://partner.example', { path: '/narrow?page=1' }),
        blocked('https://a.example', { path: '/locked?page=1' }),
      ],
    },
    {
      id: 'routes/varies',
      requirement: 'Responses of a path with a policy of its own vary on Origin where they differ by it, whoever asks.',
      kind: 'must',
      spec: [specAnchors.httpCaches],
      policy: threeRoutes,
      needs: ['routes'],
      steps: ['https://b.example', 'https://partner.example', 'https://a.example', null].map((origin) =>
        get(origin, {}, { path: '/narrow' }),
      ),
      across: { varyWhereDifferent: 'origin' },
    },
    {
      id: 'routes/requested-method-alone',
      requirement: 'Where paths have policies of their own, a preflight names the requested method and no other.',
      kind: 'observe',
      spec: [specAnchors.allowMethods, specAnchors.corsPreflightCache],
      policy: threeRoutes,
      needs: ['routes'],
      steps: [
        preflight(
          'https://b.example',
          'PATCH',
          { status: 'ok', headers: { 'access-control-allow-methods': 'PATCH' } },
          { path: '/narrow' },
        ),
      ],
    },
    {
      id: 'routes/own-request-headers',
      requirement: 'A preflight of a path allows the request headers of its own policy, and no others.',
      kind: 'must',
      spec: [specAnchors.allowHeaders],
      policy: {
        ...twoOrigins,
        routes: { '/narrow': { allowOrigins: ['https://a.example', 'https://b.example'], allowHeaders: ['X-Narrow'] } },
      },
      needs: ['routes'],
      steps: [
        readable('https://a.example', { path: '/narrow', headers: [['x-narrow', '1']] }),
        refused('https://a.example', { path: '/narrow', headers: [['x-token', '1']] }),
      ],
    },
    {
      id: 'routes/neighbours-methods-not-lent',
      requirement: 'The methods that one path allows are not allowed on its neighbour, right after and right before.',
      kind: 'must',
      spec: [specAnchors.allowMethods, specAnchors.corsPreflightCache],
      policy: threeRoutes,
      needs: ['routes'],
      steps: [
        readable('https://b.example', { method: 'DELETE' }),
        refused('https://b.example', { path: '/narrow', method: 'DELETE' }),
        readable('https://b.example', { path: '/narrow', method: 'PATCH' }),
        refused('https://b.example', { path: '/wide', method: 'PATCH' }),
      ],
    },
    {
      id: 'routes/own-credentials',
      requirement: 'A path may allow credentials that the rest does not allow.',
      kind: 'must',
      spec: [specAnchors.credentials],
      policy: {
        ...twoOrigins,
        routes: { '/narrow': { allowOrigins: ['https://a.example', 'https://b.example'], allowCredentials: true } },
      },
      needs: ['routes'],
      steps: [
        readable('https://a.example', { path: '/narrow', credentials: 'include' }),
        blocked('https://a.example', { credentials: 'include' }),
      ],
    },
    {
      id: 'routes/own-exposed-headers',
      requirement: 'A path exposes the headers of its own policy, and no others.',
      kind: 'must',
      spec: [specAnchors.exposeHeaders],
      policy: {
        ...twoOrigins,
        routes: { '/narrow': { allowOrigins: ['https://a.example', 'https://b.example'], exposeHeaders: ['ETag'] } },
      },
      needs: ['routes'],
      steps: [
        readable('https://a.example', { path: '/narrow' }, { exposed: { includes: ['etag'], excludes: ['x-exam'] } }),
        readable('https://a.example', {}, { exposed: { includes: ['x-exam'], excludes: ['etag'] } }),
      ],
    },
    {
      id: 'routes/own-max-age',
      requirement: 'A preflight of a path has the max-age of its own policy.',
      kind: 'should',
      spec: [specAnchors.maxAge],
      policy: {
        ...twoOrigins,
        routes: {
          '/narrow': { allowOrigins: ['https://a.example', 'https://b.example'], allowMethods: ['PUT'], maxAge: 5 },
        },
      },
      needs: ['routes', 'max-age'],
      steps: [
        preflight('https://a.example', 'PUT', { headers: { 'access-control-max-age': '5' } }, { path: '/narrow' }),
        preflight('https://a.example', 'PUT', { headers: { 'access-control-max-age': '600' } }),
      ],
    },
    {
      id: 'routes/own-error',
      requirement: 'A path whose handler throws has its own policy for the error.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: {
        ...twoOrigins,
        routes: { '/error': { allowOrigins: ['https://partner.example', 'https://b.example'] }, '/stream': false },
      },
      needs: ['routes'],
      steps: [
        readable('https://partner.example', { path: '/error' }, { response: { status: 500 } }),
        blocked('https://a.example', { path: '/error' }),
        blocked('https://a.example', { path: '/stream' }),
      ],
    },
    {
      id: 'routes/own-patterns',
      requirement: 'The policy of a path may have patterns, which cover nothing elsewhere.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: { ...twoOrigins, routes: { '/wide': { allowOrigins: ['https://*.a.example'] } } },
      needs: ['routes', 'allow-origins-patterns'],
      steps: [
        readable('https://x.a.example', { path: '/wide' }),
        blocked('https://a.example', { path: '/wide' }),
        blocked('https://x.a.example'),
      ],
    },
    {
      id: 'routes/redirect-to-another-policy',
      requirement: 'A redirect is shared by the policy of its own path, and what it leads to by that of the other.',
      kind: 'must',
      spec: [specAnchors.httpRedirectFetch, specAnchors.responses],
      policy: { ...twoOrigins, routes: { '/redirect': { allowOrigins: '*' } } },
      needs: ['routes'],
      steps: [
        readable('https://a.example', { path: '/redirect' }, { response: { status: 200 } }),
        blocked('https://evil.example', { path: '/redirect' }),
      ],
    },
    {
      id: 'routes/wide-consistent',
      requirement: 'Responses of a path that is open to all either are alike, or vary on Origin.',
      kind: 'must',
      spec: [specAnchors.httpCaches],
      policy: threeRoutes,
      needs: ['routes'],
      steps: ['https://a.example', 'https://anywhere.example', 'null', null].map((origin) =>
        get(origin, {}, { path: '/wide' }),
      ),
      across: { varyWhereDifferent: 'origin' },
    },
    {
      id: 'routes/longer-path-is-another',
      requirement: 'A path that begins like one with a policy of its own is another path.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: threeRoutes,
      needs: ['routes'],
      steps: [
        blocked('https://anywhere.example', { path: '/wider' }),
        blocked('https://anywhere.example', { path: '/wide-open' }),
        refused('https://anywhere.example', { path: '/wider', method: 'PUT' }),
      ],
    },
    {
      id: 'routes/path-below-is-another',
      requirement: 'A path below one with a policy of its own is another path.',
      kind: 'should',
      spec: [specAnchors.responses],
      policy: threeRoutes,
      needs: ['routes'],
      steps: [blocked('https://anywhere.example', { path: '/wide/below' })],
    },
    {
      id: 'routes/encoded-path-is-another',
      requirement: 'Encoded slashes and dots in a path do not lead to the policy of another path.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: threeRoutes,
      needs: ['routes'],
      steps: [blocked('https://anywhere.example', { path: '/wide%2f..%2fdata' })],
    },
    {
      id: 'routes/path-in-query',
      requirement:
        'A path with a policy of its own that is named in a query, or behind a semicolon, lends that policy to nobody.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: threeRoutes,
      needs: ['routes'],
      steps: [
        blocked('https://anywhere.example', { path: '/data?path=/wide' }),
        blocked('https://anywhere.example', { path: '/data;/wide' }),
      ],
    },
  ],
} as const satisfies ConformanceSuite
