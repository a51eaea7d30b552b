import type { ConformanceSuite } from '../cases/conformance-case.ts'
import type { CasePolicy } from '../exam/exam-policy.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { twoOrigins } from './policies.ts'
import { blocked, get, preflight, readable, refused } from './steps.ts'

/** A path that is closed under a policy for everybody. */
const openButLocked = {
  allowOrigins: '*',
  allowMethods: '*',
  routes: { '/locked': false },
} as const satisfies CasePolicy

/** A path that is open to all, beside one that is closed. */
const wideBesideLocked = {
  ...twoOrigins,
  routes: { '/wide': { allowOrigins: '*', allowMethods: ['PUT'] }, '/locked': false },
} as const satisfies CasePolicy

/** Paths whose policy is `false`, whatever the policy for the others and their preflights. */
export const closedRoutes = {
  id: 'closed-routes',
  title: 'Paths that are closed to CORS',
  cases: [
    {
      id: 'closed-routes/blocked',
      requirement: 'A path whose policy is false is readable for no page, although the one policy allows all.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: openButLocked,
      needs: ['routes'],
      steps: [blocked('https://anywhere.example', { path: '/locked' }), readable('https://anywhere.example')],
    },
    {
      id: 'closed-routes/preflight-refused',
      requirement: 'A path whose policy is false fails its preflights, although the one policy allows all.',
      kind: 'must',
      spec: [specAnchors.corsPreflightRequest],
      policy: openButLocked,
      needs: ['routes'],
      steps: [
        refused('https://anywhere.example', { path: '/locked', method: 'DELETE' }),
        readable('https://anywhere.example', { method: 'DELETE' }),
      ],
    },
    {
      id: 'closed-routes/not-handled',
      requirement: 'A preflight for a path whose policy is false never reaches the application.',
      kind: 'should',
      spec: [specAnchors.corsPreflightRequest],
      policy: openButLocked,
      needs: ['routes', 'handled'],
      steps: [
        refused(
          'https://anywhere.example',
          { path: '/locked', method: 'DELETE' },
          { preflightResponse: { handled: false } },
        ),
      ],
    },
    {
      id: 'closed-routes/served',
      requirement: 'A path whose policy is false still serves requests that are not CORS requests.',
      kind: 'must',
      spec: [specAnchors.corsRequest],
      policy: openButLocked,
      needs: ['routes'],
      steps: [get(null, { status: 200, bodyIncludes: 'exam' }, { path: '/locked' })],
    },
    {
      id: 'closed-routes/actual-not-shared',
      requirement: 'A path whose policy is false shares no response, to whatever method.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: openButLocked,
      needs: ['routes'],
      steps: ['GET', 'HEAD', 'POST', 'DELETE'].map((method) =>
        get(
          'https://anywhere.example',
          { headers: { 'access-control-allow-origin': { noneOf: ['https://anywhere.example', '*'] } } },
          { path: '/locked', method },
        ),
      ),
    },
    {
      id: 'closed-routes/says-nothing',
      requirement: 'A path whose policy is false sends no CORS headers at all.',
      kind: 'should',
      spec: [specAnchors.responses],
      policy: openButLocked,
      needs: ['routes'],
      steps: [
        get('https://anywhere.example', { onlyAccessControl: [] }, { path: '/locked' }),
        preflight('https://anywhere.example', 'DELETE', { onlyAccessControl: [] }, { path: '/locked' }),
      ],
    },
    {
      id: 'closed-routes/for-opaque-origins',
      requirement: 'A path whose policy is false is closed to opaque origins too.',
      kind: 'must',
      spec: [specAnchors.originHeader, specAnchors.responses],
      policy: openButLocked,
      needs: ['routes'],
      steps: [blocked('null', { path: '/locked' }), refused('null', { path: '/locked', method: 'DELETE' })],
    },
    {
      id: 'closed-routes/neighbours-preflight-opens-nothing',
      requirement: 'The preflight of one path opens nothing of its neighbour, whose policy is false.',
      kind: 'must',
      spec: [specAnchors.corsPreflightRequest, specAnchors.corsPreflightCache],
      policy: wideBesideLocked,
      needs: ['routes'],
      steps: [
        readable('https://anywhere.example', { path: '/wide', method: 'PUT' }),
        refused('https://anywhere.example', { path: '/locked', method: 'PUT' }),
        get(
          'https://anywhere.example',
          { headers: { 'access-control-allow-origin': { noneOf: ['https://anywhere.example', '*'] } } },
          { path: '/locked', method: 'PUT' },
        ),
        readable('https://anywhere.example', { path: '/wide', method: 'PUT' }),
      ],
    },
  ],
} as const satisfies ConformanceSuite
