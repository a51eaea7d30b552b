import type { ConformanceSuite } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { anyHeader, anyMethod, everyHeaderExposed, twoOrigins, wildcards as wildcardPolicy } from './policies.ts'
import { asks, blocked, preflight, readable, refused } from './steps.ts'

/** What `'*'` stands for: everything without credentials, nothing but itself with them. */
export const wildcards = {
  id: 'wildcards',
  title: 'Wildcards in methods and headers',
  cases: [
    {
      id: 'wildcards/methods',
      requirement: "With '*' for methods every method passes its preflight.",
      kind: 'must',
      spec: [specAnchors.allowMethods, specAnchors.corsPreflightFetch],
      policy: anyMethod,
      steps: [readable('https://a.example', { method: 'PUT' }), readable('https://a.example', { method: 'DELETE' })],
    },
    {
      id: 'wildcards/headers',
      requirement: "With '*' for request headers every header passes its preflight but Authorization.",
      kind: 'must',
      spec: [specAnchors.allowHeaders, specAnchors.corsPreflightFetch],
      policy: anyHeader,
      steps: [
        readable('https://a.example', {
          headers: [
            ['x-anything', '1'],
            ['x-token', '1'],
          ],
        }),
      ],
    },
    {
      id: 'wildcards/headers-without-authorization',
      requirement: "'*' for request headers does not cover Authorization.",
      kind: 'should',
      spec: [specAnchors.corsNonWildcardRequestHeaderName],
      policy: anyHeader,
      steps: [refused('https://a.example', { headers: [['authorization', 'Bearer 1']] })],
    },
    {
      id: 'wildcards/headers-and-authorization',
      requirement: "'*' and Authorization side by side cover every request header.",
      kind: 'must',
      spec: [specAnchors.corsNonWildcardRequestHeaderName],
      policy: { ...anyHeader, allowHeaders: ['*', 'Authorization'] },
      steps: [
        readable('https://a.example', {
          headers: [
            ['authorization', 'Bearer 1'],
            ['x-anything', '1'],
          ],
        }),
      ],
    },
    {
      id: 'wildcards/exposed-headers',
      requirement: "With '*' every response header can be read.",
      kind: 'must',
      spec: [specAnchors.exposeHeaders, specAnchors.corsFilteredResponse],
      policy: everyHeaderExposed,
      steps: [readable('https://a.example', {}, { exposed: { includes: ['x-exam', 'etag'] } })],
    },
    {
      id: 'wildcards/nothing-reflected',
      requirement: "Without credentials '*' says it all, and no request header comes back.",
      kind: 'observe',
      spec: [specAnchors.headerSyntax],
      policy: wildcardPolicy,
      steps: [
        preflight(
          'https://a.example',
          'PUT',
          { headers: { 'access-control-allow-methods': '*', 'access-control-allow-headers': '*' } },
          { names: 'x-anything' },
        ),
      ],
    },
    {
      id: 'wildcards/not-where-not-written',
      requirement: 'A policy without wildcards is answered without wildcards, whatever is asked for.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: [
        refused('https://a.example', { method: 'DELETE', headers: [['x-anything', '1']] }),
        readable('https://a.example', {}, { exposed: { excludes: ['etag', 'vary'] } }),
      ],
    },
    {
      id: 'wildcards/methods-in-list',
      requirement: "'*' in a list of methods means every method.",
      kind: 'should',
      spec: [specAnchors.allowMethods],
      policy: { ...anyMethod, allowMethods: ['PUT', '*'] },
      steps: [asks('https://a.example', 'PUT', true), asks('https://a.example', 'DELETE', true)],
    },
    {
      id: 'wildcards/exposed-headers-in-list',
      requirement: "'*' in a list of exposed headers means every header.",
      kind: 'should',
      spec: [specAnchors.exposeHeaders],
      policy: { ...everyHeaderExposed, exposeHeaders: ['X-Exam', '*'] },
      steps: [readable('https://a.example', {}, { exposed: { includes: ['x-exam', 'etag'] } })],
    },
    {
      id: 'wildcards/custom-methods',
      requirement: "With '*' for methods those of the application pass too, in whatever case.",
      kind: 'should',
      spec: [specAnchors.allowMethods, specAnchors.corsPreflightFetch],
      policy: anyMethod,
      steps: ['PURGE', 'Refresh', 'patch'].map((method) => asks('https://a.example', method, true)),
    },
    {
      id: 'wildcards/json',
      requirement: "With '*' for request headers a POST of JSON passes its preflight.",
      kind: 'must',
      spec: [specAnchors.allowHeaders, specAnchors.corsSafelistedRequestHeader],
      policy: anyHeader,
      steps: [
        readable('https://a.example', { method: 'POST', headers: [['content-type', 'application/json']], body: '{}' }),
      ],
    },
    {
      id: 'wildcards/not-for-refused',
      requirement: "'*' for methods and request headers opens nothing to an origin that is not listed.",
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: wildcardPolicy,
      steps: [
        refused('https://evil.example', { method: 'PUT', headers: [['x-anything', '1']] }),
        blocked('https://evil.example'),
      ],
    },
    {
      id: 'wildcards/with-any-origin',
      requirement:
        "With '*' for origins, methods and headers any page may do and read what it likes, without credentials.",
      kind: 'must',
      spec: [specAnchors.headerSyntax, specAnchors.corsPreflightFetch],
      policy: { ...wildcardPolicy, allowOrigins: '*' },
      steps: [
        readable(
          'https://anywhere.example',
          { method: 'DELETE', headers: [['x-anything', '1']] },
          { exposed: { includes: ['etag'] } },
        ),
        refused('https://anywhere.example', { method: 'DELETE', credentials: 'include' }),
      ],
    },
    {
      id: 'wildcards/with-one-origin',
      requirement:
        "With one listed origin and '*' for methods and headers, that origin may use and read what it likes.",
      kind: 'must',
      spec: [specAnchors.headerSyntax, specAnchors.corsPreflightFetch],
      policy: { ...wildcardPolicy, allowOrigins: ['https://a.example'] },
      steps: [
        readable(
          'https://a.example',
          { method: 'DELETE', headers: [['x-anything', '1']] },
          { exposed: { includes: ['etag'] } },
        ),
        refused('https://b.example', { method: 'DELETE' }),
      ],
    },
  ],
} as const satisfies ConformanceSuite
