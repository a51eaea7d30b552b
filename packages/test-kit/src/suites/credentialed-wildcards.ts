import type { ConformanceSuite } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { wildcardsWithCredentials } from './policies.ts'
import { asks, preflight, readable, refused } from './steps.ts'

/** More names than any page sets. */
const manyNames = Array.from({ length: 129 }, (_, index) => `x-${String(index)}`).join(',')

/** What `*` for methods and request headers takes together with credentials, where browsers take it literally: an echo. */
export const credentialedWildcards = {
  id: 'credentialed-wildcards',
  title: 'Wildcards with credentials',
  cases: [
    {
      id: 'credentialed-wildcards/methods',
      requirement: "With credentials, where browsers take '*' literally, every method still passes its preflight.",
      kind: 'must',
      spec: [specAnchors.headerSyntax, specAnchors.corsPreflightFetch],
      policy: wildcardsWithCredentials,
      needs: ['credentialed-wildcards'],
      steps: [
        readable('https://a.example', { method: 'PUT', credentials: 'include' }),
        readable('https://a.example', { method: 'DELETE', credentials: 'include' }),
      ],
    },
    {
      id: 'credentialed-wildcards/headers',
      requirement:
        "With credentials, where browsers take '*' literally, every request header still passes, Authorization included.",
      kind: 'must',
      spec: [specAnchors.headerSyntax, specAnchors.corsPreflightFetch],
      policy: wildcardsWithCredentials,
      needs: ['credentialed-wildcards'],
      steps: [
        readable('https://a.example', {
          method: 'PUT',
          credentials: 'include',
          headers: [
            ['x-anything', '1'],
            ['authorization', 'Bearer 1'],
          ],
        }),
      ],
    },
    {
      id: 'credentialed-wildcards/not-for-refused',
      requirement: 'With credentials and wildcards, an origin that is not listed is still refused.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: wildcardsWithCredentials,
      needs: ['credentialed-wildcards'],
      steps: [
        refused('https://evil.example', { method: 'DELETE', credentials: 'include', headers: [['x-anything', '1']] }),
      ],
    },
    {
      id: 'credentialed-wildcards/any-order-and-space',
      requirement: 'An echo understands a list that is unsorted, spaced and has empty elements.',
      kind: 'should',
      spec: [specAnchors.requestHeaders, specAnchors.httpLists],
      policy: wildcardsWithCredentials,
      needs: ['credentialed-wildcards'],
      steps: [
        preflight(
          'https://a.example',
          'PUT',
          { status: 'ok', headers: { 'access-control-allow-headers': 'x-anything, x-token, x-trace' } },
          { names: 'x-trace ,\tx-anything,, x-token,' },
        ),
      ],
    },
    {
      id: 'credentialed-wildcards/well-formed',
      requirement: 'What is not a list of header names, or not a method, does not come back.',
      kind: 'should',
      spec: [specAnchors.headerSyntax],
      policy: wildcardsWithCredentials,
      needs: ['credentialed-wildcards'],
      steps: [
        preflight(
          'https://a.example',
          'PUT',
          { headers: { 'access-control-allow-headers': { noneOf: ['x-token, (no name)'] } } },
          { names: 'x-token, (no name)' },
        ),
        preflight('https://a.example', 'PUT, (no method)', {
          headers: { 'access-control-allow-methods': { noneOf: ['PUT, (no method)'] } },
        }),
      ],
    },
    {
      id: 'credentialed-wildcards/bounded',
      requirement: 'A list of header names too long for any page does not come back.',
      kind: 'should',
      spec: [specAnchors.requestHeaders],
      policy: wildcardsWithCredentials,
      needs: ['credentialed-wildcards'],
      steps: [
        preflight('https://a.example', 'PUT', { maxHeaderBytes: 4096 }, { names: `x-${'a'.repeat(6_000)}` }),
        preflight(
          'https://a.example',
          'PUT',
          { maxHeaderBytes: 4096 },
          { names: `x-token${','.repeat(6_000)}x-trace` },
        ),
      ],
    },
    {
      id: 'credentialed-wildcards/bounded-in-number',
      requirement: 'A list of more than 128 header names does not come back.',
      kind: 'observe',
      spec: [specAnchors.requestHeaders],
      policy: wildcardsWithCredentials,
      needs: ['credentialed-wildcards'],
      steps: [
        preflight(
          'https://a.example',
          'PUT',
          { status: 'ok', headers: { 'access-control-allow-headers': null } },
          { names: manyNames },
        ),
      ],
    },
    {
      id: 'credentialed-wildcards/varies',
      requirement: 'An answer that echoes a request header varies on it, even when this request has none to echo.',
      kind: 'should',
      spec: [specAnchors.httpVary],
      policy: wildcardsWithCredentials,
      needs: ['credentialed-wildcards'],
      steps: [
        preflight(
          'https://a.example',
          'PUT',
          { vary: { includes: ['access-control-request-method', 'access-control-request-headers'] } },
          { names: 'x-token' },
        ),
        preflight('https://a.example', 'PUT', {
          vary: { includes: ['access-control-request-method', 'access-control-request-headers'] },
        }),
      ],
    },
    {
      id: 'credentialed-wildcards/in-its-case',
      requirement:
        'With credentials and wildcards, a method passes its preflight in the case in which it is asked for.',
      kind: 'should',
      spec: [specAnchors.methodNormalize, specAnchors.corsPreflightFetch],
      policy: wildcardsWithCredentials,
      needs: ['credentialed-wildcards'],
      steps: ['PURGE', 'Refresh', 'patch'].map((method) =>
        asks('https://a.example', method, true, { credentials: 'include' }),
      ),
    },
    {
      id: 'credentialed-wildcards/without-credentials',
      requirement: 'With credentials and wildcards, requests without credentials pass likewise.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch],
      policy: wildcardsWithCredentials,
      needs: ['credentialed-wildcards'],
      steps: [
        readable('https://b.example', { method: 'PUT', credentials: 'omit', headers: [['x-anything', '1']] }),
        readable('https://b.example', { credentials: 'omit', headers: [['authorization', 'Bearer 1']] }),
      ],
    },
    {
      id: 'credentialed-wildcards/nothing-echoed-to-refused',
      requirement: 'With credentials and wildcards, nothing of what a refused origin asks for comes back.',
      kind: 'should',
      spec: [specAnchors.responses],
      policy: wildcardsWithCredentials,
      needs: ['credentialed-wildcards'],
      steps: [
        preflight(
          'https://evil.example',
          'PURGE',
          {
            headers: {
              'access-control-allow-methods': { noneOf: ['PURGE'] },
              'access-control-allow-headers': { noneOf: ['x-anything'] },
            },
          },
          { names: 'x-anything' },
        ),
      ],
    },
  ],
} as const satisfies ConformanceSuite
