import type { ConformanceSuite } from '../cases/conformance-case.ts'
import { advisoryAddress } from '../cases/advisory-address.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { anyOrigin, twoOrigins } from './policies.ts'
import { get } from './steps.ts'

/** What becomes of the application's own `Vary` beside what CORS has to add. */
export const ownVary = {
  id: 'own-vary',
  title: 'Applications with Vary of their own',
  cases: [
    {
      id: 'own-vary/kept',
      requirement: 'What the application adds to Vary is kept beside Origin.',
      kind: 'must',
      spec: [specAnchors.httpVary, advisoryAddress('Play 2017-10-05')],
      advisories: ['Play 2017-10-05'],
      policy: twoOrigins,
      steps: [
        get(
          'https://a.example',
          { status: 200, vary: { includes: ['accept-encoding', 'origin'] } },
          { path: '/own-vary' },
        ),
        get(null, { status: 200, vary: { includes: ['accept-encoding'] } }, { path: '/own-vary' }),
      ],
    },
    {
      id: 'own-vary/kept-where-nothing-is-added',
      requirement: 'What the application adds to Vary is kept where CORS has nothing to say there.',
      kind: 'must',
      spec: [specAnchors.httpVary],
      policy: anyOrigin,
      steps: [
        get('https://a.example', { status: 200, vary: { includes: ['accept-encoding'] } }, { path: '/own-vary' }),
      ],
    },
    {
      id: 'own-vary/replacing-kept',
      requirement: "The application's own Vary is kept where it replaces what was there.",
      kind: 'must',
      spec: [specAnchors.httpVary],
      policy: twoOrigins,
      steps: ['https://a.example', null].map((origin) =>
        get(origin, { status: 200, vary: { includes: ['accept-encoding'] } }, { path: '/own-vary-replacing' }),
      ),
    },
    {
      id: 'own-vary/origin-kept-where-replaced',
      requirement:
        'An application that replaces Vary, as it may without a thought of CORS, does not take Origin out of it.',
      kind: 'should',
      spec: [specAnchors.httpVary, specAnchors.httpCaches],
      policy: twoOrigins,
      steps: ['https://a.example', 'https://b.example'].map((origin) =>
        get(origin, { status: 200, vary: { includes: ['origin'] } }, { path: '/own-vary-replacing' }),
      ),
    },
    {
      id: 'own-vary/not-doubled',
      requirement: "Origin is not added to the application's own Vary where it is there already, in whatever case.",
      kind: 'observe',
      spec: [specAnchors.httpVary],
      policy: twoOrigins,
      steps: [
        get(
          'https://a.example',
          { status: 200, vary: { includes: ['origin'], unique: true } },
          { path: '/own-vary-origin' },
        ),
      ],
    },
    {
      id: 'own-vary/star-kept',
      requirement: "The application's own Vary: * is kept.",
      kind: 'must',
      spec: [specAnchors.httpVary],
      policy: twoOrigins,
      steps: [get('https://a.example', { status: 200, vary: { includes: ['*'] } }, { path: '/own-vary-star' })],
    },
    {
      id: 'own-vary/kept-for-refused',
      requirement: 'What the application adds to Vary is kept where the origin is refused.',
      kind: 'should',
      spec: [specAnchors.httpVary],
      policy: twoOrigins,
      steps: [get('https://evil.example', { vary: { includes: ['accept-encoding'] } }, { path: '/own-vary' })],
    },
    {
      id: 'own-vary/on-origin-kept',
      requirement: "The application's own Vary: Origin is kept where CORS would need none.",
      kind: 'must',
      spec: [specAnchors.httpVary],
      policy: anyOrigin,
      steps: [
        get('https://a.example', { status: 200, vary: { includes: ['origin'] } }, { path: '/own-vary-origin' }),
        get(null, { status: 200, vary: { includes: ['origin'] } }, { path: '/own-vary-origin' }),
      ],
    },
    {
      id: 'own-vary/in-one-call-kept',
      requirement: 'A Vary that the application gives in one call with the status does not take Origin out of it.',
      kind: 'should',
      spec: [specAnchors.httpVary, specAnchors.httpCaches],
      policy: twoOrigins,
      needs: ['write-head'],
      steps: [
        get(
          'https://a.example',
          { status: 200, vary: { includes: ['accept', 'origin'] } },
          { path: '/write-head-vary' },
        ),
        get(null, { status: 200, vary: { includes: ['accept'] } }, { path: '/write-head-vary' }),
      ],
    },
    {
      id: 'own-vary/of-request-not-copied',
      requirement: 'A Vary in the request does not come back.',
      kind: 'should',
      spec: [specAnchors.httpVary],
      policy: twoOrigins,
      steps: [get('https://a.example', { vary: { excludes: ['x-evil'] } }, { headers: [['vary', 'X-Evil']] })],
    },
  ],
} as const satisfies ConformanceSuite
