import type { ConformanceSuite } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { anyOrigin, oneOrigin, twoOrigins, twoOriginsWithCredentials } from './policies.ts'
import { blocked, get, readable } from './steps.ts'

/** Whether CORS reaches every response, however the application makes it. */
export const integration = {
  id: 'integration',
  title: 'Every kind of response',
  cases: [
    {
      id: 'integration/error-readable',
      requirement: 'A page can read the response of an error that the application throws.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [
        readable('https://a.example', { path: '/error' }, { response: { status: 500 } }),
        blocked('https://evil.example', { path: '/error' }),
      ],
    },
    {
      id: 'integration/error-readable-by-anyone',
      requirement: "With '*' any page can read the response of an error.",
      kind: 'must',
      spec: [specAnchors.responses],
      policy: anyOrigin,
      steps: [readable('https://anywhere.example', { path: '/error' }, { response: { status: 500 } })],
    },
    {
      id: 'integration/error-readable-with-credentials',
      requirement: 'A page can read the response of an error to a credentialed request.',
      kind: 'must',
      spec: [specAnchors.responses, specAnchors.credentials],
      policy: twoOriginsWithCredentials,
      steps: [readable('https://a.example', { path: '/error', credentials: 'include' }, { response: { status: 500 } })],
    },
    {
      id: 'integration/missing-readable',
      requirement: "A page can read the framework's own 404, because a policy without paths holds for all of them.",
      kind: 'must',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [
        readable('https://a.example', { path: '/missing' }, { response: { status: 404 } }),
        readable('https://a.example', { path: '/missing', method: 'HEAD' }, { response: { status: 404 } }),
        blocked('https://evil.example', { path: '/missing' }),
      ],
    },
    {
      id: 'integration/not-modified-readable',
      requirement: 'A page that revalidates by itself can read the 304.',
      kind: 'must',
      spec: [specAnchors.httpNetworkOrCacheFetch, specAnchors.corsCheck],
      policy: twoOrigins,
      steps: [
        readable(
          'https://a.example',
          { path: '/not-modified', headers: [['if-none-match', '"exam"']] },
          { response: { status: 304 } },
        ),
      ],
    },
    {
      id: 'integration/head-readable',
      requirement: 'A page can read the headers of a response to HEAD.',
      kind: 'must',
      spec: [specAnchors.httpHead, specAnchors.corsCheck],
      policy: twoOrigins,
      steps: [
        readable(
          'https://a.example',
          { method: 'HEAD' },
          { exposed: { includes: ['x-exam'] }, response: { status: 200 } },
        ),
      ],
    },
    {
      id: 'integration/stream-readable',
      requirement: 'A page can read a streamed response to its end.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [
        readable(
          'https://a.example',
          { path: '/stream' },
          { exposed: { includes: ['x-exam'] }, response: { status: 200, bodyIncludes: 'three' } },
        ),
      ],
    },
    {
      id: 'integration/write-head-readable',
      requirement: 'A page can read a response whose status and headers the application gives in one call.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      needs: ['write-head'],
      steps: [
        readable(
          'https://a.example',
          { path: '/write-head' },
          { exposed: { includes: ['x-exam'] }, response: { status: 200, headers: { 'x-exam': '1' } } },
        ),
        blocked('https://evil.example', { path: '/write-head' }),
      ],
    },
    {
      id: 'integration/write-head-readable-by-anyone',
      requirement: "With '*' any page can read a response whose status and headers the application gives in one call.",
      kind: 'must',
      spec: [specAnchors.responses],
      policy: anyOrigin,
      needs: ['write-head'],
      steps: [readable('https://anywhere.example', { path: '/write-head' })],
    },
    {
      id: 'integration/write-head-readable-by-one-origin',
      requirement: 'With one listed origin its pages can read what the application gives in one call.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: oneOrigin,
      needs: ['write-head'],
      steps: [readable('https://a.example', { path: '/write-head' })],
    },
    {
      id: 'integration/write-head-readable-with-credentials',
      requirement: 'A page can read what the application gives in one call to a credentialed request.',
      kind: 'must',
      spec: [specAnchors.responses, specAnchors.credentials],
      policy: twoOriginsWithCredentials,
      needs: ['write-head'],
      steps: [readable('https://a.example', { path: '/write-head', credentials: 'include' })],
    },
    {
      id: 'integration/one-origin-everywhere',
      requirement: 'With one listed origin its pages can read errors, redirects and streams too.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: oneOrigin,
      steps: [
        readable('https://a.example', { path: '/error' }),
        readable('https://a.example', { path: '/unauthorized' }),
        readable('https://a.example', { path: '/redirect' }),
        readable('https://a.example', { path: '/stream' }),
      ],
    },
    {
      id: 'integration/application-untouched',
      requirement: "The application's own status, headers and body arrive as it made them.",
      kind: 'must',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [
        get('https://a.example', { status: 200, headers: { 'x-exam': '1', etag: '"exam"' }, bodyIncludes: 'exam' }),
        get(null, { status: 302 }, { path: '/redirect' }),
      ],
    },
    {
      id: 'integration/every-method-readable',
      requirement: 'A page can read the responses to all the methods that are listed.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: { ...twoOrigins, allowMethods: ['PUT', 'PATCH', 'DELETE'] },
      steps: ['PUT', 'PATCH', 'DELETE'].map((method) =>
        readable(
          'https://a.example',
          { method },
          { exposed: { includes: ['x-exam'] }, response: { status: 200, bodyIncludes: 'exam' } },
        ),
      ),
    },
    {
      id: 'integration/no-content-readable',
      requirement: 'A page can read a response without content.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [
        readable(
          'https://a.example',
          { path: '/no-content' },
          { exposed: { includes: ['x-exam'] }, response: { status: 204 } },
        ),
        blocked('https://evil.example', { path: '/no-content' }),
      ],
    },
    {
      id: 'integration/created-readable',
      requirement: 'A page can read that something was created.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [
        readable(
          'https://a.example',
          { path: '/created', method: 'POST', headers: [['content-type', 'application/json']], body: '{}' },
          { response: { status: 201 } },
        ),
      ],
    },
    {
      id: 'integration/unauthorized-readable',
      requirement: 'A page can read that authentication is missing.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [
        readable('https://a.example', { path: '/unauthorized' }, { response: { status: 401 } }),
        readable(
          'https://a.example',
          { path: '/unauthorized', headers: [['authorization', 'Bearer 1']] },
          { response: { status: 401 } },
        ),
        blocked('https://evil.example', { path: '/unauthorized' }),
      ],
    },
    {
      id: 'integration/head-of-errors-readable',
      requirement: 'A page can read the responses to HEAD of a path that throws, and of one that asks who it is.',
      kind: 'must',
      spec: [specAnchors.httpHead, specAnchors.responses],
      policy: twoOrigins,
      steps: [
        readable('https://a.example', { path: '/error', method: 'HEAD' }, { response: { status: 500 } }),
        readable('https://a.example', { path: '/unauthorized', method: 'HEAD' }, { response: { status: 401 } }),
      ],
    },
    {
      id: 'integration/everything-with-credentials',
      requirement: 'A page can read every kind of response to a credentialed request.',
      kind: 'must',
      spec: [specAnchors.responses, specAnchors.credentials],
      policy: twoOriginsWithCredentials,
      steps: ['/stream', '/no-content', '/unauthorized', '/not-modified'].map((path) =>
        readable('https://a.example', { path, credentials: 'include' }),
      ),
    },
    {
      id: 'integration/nothing-for-unlisted',
      requirement: 'A page on an origin that is not listed can read no kind of response.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: twoOrigins,
      steps: ['/error', '/missing', '/redirect', '/stream', '/not-modified', '/own-vary'].map((path) =>
        blocked('https://evil.example', { path }),
      ),
    },
    {
      id: 'integration/stream-whole',
      requirement: 'A streamed response arrives whole, in the order in which it was written.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [get('https://a.example', { status: 200, bodyIncludes: 'one\ntwo\nthree\n' }, { path: '/stream' })],
    },
    {
      id: 'integration/own-headers-kept',
      requirement: "The application's own headers arrive beside those of CORS, whoever asks.",
      kind: 'must',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [
        get('https://a.example', { status: 401, headers: { 'www-authenticate': 'Bearer' } }, { path: '/unauthorized' }),
        get(
          null,
          { status: 200, headers: { 'cache-control': 'max-age=60', pragma: 'no-cache' } },
          { path: '/safelisted' },
        ),
      ],
    },
  ],
} as const satisfies ConformanceSuite
