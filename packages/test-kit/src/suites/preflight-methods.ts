import type { ConformanceSuite } from '../conformance-case.ts'
import { specAnchors } from '../spec-anchors.ts'
import { twoOrigins } from './policies.ts'

/** Which methods a preflight allows. */
export const preflightMethods = {
  id: 'preflight-methods',
  title: 'Methods in preflights',
  cases: [
    {
      id: 'preflight-methods/every-listed-allowed',
      requirement: 'Each listed method passes its preflight.',
      kind: 'must',
      spec: [specAnchors.allowMethods, specAnchors.corsPreflightFetch],
      policy: { ...twoOrigins, allowMethods: ['PUT', 'PATCH', 'DELETE'] },
      steps: [
        { page: 'https://a.example', request: { path: '/data', method: 'PUT' }, expect: { outcome: 'readable' } },
        { page: 'https://a.example', request: { path: '/data', method: 'PATCH' }, expect: { outcome: 'readable' } },
        { page: 'https://a.example', request: { path: '/data', method: 'DELETE' }, expect: { outcome: 'readable' } },
      ],
    },
    {
      id: 'preflight-methods/unlisted-refused',
      requirement: 'A method that is not listed fails its preflight.',
      kind: 'must',
      spec: [specAnchors.allowMethods, specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'DELETE' },
          expect: { outcome: 'preflight-refused' },
        },
      ],
    },
    {
      id: 'preflight-methods/none-listed',
      requirement: 'With no method listed every method fails its preflight but GET, HEAD and POST.',
      kind: 'must',
      spec: [specAnchors.allowMethods, specAnchors.corsSafelistedMethod],
      policy: { ...twoOrigins, allowMethods: [] },
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'PUT' },
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
          expect: { outcome: 'readable', response: { status: 200 } },
        },
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'HEAD', headers: [['x-token', '1']] },
          expect: { outcome: 'readable', response: { status: 200 } },
        },
      ],
    },
    {
      id: 'preflight-methods/compared-by-bytes',
      requirement: 'Methods are case-sensitive: where PATCH is listed, a request for patch fails its preflight.',
      kind: 'must',
      spec: [specAnchors.methodNormalize, specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'patch' },
          expect: { outcome: 'preflight-refused' },
        },
      ],
    },
    {
      id: 'preflight-methods/compared-whole',
      requirement: 'A method that begins like a listed one, or ends like one, fails its preflight.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'PUTX' },
          expect: { outcome: 'preflight-refused' },
        },
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'XPUT' },
          expect: { outcome: 'preflight-refused' },
        },
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'PU' },
          expect: { outcome: 'preflight-refused' },
        },
      ],
    },
    {
      id: 'preflight-methods/whole-policy-at-once',
      requirement: 'One preflight names every allowed method, so that the browser need not ask again for the next.',
      kind: 'observe',
      spec: [specAnchors.allowMethods, specAnchors.corsPreflightCache],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'PUT' },
          expect: {
            outcome: 'readable',
            preflightResponse: { headers: { 'access-control-allow-methods': 'PUT, PATCH' } },
          },
        },
      ],
    },
    {
      id: 'preflight-methods/nothing-reflected',
      requirement: 'A long or malformed Access-Control-Request-Method does not come back.',
      kind: 'should',
      spec: [specAnchors.requestMethod, specAnchors.headerSyntax],
      policy: twoOrigins,
      steps: [
        {
          raw: {
            method: 'OPTIONS',
            path: '/data',
            headers: [
              ['origin', 'https://a.example'],
              ['access-control-request-method', 'A'.repeat(8000)],
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
              ['access-control-request-method', 'PUT, (DELETE)'],
            ],
          },
          expect: { headers: { 'access-control-allow-methods': { noneOf: ['PUT, (DELETE)'] } } },
        },
      ],
    },
  ],
} as const satisfies ConformanceSuite
