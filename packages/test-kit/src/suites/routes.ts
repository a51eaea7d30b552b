import type { ConformanceSuite } from '../conformance-case.ts'
import type { CasePolicy } from '../exam-policy.ts'
import { specAnchors } from '../spec-anchors.ts'
import { twoOrigins, twoOriginsWithCredentials } from './policies.ts'

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

/** A path that is closed under a policy for everybody. */
const openButLocked = {
  allowOrigins: '*',
  allowMethods: '*',
  routes: { '/locked': false },
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
      spec: [specAnchors.responses, specAnchors.routeMergesWider],
      policy: threeRoutes,
      needs: ['routes'],
      steps: [
        { page: 'https://partner.example', request: { path: '/narrow' }, expect: { outcome: 'readable' } },
        { page: 'https://a.example', request: { path: '/narrow' }, expect: { outcome: 'blocked' } },
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
        {
          page: 'https://a.example',
          request: { path: '/data', credentials: 'include' },
          expect: { outcome: 'readable' },
        },
        { page: 'https://partner.example', request: { path: '/data' }, expect: { outcome: 'blocked' } },
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'DELETE', credentials: 'include' },
          expect: { outcome: 'readable' },
        },
      ],
    },
    {
      id: 'routes/own-preflight',
      requirement: 'A preflight is answered by the policy of the path that it asks about.',
      kind: 'must',
      spec: [specAnchors.corsPreflightRequest, specAnchors.routePreflightOfServer],
      policy: threeRoutes,
      needs: ['routes'],
      steps: [
        {
          page: 'https://partner.example',
          request: { path: '/narrow', method: 'PUT' },
          expect: { outcome: 'readable' },
        },
        {
          page: 'https://a.example',
          request: { path: '/narrow', method: 'PUT' },
          expect: { outcome: 'preflight-refused' },
        },
        {
          page: 'https://b.example',
          request: { path: '/narrow', method: 'DELETE' },
          expect: { outcome: 'preflight-refused' },
        },
      ],
    },
    {
      id: 'routes/nothing-inherited',
      requirement: 'The policy of a path stands by itself: credentials that it does not speak of are not allowed.',
      kind: 'must',
      spec: [specAnchors.credentials, specAnchors.routeMergesWider],
      policy: threeRoutes,
      needs: ['routes'],
      steps: [
        {
          page: 'https://b.example',
          request: { path: '/narrow', credentials: 'include' },
          expect: { outcome: 'blocked' },
        },
        {
          page: 'https://a.example',
          request: { path: '/wide', credentials: 'include' },
          expect: { outcome: 'blocked' },
        },
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
        {
          page: 'https://anywhere.example',
          request: { path: '/wide' },
          expect: { outcome: 'readable', exposed: { includes: ['x-exam'] } },
        },
        { page: 'https://anywhere.example', request: { path: '/data' }, expect: { outcome: 'blocked' } },
      ],
    },
    {
      id: 'routes/locked-blocked',
      requirement: 'A path whose policy is false is readable for no page, although the one policy allows all.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: openButLocked,
      needs: ['routes'],
      steps: [
        { page: 'https://anywhere.example', request: { path: '/locked' }, expect: { outcome: 'blocked' } },
        { page: 'https://anywhere.example', request: { path: '/data' }, expect: { outcome: 'readable' } },
      ],
    },
    {
      id: 'routes/locked-preflight-refused',
      requirement: 'A path whose policy is false fails its preflights, although the one policy allows all.',
      kind: 'must',
      spec: [specAnchors.corsPreflightRequest, specAnchors.routePreflightOfServer],
      policy: openButLocked,
      needs: ['routes'],
      steps: [
        {
          page: 'https://anywhere.example',
          request: { path: '/locked', method: 'DELETE' },
          expect: { outcome: 'preflight-refused' },
        },
        {
          page: 'https://anywhere.example',
          request: { path: '/data', method: 'DELETE' },
          expect: { outcome: 'readable' },
        },
      ],
    },
    {
      id: 'routes/locked-not-handled',
      requirement: 'A preflight for a path whose policy is false never reaches the application.',
      kind: 'should',
      spec: [specAnchors.corsPreflightRequest, specAnchors.preflightReachesHandler],
      policy: openButLocked,
      needs: ['routes', 'handled'],
      steps: [
        {
          page: 'https://anywhere.example',
          request: { path: '/locked', method: 'DELETE' },
          expect: { outcome: 'preflight-refused', preflightResponse: { handled: false } },
        },
      ],
    },
    {
      id: 'routes/locked-served',
      requirement: 'A path whose policy is false still serves requests that are not CORS requests.',
      kind: 'must',
      spec: [specAnchors.corsRequest],
      policy: openButLocked,
      needs: ['routes'],
      steps: [{ raw: { method: 'GET', path: '/locked', headers: [] }, expect: { status: 200, bodyIncludes: 'exam' } }],
    },
    {
      id: 'routes/query-is-no-path',
      requirement: 'A query does not change whose policy it is.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: threeRoutes,
      needs: ['routes'],
      steps: [
        { page: 'https://partner.example', request: { path: '/narrow?page=1' }, expect: { outcome: 'readable' } },
        { page: 'https://a.example', request: { path: '/locked?page=1' }, expect: { outcome: 'blocked' } },
      ],
    },
    {
      id: 'routes/varies',
      requirement: 'Responses of a path whose own policy lists origins vary on Origin, whoever asks.',
      kind: 'must',
      spec: [specAnchors.httpCaches],
      policy: threeRoutes,
      needs: ['routes'],
      steps: [
        {
          raw: { method: 'GET', path: '/narrow', headers: [['origin', 'https://b.example']] },
          expect: { vary: { includes: ['origin'] } },
        },
        { raw: { method: 'GET', path: '/narrow', headers: [] }, expect: { vary: { includes: ['origin'] } } },
      ],
    },
    {
      id: 'routes/requested-method-alone',
      requirement: 'Where paths have policies of their own, a preflight names the requested method and no other.',
      kind: 'observe',
      spec: [specAnchors.allowMethods, specAnchors.corsPreflightCache],
      policy: threeRoutes,
      needs: ['routes'],
      steps: [
        {
          raw: {
            method: 'OPTIONS',
            path: '/narrow',
            headers: [
              ['origin', 'https://b.example'],
              ['access-control-request-method', 'PATCH'],
            ],
          },
          expect: { status: 'ok', headers: { 'access-control-allow-methods': 'PATCH' } },
        },
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
        {
          page: 'https://a.example',
          request: { path: '/narrow', headers: [['x-narrow', '1']] },
          expect: { outcome: 'readable' },
        },
        {
          page: 'https://a.example',
          request: { path: '/narrow', headers: [['x-token', '1']] },
          expect: { outcome: 'preflight-refused' },
        },
      ],
    },
  ],
} as const satisfies ConformanceSuite
