import type { ConformanceSuite } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { anyOrigin, oneOrigin, twoOrigins, twoOriginsWithCredentials } from './policies.ts'
import { blocked, get, preflight, readable } from './steps.ts'

/** An application, or a server behind it, that sets `Access-Control-*` itself: two layers of CORS on one response. */
export const ownCors = {
  id: 'own-cors',
  title: 'Applications with CORS headers of their own',
  cases: [
    {
      id: 'own-cors/not-doubled',
      requirement: 'An Access-Control-Allow-Origin of the application and that of the policy do not come together.',
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.headerListGet],
      policy: { allowOrigins: ['https://upstream.example', 'https://a.example'] },
      needs: ['own-cors'],
      steps: [readable('https://upstream.example', { path: '/own-cors' })],
    },
    {
      id: 'own-cors/not-mixed',
      requirement:
        "An application's Access-Control-Allow-Credentials does not join the policy's Access-Control-Allow-Origin.",
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.credentials],
      policy: twoOrigins,
      needs: ['own-cors'],
      steps: [blocked('https://a.example', { path: '/own-cors', credentials: 'include' })],
    },
    {
      id: 'own-cors/replaced',
      requirement: "Where the policy speaks, it alone is heard: the application's own CORS headers are replaced.",
      kind: 'should',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      needs: ['own-cors'],
      steps: [
        readable(
          'https://a.example',
          { path: '/own-cors' },
          {
            exposed: { includes: ['x-exam'] },
            response: {
              onlyAccessControl: ['access-control-allow-origin', 'access-control-expose-headers'],
              headers: { 'access-control-expose-headers': 'x-exam' },
            },
          },
        ),
        blocked('https://upstream.example', { path: '/own-cors' }),
      ],
    },
    {
      id: 'own-cors/star-not-doubled',
      requirement: "The application's '*' and that of the policy do not come together.",
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.headerListGet],
      policy: anyOrigin,
      needs: ['own-cors'],
      steps: [
        readable('https://anywhere.example', { path: '/own-cors-star' }, { response: { status: 200 } }),
        readable('null', { path: '/own-cors-star' }),
      ],
    },
    {
      id: 'own-cors/star-and-listed-origin-not-together',
      requirement: "The application's '*' and an origin that the policy lists do not come together.",
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.headerListGet],
      policy: twoOrigins,
      needs: ['own-cors'],
      steps: [
        readable('https://a.example', { path: '/own-cors-star' }, { response: { status: 200 } }),
        readable('https://b.example', { path: '/own-cors-star' }),
      ],
    },
    {
      id: 'own-cors/in-one-call-not-doubled',
      requirement:
        'CORS headers that the application gives in one call with the status do not join those of the policy.',
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.headerListGet],
      policy: { allowOrigins: ['https://upstream.example', 'https://a.example'] },
      needs: ['own-cors', 'write-head'],
      steps: [readable('https://upstream.example', { path: '/own-cors-write-head' }, { response: { status: 200 } })],
    },
    {
      id: 'own-cors/in-one-call-not-mixed',
      requirement: 'Allowed credentials that the application gives in one call with the status do not join the policy.',
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.credentials],
      policy: twoOrigins,
      needs: ['own-cors', 'write-head'],
      steps: [blocked('https://a.example', { path: '/own-cors-write-head', credentials: 'include' })],
    },
    {
      id: 'own-cors/in-one-call-replaced',
      requirement:
        'CORS headers that the application gives in one call with the status are replaced by those of the policy.',
      kind: 'should',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      needs: ['own-cors', 'write-head'],
      steps: [
        readable(
          'https://a.example',
          { path: '/own-cors-write-head' },
          {
            exposed: { includes: ['x-exam'] },
            response: {
              onlyAccessControl: ['access-control-allow-origin', 'access-control-expose-headers'],
              headers: { 'access-control-expose-headers': 'x-exam' },
            },
          },
        ),
      ],
    },
    {
      id: 'own-cors/star-not-for-unlisted',
      requirement: "The application's '*' does not open to everybody what the policy opens to some.",
      kind: 'should',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      needs: ['own-cors'],
      steps: [blocked('https://evil.example', { path: '/own-cors-star' }), blocked('null', { path: '/own-cors-star' })],
    },
    {
      id: 'own-cors/one-origin-kept',
      requirement: 'With one listed origin, its pages can read what the application would share with another.',
      kind: 'should',
      spec: [specAnchors.responses],
      policy: oneOrigin,
      needs: ['own-cors'],
      steps: [
        readable('https://a.example', { path: '/own-cors' }),
        blocked('https://upstream.example', { path: '/own-cors' }),
      ],
    },
    {
      id: 'own-cors/credentials-kept',
      requirement:
        'With credentials, a listed origin can read what the application would share with everybody without.',
      kind: 'should',
      spec: [specAnchors.corsCheck, specAnchors.credentials],
      policy: twoOriginsWithCredentials,
      needs: ['own-cors'],
      steps: [readable('https://a.example', { path: '/own-cors-star', credentials: 'include' })],
    },
    {
      id: 'own-cors/consistent',
      requirement:
        'Responses of an application with CORS headers of its own to two listed origins vary on Origin where they differ.',
      kind: 'must',
      spec: [specAnchors.httpCaches, specAnchors.httpVary],
      policy: twoOrigins,
      needs: ['own-cors'],
      steps: ['https://a.example', 'https://b.example'].map((origin) => get(origin, {}, { path: '/own-cors' })),
      across: { varyWhereDifferent: 'origin' },
    },
    {
      id: 'own-cors/without-origin-replaced',
      requirement:
        "A response to no origin carries none of the application's own CORS headers: caches keep it for pages.",
      kind: 'should',
      spec: [specAnchors.httpCaches],
      policy: twoOrigins,
      needs: ['own-cors'],
      steps: [get(null, { onlyAccessControl: [] }, { path: '/own-cors' })],
    },
    {
      id: 'own-cors/not-asked-in-preflights',
      requirement: 'The preflight of a path with CORS headers of its own is answered by the policy alone.',
      kind: 'should',
      spec: [specAnchors.corsPreflightRequest],
      policy: twoOrigins,
      needs: ['own-cors'],
      steps: [
        preflight(
          'https://a.example',
          'PUT',
          {
            status: 'ok',
            headers: {
              'access-control-allow-origin': 'https://a.example',
              'access-control-allow-methods': { noneOf: ['PURGE'] },
            },
          },
          { path: '/own-cors' },
        ),
      ],
    },
  ],
} as const satisfies ConformanceSuite
