import type { ConformanceSuite } from '../conformance-case.ts'
import { specAnchors } from '../spec-anchors.ts'
import { twoOrigins, wildcards as wildcardPolicy, wildcardsWithCredentials } from './policies.ts'

const manyNames = Array.from({ length: 129 }, (_, index) => `x-${String(index)}`).join(',')

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
      policy: wildcardPolicy,
      steps: [
        { page: 'https://a.example', request: { path: '/data', method: 'PUT' }, expect: { outcome: 'readable' } },
        { page: 'https://a.example', request: { path: '/data', method: 'DELETE' }, expect: { outcome: 'readable' } },
      ],
    },
    {
      id: 'wildcards/headers',
      requirement: "With '*' for request headers every header passes its preflight but Authorization.",
      kind: 'must',
      spec: [specAnchors.allowHeaders, specAnchors.corsPreflightFetch],
      policy: wildcardPolicy,
      steps: [
        {
          page: 'https://a.example',
          request: {
            path: '/data',
            headers: [
              ['x-anything', '1'],
              ['x-token', '1'],
            ],
          },
          expect: { outcome: 'readable' },
        },
      ],
    },
    {
      id: 'wildcards/headers-without-authorization',
      requirement: "'*' for request headers does not cover Authorization.",
      kind: 'should',
      spec: [specAnchors.corsNonWildcardRequestHeaderName],
      policy: wildcardPolicy,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', headers: [['authorization', 'Bearer 1']] },
          expect: { outcome: 'preflight-refused' },
        },
      ],
    },
    {
      id: 'wildcards/headers-and-authorization',
      requirement: "'*' and Authorization side by side cover every request header.",
      kind: 'must',
      spec: [specAnchors.corsNonWildcardRequestHeaderName],
      policy: { ...wildcardPolicy, allowHeaders: ['*', 'Authorization'] },
      steps: [
        {
          page: 'https://a.example',
          request: {
            path: '/data',
            headers: [
              ['authorization', 'Bearer 1'],
              ['x-anything', '1'],
            ],
          },
          expect: { outcome: 'readable' },
        },
      ],
    },
    {
      id: 'wildcards/exposed-headers',
      requirement: "With '*' every response header can be read.",
      kind: 'must',
      spec: [specAnchors.exposeHeaders, specAnchors.corsFilteredResponse],
      policy: wildcardPolicy,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data' },
          expect: { outcome: 'readable', exposed: { includes: ['x-exam', 'etag'] } },
        },
      ],
    },
    {
      id: 'wildcards/nothing-reflected',
      requirement: "Without credentials '*' says it all, and no request header comes back.",
      kind: 'observe',
      spec: [specAnchors.headerSyntax],
      policy: wildcardPolicy,
      steps: [
        {
          raw: {
            method: 'OPTIONS',
            path: '/data',
            headers: [
              ['origin', 'https://a.example'],
              ['access-control-request-method', 'PUT'],
              ['access-control-request-headers', 'x-anything'],
            ],
          },
          expect: { headers: { 'access-control-allow-methods': '*', 'access-control-allow-headers': '*' } },
        },
      ],
    },
    {
      id: 'wildcards/methods-with-credentials',
      requirement: "With credentials, where browsers take '*' literally, every method still passes its preflight.",
      kind: 'must',
      spec: [specAnchors.headerSyntax, specAnchors.corsPreflightFetch],
      policy: wildcardsWithCredentials,
      needs: ['credentialed-wildcards'],
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'PUT', credentials: 'include' },
          expect: { outcome: 'readable' },
        },
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'DELETE', credentials: 'include' },
          expect: { outcome: 'readable' },
        },
      ],
    },
    {
      id: 'wildcards/headers-with-credentials',
      requirement:
        "With credentials, where browsers take '*' literally, every request header still passes, Authorization included.",
      kind: 'must',
      spec: [specAnchors.headerSyntax, specAnchors.corsPreflightFetch],
      policy: wildcardsWithCredentials,
      needs: ['credentialed-wildcards'],
      steps: [
        {
          page: 'https://a.example',
          request: {
            path: '/data',
            method: 'PUT',
            credentials: 'include',
            headers: [
              ['x-anything', '1'],
              ['authorization', 'Bearer 1'],
            ],
          },
          expect: { outcome: 'readable' },
        },
      ],
    },
    {
      id: 'wildcards/echo-not-for-refused',
      requirement: 'With credentials and wildcards, an origin that is not listed is still refused.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: wildcardsWithCredentials,
      needs: ['credentialed-wildcards'],
      steps: [
        {
          page: 'https://evil.example',
          request: { path: '/data', method: 'DELETE', credentials: 'include', headers: [['x-anything', '1']] },
          expect: { outcome: 'preflight-refused' },
        },
      ],
    },
    {
      id: 'wildcards/echo-any-order-and-space',
      requirement: 'An echo understands a list that is unsorted, spaced and has empty elements.',
      kind: 'should',
      spec: [specAnchors.requestHeaders, specAnchors.httpLists],
      policy: wildcardsWithCredentials,
      needs: ['credentialed-wildcards'],
      steps: [
        {
          raw: {
            method: 'OPTIONS',
            path: '/data',
            headers: [
              ['origin', 'https://a.example'],
              ['access-control-request-method', 'PUT'],
              ['access-control-request-headers', 'x-trace ,\tx-anything,, x-token,'],
            ],
          },
          expect: {
            status: 'ok',
            headers: { 'access-control-allow-headers': 'x-anything, x-token, x-trace' },
          },
        },
      ],
    },
    {
      id: 'wildcards/echo-well-formed',
      requirement: 'What is not a list of header names, or not a method, does not come back.',
      kind: 'should',
      spec: [specAnchors.headerSyntax],
      policy: wildcardsWithCredentials,
      needs: ['credentialed-wildcards'],
      steps: [
        {
          raw: {
            method: 'OPTIONS',
            path: '/data',
            headers: [
              ['origin', 'https://a.example'],
              ['access-control-request-method', 'PUT'],
              ['access-control-request-headers', 'x-token, (no name)'],
            ],
          },
          expect: { headers: { 'access-control-allow-headers': { noneOf: ['x-token, (no name)'] } } },
        },
        {
          raw: {
            method: 'OPTIONS',
            path: '/data',
            headers: [
              ['origin', 'https://a.example'],
              ['access-control-request-method', 'PUT, (no method)'],
            ],
          },
          expect: { headers: { 'access-control-allow-methods': { noneOf: ['PUT, (no method)'] } } },
        },
      ],
    },
    {
      id: 'wildcards/echo-bounded',
      requirement: 'A list of header names too long for any page does not come back.',
      kind: 'should',
      spec: [specAnchors.requestHeaders, specAnchors.requestHeadersParsedAtACost],
      policy: wildcardsWithCredentials,
      needs: ['credentialed-wildcards'],
      steps: [
        {
          raw: {
            method: 'OPTIONS',
            path: '/data',
            headers: [
              ['origin', 'https://a.example'],
              ['access-control-request-method', 'PUT'],
              ['access-control-request-headers', `x-${'a'.repeat(12_000)}`],
            ],
          },
          expect: { maxHeaderBytes: 2048 },
        },
        {
          raw: {
            method: 'OPTIONS',
            path: '/data',
            headers: [
              ['origin', 'https://a.example'],
              ['access-control-request-method', 'PUT'],
              ['access-control-request-headers', `x-token${','.repeat(12_000)}x-trace`],
            ],
          },
          expect: { maxHeaderBytes: 2048 },
        },
      ],
    },
    {
      id: 'wildcards/echo-bounded-in-number',
      requirement: 'A list of more than 128 header names does not come back.',
      kind: 'observe',
      spec: [specAnchors.requestHeaders, specAnchors.requestHeadersParsedAtACost],
      policy: wildcardsWithCredentials,
      needs: ['credentialed-wildcards'],
      steps: [
        {
          raw: {
            method: 'OPTIONS',
            path: '/data',
            headers: [
              ['origin', 'https://a.example'],
              ['access-control-request-method', 'PUT'],
              ['access-control-request-headers', manyNames],
            ],
          },
          expect: { status: 'ok', headers: { 'access-control-allow-headers': null } },
        },
      ],
    },
    {
      id: 'wildcards/echo-varies',
      requirement: 'An answer that echoes a request header varies on it, even when this request has none to echo.',
      kind: 'should',
      spec: [specAnchors.httpVary],
      policy: wildcardsWithCredentials,
      needs: ['credentialed-wildcards'],
      steps: [
        {
          raw: {
            method: 'OPTIONS',
            path: '/data',
            headers: [
              ['origin', 'https://a.example'],
              ['access-control-request-method', 'PUT'],
              ['access-control-request-headers', 'x-token'],
            ],
          },
          expect: { vary: { includes: ['access-control-request-method', 'access-control-request-headers'] } },
        },
        {
          raw: {
            method: 'OPTIONS',
            path: '/data',
            headers: [
              ['origin', 'https://a.example'],
              ['access-control-request-method', 'PUT'],
            ],
          },
          expect: { vary: { includes: ['access-control-request-method', 'access-control-request-headers'] } },
        },
      ],
    },
    {
      id: 'wildcards/not-where-not-written',
      requirement: 'A policy without wildcards is answered without wildcards, whatever is asked for.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'DELETE', headers: [['x-anything', '1']] },
          expect: { outcome: 'preflight-refused' },
        },
        {
          page: 'https://a.example',
          request: { path: '/write-head' },
          expect: { outcome: 'readable', exposed: { excludes: ['vary'] } },
        },
      ],
    },
  ],
} as const satisfies ConformanceSuite
