import type { ConformanceSuite } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { oneOrigin, twoOrigins } from './policies.ts'
import { get, preflight, readable, refused } from './steps.ts'

/** What counts as a CORS-preflight request, and how one is answered. */
export const preflightRequests = {
  id: 'preflight-requests',
  title: 'CORS-preflight requests',
  cases: [
    {
      id: 'preflight-requests/allowed-put-readable',
      requirement: 'A PUT from a listed origin passes its preflight and can be read.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: [
        readable(
          'https://a.example',
          { method: 'PUT' },
          { preflightResponse: { status: 'ok' }, response: { status: 200 } },
        ),
      ],
    },
    {
      id: 'preflight-requests/unlisted-origin-refused',
      requirement: 'A PUT from an origin that is not listed fails its preflight and is never sent.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch, specAnchors.corsCheck],
      policy: twoOrigins,
      steps: [refused('https://evil.example', { method: 'PUT' }), refused('null', { method: 'PUT' })],
    },
    {
      id: 'preflight-requests/other-than-one-origin-refused',
      requirement: 'With one listed origin, a PUT from another fails its preflight.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch, specAnchors.corsCheck],
      policy: oneOrigin,
      steps: [readable('https://a.example', { method: 'PUT' }), refused('https://b.example', { method: 'PUT' })],
    },
    {
      id: 'preflight-requests/allowed-not-handled',
      requirement: 'A preflight that is allowed is answered before the application: its handlers see the PUT alone.',
      kind: 'should',
      spec: [specAnchors.corsPreflightRequest],
      policy: twoOrigins,
      needs: ['handled'],
      steps: [
        readable(
          'https://a.example',
          { method: 'PUT' },
          { preflightResponse: { handled: false }, response: { handled: true } },
        ),
      ],
    },
    {
      id: 'preflight-requests/refused-not-handled',
      requirement: 'A preflight that is refused never reaches the application.',
      kind: 'should',
      spec: [specAnchors.corsPreflightRequest],
      policy: twoOrigins,
      needs: ['handled'],
      steps: [refused('https://evil.example', { method: 'PUT' }, { preflightResponse: { handled: false } })],
    },
    {
      id: 'preflight-requests/refused-is-forbidden',
      requirement: 'A preflight whose origin is refused is answered with 403.',
      kind: 'observe',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [preflight('https://evil.example', 'PUT', { status: 403 })],
    },
    {
      id: 'preflight-requests/refused-tells-nothing',
      requirement: 'A preflight whose origin is refused learns nothing of the policy.',
      kind: 'observe',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [preflight('https://evil.example', 'PUT', { onlyAccessControl: [] })],
    },
    {
      id: 'preflight-requests/allowed-says-what-is-needed',
      requirement: 'A successful preflight carries the headers that belong to preflights and no others.',
      kind: 'observe',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [
        preflight('https://a.example', 'PUT', {
          status: 'ok',
          onlyAccessControl: [
            'access-control-allow-origin',
            'access-control-allow-methods',
            'access-control-allow-headers',
            'access-control-max-age',
          ],
        }),
      ],
    },
    {
      id: 'preflight-requests/actual-says-what-is-needed',
      requirement: 'A response that is not to a preflight carries no headers that belong to preflights.',
      kind: 'observe',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [
        get('https://a.example', {
          onlyAccessControl: ['access-control-allow-origin', 'access-control-expose-headers'],
        }),
        get(
          'https://a.example',
          { onlyAccessControl: ['access-control-allow-origin', 'access-control-expose-headers'] },
          { method: 'PUT' },
        ),
      ],
    },
    {
      id: 'preflight-requests/empty-request-method',
      requirement: 'An OPTIONS request with an empty Access-Control-Request-Method is a preflight and not handled.',
      kind: 'observe',
      spec: [specAnchors.corsPreflightRequest, specAnchors.requestMethod],
      policy: twoOrigins,
      needs: ['handled'],
      steps: [preflight('https://a.example', '', { handled: false })],
    },
    {
      id: 'preflight-requests/unknown-path-readable',
      requirement: 'The preflight of a path that does not exist passes, so that the page can read the 404.',
      kind: 'should',
      spec: [specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: [readable('https://a.example', { path: '/missing', method: 'PUT' }, { response: { status: 404 } })],
    },
    {
      id: 'preflight-requests/status-as-configured',
      requirement: 'A successful preflight has the status that the policy asks for.',
      kind: 'should',
      spec: [specAnchors.responses],
      policy: { ...twoOrigins, preflightStatus: 200 },
      needs: ['preflight-status'],
      steps: [readable('https://a.example', { method: 'PUT' }, { preflightResponse: { status: 200 } })],
    },
    {
      id: 'preflight-requests/no-content-without-length',
      requirement: 'A preflight answered with 204, as the policy asks, has no Content-Length.',
      kind: 'should',
      spec: [specAnchors.httpContentLength],
      policy: { ...twoOrigins, preflightStatus: 204 },
      needs: ['preflight-status'],
      steps: [
        readable(
          'https://a.example',
          { method: 'PUT' },
          { preflightResponse: { status: 204, headers: { 'content-length': null } } },
        ),
      ],
    },
    {
      id: 'preflight-requests/no-private-network',
      requirement: 'Nothing is granted to a request for private-network access, which no policy of the exam speaks of.',
      kind: 'should',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [
        preflight(
          'https://a.example',
          'PUT',
          { headers: { 'access-control-allow-private-network': null } },
          { headers: [['access-control-request-private-network', 'true']] },
        ),
      ],
    },
    {
      id: 'preflight-requests/with-query',
      requirement: 'A query in the URL does not change how a preflight is answered.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: [
        readable('https://a.example', { path: '/data?page=1', method: 'PUT' }, { response: { status: 200 } }),
        refused('https://evil.example', { path: '/data?page=1', method: 'PUT' }),
      ],
    },
    {
      id: 'preflight-requests/steady',
      requirement: 'A preflight is answered by its own request alone, not by the preflights before it.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: [
        readable('https://a.example', { method: 'PUT' }),
        refused('https://evil.example', { method: 'PUT' }),
        readable('https://b.example', { method: 'PUT' }),
        refused('https://a.example', { method: 'DELETE' }),
        readable('https://a.example', { method: 'PUT' }),
      ],
    },
    {
      id: 'preflight-requests/not-remembered',
      requirement: 'The response to a PUT is shared whether or not a preflight came before: browsers keep preflights.',
      kind: 'must',
      spec: [specAnchors.corsPreflightCache, specAnchors.responses],
      policy: twoOrigins,
      steps: [
        get(
          'https://a.example',
          { status: 200, headers: { 'access-control-allow-origin': 'https://a.example' } },
          { method: 'PUT' },
        ),
      ],
    },
    {
      id: 'preflight-requests/throwing-path-readable',
      requirement: 'The preflight of a path whose handler throws passes, so that the page can read the error.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch, specAnchors.responses],
      policy: twoOrigins,
      steps: [
        readable('https://a.example', { path: '/error', headers: [['x-token', '1']] }, { response: { status: 500 } }),
      ],
    },
    {
      id: 'preflight-requests/guarded-path-readable',
      requirement:
        'The preflight of a path that asks for authentication passes without: no preflight carries credentials.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch, specAnchors.credentials],
      policy: twoOrigins,
      steps: [
        readable(
          'https://a.example',
          { path: '/unauthorized', headers: [['authorization', 'Bearer 1']] },
          { preflightResponse: { status: 'ok' }, response: { status: 401 } },
        ),
      ],
    },
    {
      id: 'preflight-requests/moved-path-readable',
      requirement: 'The preflight of a path that is moved is not redirected, so that the page can follow its PUT.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch, specAnchors.httpRedirectFetch],
      policy: twoOrigins,
      steps: [
        readable(
          'https://a.example',
          { path: '/moved', method: 'PUT' },
          { preflightResponse: { status: 'ok' }, response: { status: 200 } },
        ),
      ],
    },
    {
      id: 'preflight-requests/method-without-handler-readable',
      requirement:
        'The preflight of a method that the path does not handle passes, so that the page can read the refusal.',
      kind: 'should',
      spec: [specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: [
        readable('https://a.example', { path: '/stream', method: 'PUT' }, { response: { status: [404, 405, 501] } }),
      ],
    },
    {
      id: 'preflight-requests/no-private-network-on-actual',
      requirement: 'No response that is not to a preflight speaks of private-network access.',
      kind: 'should',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [
        get(
          'https://a.example',
          { headers: { 'access-control-allow-private-network': null } },
          { headers: [['access-control-request-private-network', 'true']] },
        ),
      ],
    },
  ],
} as const satisfies ConformanceSuite
