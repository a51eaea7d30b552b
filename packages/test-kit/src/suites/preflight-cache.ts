import type { ConformanceSuite } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { anyOrigin, oneOrigin, twoOrigins, twoOriginsWithCredentials } from './policies.ts'
import { preflight, readable } from './steps.ts'

/** For how long browsers keep the result of a preflight. */
export const preflightCache = {
  id: 'preflight-cache',
  title: 'The CORS-preflight cache',
  cases: [
    {
      id: 'preflight-cache/max-age',
      requirement: 'Access-Control-Max-Age is the max-age of the policy: left out, it would mean 5 seconds.',
      needs: ['max-age'],
      kind: 'should',
      spec: [specAnchors.maxAge, specAnchors.corsPreflightFetch],
      policy: twoOrigins,
      steps: [
        readable(
          'https://a.example',
          { method: 'PUT' },
          { preflightResponse: { headers: { 'access-control-max-age': '600' } } },
        ),
      ],
    },
    {
      id: 'preflight-cache/max-age-of-a-day',
      requirement: 'A max-age of a day is sent as it is: browsers shorten it themselves.',
      kind: 'should',
      spec: [specAnchors.maxAge, specAnchors.corsPreflightFetch],
      policy: { ...twoOrigins, maxAge: 86_400 },
      needs: ['max-age'],
      steps: [
        readable(
          'https://a.example',
          { method: 'PUT' },
          { preflightResponse: { headers: { 'access-control-max-age': '86400' } } },
        ),
      ],
    },
    {
      id: 'preflight-cache/max-age-zero',
      requirement: 'A max-age of 0 is sent: to leave the header out lets browsers keep the preflight for 5 seconds.',
      kind: 'must',
      spec: [specAnchors.maxAge, specAnchors.corsPreflightFetch],
      policy: { ...twoOrigins, maxAge: 0 },
      needs: ['max-age', 'max-age-zero'],
      steps: [
        readable(
          'https://a.example',
          { method: 'PUT' },
          { preflightResponse: { headers: { 'access-control-max-age': '0' } } },
        ),
      ],
    },
    {
      id: 'preflight-cache/one-origin-max-age',
      requirement: 'The max-age of the policy is sent with one listed origin too.',
      kind: 'should',
      spec: [specAnchors.maxAge],
      policy: oneOrigin,
      needs: ['max-age'],
      steps: [
        readable(
          'https://a.example',
          { method: 'PUT' },
          { preflightResponse: { headers: { 'access-control-max-age': '600' } } },
        ),
      ],
    },
    {
      id: 'preflight-cache/any-origin-max-age',
      requirement: "The max-age of the policy is sent with '*' too.",
      kind: 'should',
      spec: [specAnchors.maxAge],
      policy: anyOrigin,
      needs: ['max-age'],
      steps: [preflight('https://anywhere.example', 'PUT', { headers: { 'access-control-max-age': '600' } })],
    },
    {
      id: 'preflight-cache/credentialed-max-age',
      requirement: 'The max-age of the policy is sent with credentials too.',
      kind: 'should',
      spec: [specAnchors.maxAge],
      policy: { ...twoOriginsWithCredentials, maxAge: 60 },
      needs: ['max-age'],
      steps: [preflight('https://b.example', 'PUT', { headers: { 'access-control-max-age': '60' } })],
    },
    {
      id: 'preflight-cache/max-age-of-a-second',
      requirement: 'A max-age below the 5 seconds that browsers assume is sent as it is.',
      kind: 'should',
      spec: [specAnchors.maxAge],
      policy: { ...twoOrigins, maxAge: 1 },
      needs: ['max-age'],
      steps: [preflight('https://a.example', 'PUT', { headers: { 'access-control-max-age': '1' } })],
    },
    {
      id: 'preflight-cache/max-age-is-a-number',
      requirement: 'Access-Control-Max-Age is a number of seconds and nothing else, for whatever method is asked.',
      kind: 'must',
      spec: [specAnchors.maxAge, specAnchors.headerSyntax],
      policy: twoOrigins,
      steps: ['GET', 'PUT', 'DELETE'].map((method) =>
        preflight('https://a.example', method, { headers: { 'access-control-max-age': { form: 'delta-seconds' } } }),
      ),
    },
    {
      id: 'preflight-cache/not-kept-where-refused',
      requirement: 'A refused preflight names no time for which it could be kept.',
      kind: 'observe',
      spec: [specAnchors.maxAge, specAnchors.responses],
      policy: twoOrigins,
      steps: [preflight('https://evil.example', 'PUT', { headers: { 'access-control-max-age': null } })],
    },
  ],
} as const satisfies ConformanceSuite
