import type { ConformanceSuite } from '../conformance-case.ts'
import { specAnchors } from '../spec-anchors.ts'
import { twoOrigins } from './policies.ts'

/** Which request headers a preflight allows, and how the list of those asked for is read. */
export const preflightHeaders = {
  id: 'preflight-headers',
  title: 'Request headers in preflights',
  cases: [
    {
      id: 'preflight-headers/listed-allowed',
      requirement: 'Listed request headers pass their preflight, in whatever case they were written.',
      kind: 'must',
      spec: [specAnchors.allowHeaders, specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', headers: [['x-token', '1']] },
          expect: { outcome: 'readable' },
        },
        {
          page: 'https://a.example',
          request: {
            path: '/data',
            headers: [
              ['X-TRACE', '1'],
              ['x-token', '1'],
            ],
          },
          expect: { outcome: 'readable' },
        },
      ],
    },
    {
      id: 'preflight-headers/unlisted-refused',
      requirement: 'A request header that is not listed fails its preflight, even beside one that is.',
      kind: 'must',
      spec: [specAnchors.allowHeaders, specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', headers: [['x-other', '1']] },
          expect: { outcome: 'preflight-refused' },
        },
        {
          page: 'https://a.example',
          request: {
            path: '/data',
            headers: [
              ['x-token', '1'],
              ['x-other', '1'],
            ],
          },
          expect: { outcome: 'preflight-refused' },
        },
      ],
    },
    {
      id: 'preflight-headers/none-listed',
      requirement: 'With no request header listed, one that is not safelisted fails its preflight.',
      kind: 'must',
      spec: [specAnchors.allowHeaders, specAnchors.corsSafelistedRequestHeader],
      policy: { ...twoOrigins, allowHeaders: [] },
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', headers: [['x-token', '1']] },
          expect: { outcome: 'preflight-refused' },
        },
        {
          page: 'https://a.example',
          request: {
            path: '/data',
            method: 'POST',
            headers: [['content-type', 'application/json']],
            body: '{}',
          },
          expect: { outcome: 'preflight-refused' },
        },
        { page: 'https://a.example', request: { path: '/data', method: 'PUT' }, expect: { outcome: 'readable' } },
      ],
    },
    {
      id: 'preflight-headers/json-allowed',
      requirement: 'A POST of JSON passes its preflight where Content-Type is listed.',
      kind: 'must',
      spec: [specAnchors.allowHeaders, specAnchors.corsSafelistedRequestHeader],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://a.example',
          request: {
            path: '/data',
            method: 'POST',
            headers: [['content-type', 'application/json']],
            body: '{}',
          },
          expect: { outcome: 'readable', response: { status: 200 } },
        },
      ],
    },
    {
      id: 'preflight-headers/authorization-listed',
      requirement: 'Authorization passes its preflight where it is listed.',
      kind: 'must',
      spec: [specAnchors.allowHeaders, specAnchors.corsNonWildcardRequestHeaderName],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', headers: [['authorization', 'Bearer 1']] },
          expect: { outcome: 'readable' },
        },
      ],
    },
    {
      id: 'preflight-headers/any-order-and-space',
      requirement: 'The list of headers asked for may be unsorted, spaced and have empty elements.',
      kind: 'should',
      spec: [specAnchors.requestHeaders, specAnchors.httpLists],
      policy: { ...twoOrigins, allowHeaders: ['X-Token', 'X-Trace'] },
      steps: [
        {
          raw: {
            method: 'OPTIONS',
            path: '/data',
            headers: [
              ['origin', 'https://a.example'],
              ['access-control-request-method', 'PUT'],
              ['access-control-request-headers', 'x-trace ,\tX-Token,, '],
            ],
          },
          expect: {
            status: 'ok',
            headers: {
              'access-control-allow-origin': 'https://a.example',
              'access-control-allow-headers': 'x-token, x-trace',
            },
          },
        },
      ],
    },
    {
      id: 'preflight-headers/several-lines',
      requirement: 'The list of headers asked for may come on several lines.',
      kind: 'should',
      spec: [specAnchors.requestHeaders, specAnchors.httpLists],
      policy: { ...twoOrigins, allowHeaders: ['X-Token', 'X-Trace'] },
      steps: [
        {
          raw: {
            method: 'OPTIONS',
            path: '/data',
            headers: [
              ['origin', 'https://a.example'],
              ['access-control-request-method', 'PUT'],
              ['access-control-request-headers', 'x-token'],
              ['access-control-request-headers', 'x-trace'],
            ],
          },
          expect: {
            status: 'ok',
            headers: {
              'access-control-allow-origin': 'https://a.example',
              'access-control-allow-headers': 'x-token, x-trace',
            },
          },
        },
      ],
    },
    {
      id: 'preflight-headers/nothing-reflected',
      requirement: 'Whatever is asked for, the answer is no longer than the policy.',
      kind: 'should',
      spec: [specAnchors.requestHeaders, specAnchors.requestHeadersParsedAtACost],
      policy: twoOrigins,
      steps: [
        {
          raw: {
            method: 'OPTIONS',
            path: '/data',
            headers: [
              ['origin', 'https://a.example'],
              ['access-control-request-method', 'PUT'],
              ['access-control-request-headers', ','.repeat(12_000)],
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
              ['access-control-request-headers', 'x-token,'.repeat(1500)],
            ],
          },
          expect: { maxHeaderBytes: 2048 },
        },
      ],
    },
    {
      id: 'preflight-headers/nothing-invented',
      requirement: 'A preflight that asks for no headers passes, and its answer invents none.',
      kind: 'should',
      spec: [specAnchors.requestHeaders, specAnchors.headerSyntax],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'PATCH' },
          expect: {
            outcome: 'readable',
            preflightResponse: { headers: { 'access-control-allow-headers': { noneOf: ['undefined', 'null'] } } },
          },
        },
      ],
    },
  ],
} as const satisfies ConformanceSuite
