import type { ConformanceSuite } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { twoOrigins, twoOriginsWithCredentials } from './policies.ts'
import { blocked, get, readable } from './steps.ts'

/** Whether pages can follow redirects, each of which is a response that has to be shared. */
export const redirects = {
  id: 'redirects',
  title: 'Redirects',
  cases: [
    {
      id: 'redirects/found-readable',
      requirement: 'A page can follow a redirect: the redirect passes the CORS check too.',
      kind: 'must',
      spec: [specAnchors.httpFetch, specAnchors.httpRedirectFetch],
      policy: twoOrigins,
      steps: [readable('https://a.example', { path: '/redirect' }, { response: { status: 200 } })],
    },
    {
      id: 'redirects/see-other-readable',
      requirement: 'A page can follow a redirect that turns its POST into a GET.',
      kind: 'must',
      spec: [specAnchors.httpRedirectFetch],
      policy: twoOrigins,
      steps: [
        readable(
          'https://a.example',
          { path: '/see-other', method: 'POST', headers: [['content-type', 'text/plain']], body: 'note' },
          { response: { status: 200 } },
        ),
      ],
    },
    {
      id: 'redirects/moved-readable',
      requirement: 'A page can follow a redirect that keeps its method and headers, which takes a second preflight.',
      kind: 'must',
      spec: [specAnchors.httpRedirectFetch, specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: [
        readable(
          'https://a.example',
          { path: '/moved', method: 'PATCH', headers: [['x-token', '1']] },
          { response: { status: 200 } },
        ),
      ],
    },
    {
      id: 'redirects/readable-with-credentials',
      requirement: 'A page can follow a redirect with credentials.',
      kind: 'must',
      spec: [specAnchors.httpRedirectFetch, specAnchors.credentials],
      policy: twoOriginsWithCredentials,
      steps: [
        readable('https://a.example', { path: '/redirect', credentials: 'include' }, { response: { status: 200 } }),
      ],
    },
    {
      id: 'redirects/unlisted-blocked',
      requirement: 'A page on an origin that is not listed cannot follow a redirect.',
      kind: 'must',
      spec: [specAnchors.httpRedirectFetch, specAnchors.corsCheck],
      policy: twoOrigins,
      steps: [
        blocked('https://evil.example', { path: '/redirect' }),
        get(
          'https://evil.example',
          { headers: { 'access-control-allow-origin': { noneOf: ['https://evil.example', '*'] } } },
          { path: '/redirect' },
        ),
      ],
    },
  ],
} as const satisfies ConformanceSuite
