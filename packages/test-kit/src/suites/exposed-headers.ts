import type { ConformanceSuite } from '../conformance-case.ts'
import { specAnchors } from '../spec-anchors.ts'
import { anyOrigin, oneOrigin, twoOrigins, twoOriginsWithCredentials } from './policies.ts'

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
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data' },
          expect: { outcome: 'readable', exposed: { includes: ['x-exam'], excludes: ['etag'] } },
        },
      ],
    },
    {
      id: 'exposed-headers/several-readable',
      requirement: 'A page can read several listed response headers.',
      kind: 'must',
      spec: [specAnchors.exposeHeaders, specAnchors.corsFilteredResponse],
      policy: { ...twoOrigins, exposeHeaders: ['ETag', 'X-Exam'] },
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data' },
          expect: { outcome: 'readable', exposed: { includes: ['etag', 'x-exam'] } },
        },
      ],
    },
    {
      id: 'exposed-headers/none-readable',
      requirement: 'With none listed, a page can read the safelisted response headers only.',
      kind: 'must',
      spec: [specAnchors.exposeHeaders, specAnchors.corsFilteredResponse],
      policy: { ...twoOrigins, exposeHeaders: [] },
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data' },
          expect: { outcome: 'readable', exposed: { includes: ['content-type'], excludes: ['x-exam', 'etag'] } },
        },
      ],
    },
    {
      id: 'exposed-headers/readable-with-credentials',
      requirement: 'A page can read the listed headers of a credentialed response.',
      kind: 'must',
      spec: [specAnchors.exposeHeaders, specAnchors.corsFilteredResponse],
      policy: twoOriginsWithCredentials,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', credentials: 'include' },
          expect: { outcome: 'readable', exposed: { includes: ['x-exam'] } },
        },
      ],
    },
    {
      id: 'exposed-headers/readable-after-preflight',
      requirement: 'A page can read the listed headers of the response that follows a preflight.',
      kind: 'must',
      spec: [specAnchors.exposeHeaders],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'PUT' },
          expect: { outcome: 'readable', exposed: { includes: ['x-exam'] } },
        },
      ],
    },
    {
      id: 'exposed-headers/any-origin',
      requirement: "With '*' a page on any origin can read the listed headers and not the others.",
      kind: 'must',
      spec: [specAnchors.exposeHeaders],
      policy: anyOrigin,
      steps: [
        {
          page: 'https://anywhere.example',
          request: { path: '/data' },
          expect: { outcome: 'readable', exposed: { includes: ['x-exam'], excludes: ['etag'] } },
        },
      ],
    },
    {
      id: 'exposed-headers/one-origin',
      requirement: 'A page on the one listed origin can read the listed headers.',
      kind: 'must',
      spec: [specAnchors.exposeHeaders],
      policy: oneOrigin,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data' },
          expect: { outcome: 'readable', exposed: { includes: ['x-exam'], excludes: ['etag'] } },
        },
      ],
    },
    {
      id: 'exposed-headers/not-for-refused',
      requirement: 'A refused origin is not told which headers would be exposed.',
      kind: 'should',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [
        {
          raw: { method: 'GET', path: '/data', headers: [['origin', 'https://evil.example']] },
          expect: { headers: { 'access-control-expose-headers': null } },
        },
      ],
    },
  ],
} as const satisfies ConformanceSuite
