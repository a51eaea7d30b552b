import type { ConformanceSuite } from '../conformance-case.ts'
import { specAnchors } from '../spec-anchors.ts'
import { oneOrigin, twoOrigins } from './policies.ts'

/** For how long browsers keep the result of a preflight. */
export const preflightCache = {
  id: 'preflight-cache',
  title: 'The CORS-preflight cache',
  cases: [
    {
      id: 'preflight-cache/max-age',
      requirement: 'Access-Control-Max-Age is the max-age of the policy: left out, it would mean 5 seconds.',
      kind: 'should',
      spec: [specAnchors.maxAge, specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'PUT' },
          expect: { outcome: 'readable', preflightResponse: { headers: { 'access-control-max-age': '600' } } },
        },
      ],
    },
    {
      id: 'preflight-cache/max-age-of-a-day',
      requirement: 'A max-age of a day is sent as it is: browsers shorten it themselves.',
      kind: 'should',
      spec: [specAnchors.maxAge, specAnchors.corsPreflightFetch],
      policy: { ...twoOrigins, maxAge: 86_400 },
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'PUT' },
          expect: { outcome: 'readable', preflightResponse: { headers: { 'access-control-max-age': '86400' } } },
        },
      ],
    },
    {
      id: 'preflight-cache/max-age-zero',
      requirement: 'A max-age of 0 is sent: to leave the header out lets browsers keep the preflight for 5 seconds.',
      kind: 'must',
      spec: [specAnchors.maxAge, specAnchors.corsPreflightFetch],
      policy: { ...twoOrigins, maxAge: 0 },
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'PUT' },
          expect: { outcome: 'readable', preflightResponse: { headers: { 'access-control-max-age': '0' } } },
        },
      ],
    },
    {
      id: 'preflight-cache/one-origin-max-age',
      requirement: 'The max-age of the policy is sent with one listed origin too.',
      kind: 'should',
      spec: [specAnchors.maxAge],
      policy: oneOrigin,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', method: 'PUT' },
          expect: { outcome: 'readable', preflightResponse: { headers: { 'access-control-max-age': '600' } } },
        },
      ],
    },
  ],
} as const satisfies ConformanceSuite
