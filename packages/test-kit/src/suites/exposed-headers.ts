import type { ConformanceSuite } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { anyOrigin, oneOrigin, subdomains, twoOrigins, twoOriginsWithCredentials } from './policies.ts'
import { get, readable } from './steps.ts'

/** Which response headers a page can read. */
export const exposedHeaders = {
  id: 'exposed-headers',
  title: 'Exposed response headers',
  cases: [
    {
      id: 'exposed-headers/listed-readable',
      requirement: 'A page can read the response headers that are listed and not the others.',
      kind: 'must',
      spec: [specAnchors.exposeHeaders, specAnchors.corsFilteredResponse],
      policy: twoOrigins,
      steps: [readable('https://a.example', {}, { exposed: { includes: ['x-exam'], excludes: ['etag'] } })],
    },
    {
      id: 'exposed-headers/several-readable',
      requirement: 'A page can read several listed response headers.',
      kind: 'must',
      spec: [specAnchors.exposeHeaders, specAnchors.corsFilteredResponse],
      policy: { ...twoOrigins, exposeHeaders: ['ETag', 'X-Exam'] },
      steps: [readable('https://a.example', {}, { exposed: { includes: ['etag', 'x-exam'] } })],
    },
    {
      id: 'exposed-headers/none-readable',
      requirement: 'With none listed, a page can read the safelisted response headers only.',
      kind: 'must',
      spec: [specAnchors.exposeHeaders, specAnchors.corsFilteredResponse],
      policy: { ...twoOrigins, exposeHeaders: [] },
      steps: [
        readable('https://a.example', {}, { exposed: { includes: ['content-type'], excludes: ['x-exam', 'etag'] } }),
      ],
    },
    {
      id: 'exposed-headers/readable-with-credentials',
      requirement: 'A page can read the listed headers of a credentialed response.',
      kind: 'must',
      spec: [specAnchors.exposeHeaders, specAnchors.corsFilteredResponse],
      policy: twoOriginsWithCredentials,
      steps: [readable('https://a.example', { credentials: 'include' }, { exposed: { includes: ['x-exam'] } })],
    },
    {
      id: 'exposed-headers/readable-after-preflight',
      requirement: 'A page can read the listed headers of the response that follows a preflight.',
      kind: 'must',
      spec: [specAnchors.exposeHeaders],
      policy: twoOrigins,
      steps: [readable('https://a.example', { method: 'PUT' }, { exposed: { includes: ['x-exam'] } })],
    },
    {
      id: 'exposed-headers/any-origin',
      requirement: "With '*' a page on any origin can read the listed headers and not the others.",
      kind: 'must',
      spec: [specAnchors.exposeHeaders],
      policy: anyOrigin,
      steps: [readable('https://anywhere.example', {}, { exposed: { includes: ['x-exam'], excludes: ['etag'] } })],
    },
    {
      id: 'exposed-headers/one-origin',
      requirement: 'A page on the one listed origin can read the listed headers.',
      kind: 'must',
      spec: [specAnchors.exposeHeaders],
      policy: oneOrigin,
      steps: [readable('https://a.example', {}, { exposed: { includes: ['x-exam'], excludes: ['etag'] } })],
    },
    {
      id: 'exposed-headers/not-for-refused',
      requirement: 'A refused origin is not told which headers would be exposed.',
      kind: 'should',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [get('https://evil.example', { headers: { 'access-control-expose-headers': null } })],
    },
    {
      id: 'exposed-headers/safelisted-readable',
      requirement: 'A page can read the safelisted response headers, which need no listing.',
      kind: 'must',
      spec: [specAnchors.corsFilteredResponse],
      policy: { ...twoOrigins, exposeHeaders: [] },
      steps: [
        readable(
          'https://a.example',
          { path: '/safelisted' },
          {
            exposed: {
              includes: ['cache-control', 'content-language', 'content-type', 'expires', 'last-modified', 'pragma'],
              excludes: ['x-exam'],
            },
          },
        ),
      ],
    },
    {
      id: 'exposed-headers/any-case',
      requirement: 'The case in which a response header is listed does not matter.',
      kind: 'must',
      spec: [specAnchors.exposeHeaders],
      policy: { ...twoOrigins, exposeHeaders: ['x-EXAM', 'etag'] },
      steps: [readable('https://a.example', {}, { exposed: { includes: ['x-exam', 'etag'] } })],
    },
    {
      id: 'exposed-headers/absent-listed',
      requirement: 'A listed header that a response does not have hides none of the others.',
      kind: 'must',
      spec: [specAnchors.exposeHeaders],
      policy: { ...twoOrigins, exposeHeaders: ['X-Absent', 'X-Exam', 'X-Other'] },
      steps: [readable('https://a.example', {}, { exposed: { includes: ['x-exam'], excludes: ['x-absent', 'etag'] } })],
    },
    {
      id: 'exposed-headers/of-created-readable',
      requirement: 'A page can read where what it has created is to be found, where Location is listed.',
      kind: 'must',
      spec: [specAnchors.exposeHeaders],
      policy: { ...twoOrigins, exposeHeaders: ['Location'] },
      steps: [
        readable(
          'https://a.example',
          { path: '/created', method: 'POST', headers: [['content-type', 'text/plain']], body: 'note' },
          { exposed: { includes: ['location'] }, response: { status: 201 } },
        ),
      ],
    },
    {
      id: 'exposed-headers/of-errors',
      requirement: 'The list of exposed headers comes with errors too.',
      kind: 'observe',
      spec: [specAnchors.exposeHeaders],
      policy: twoOrigins,
      steps: [
        get(
          'https://a.example',
          { lists: { 'access-control-expose-headers': { includes: ['x-exam'] } } },
          { path: '/error' },
        ),
        get(
          'https://a.example',
          { lists: { 'access-control-expose-headers': { includes: ['x-exam'] } } },
          { path: '/missing' },
        ),
      ],
    },
    {
      id: 'exposed-headers/of-unauthorized-readable',
      requirement: 'A page can read the listed headers of a 401.',
      kind: 'must',
      spec: [specAnchors.exposeHeaders],
      policy: { ...twoOrigins, exposeHeaders: ['WWW-Authenticate'] },
      steps: [
        readable(
          'https://a.example',
          { path: '/unauthorized' },
          { exposed: { includes: ['www-authenticate'] }, response: { status: 401 } },
        ),
      ],
    },
    {
      id: 'exposed-headers/with-patterns',
      requirement: 'A page on an origin that a pattern covers can read the listed headers.',
      kind: 'must',
      spec: [specAnchors.exposeHeaders],
      policy: subdomains,
      needs: ['allow-origins-patterns'],
      steps: [readable('https://x.a.example', {}, { exposed: { includes: ['x-exam'], excludes: ['etag'] } })],
    },
    {
      id: 'exposed-headers/not-more-with-credentials',
      requirement: 'A page cannot read headers of a credentialed response that are not listed.',
      kind: 'must',
      spec: [specAnchors.exposeHeaders, specAnchors.credentials],
      policy: twoOriginsWithCredentials,
      steps: [readable('https://a.example', { credentials: 'include' }, { exposed: { excludes: ['etag'] } })],
    },
  ],
} as const satisfies ConformanceSuite
