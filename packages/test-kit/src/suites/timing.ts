import type { ConformanceSuite } from '../conformance-case.ts'
import { specAnchors } from '../spec-anchors.ts'
import { anyOrigin, oneOrigin, patterns, twoOrigins } from './policies.ts'

/** Who may read resource timings. */
export const timing = {
  id: 'timing',
  title: 'Timing-Allow-Origin',
  cases: [
    {
      id: 'timing/any-origin',
      requirement: "With '*' timings are for everybody, also for images and scripts, which send no Origin.",
      kind: 'must',
      spec: [specAnchors.taoCheck, specAnchors.timingAllowOrigin],
      policy: { ...anyOrigin, timingAllowOrigin: true },
      needs: ['timing'],
      steps: [
        { raw: { method: 'GET', path: '/data', headers: [] }, expect: { headers: { 'timing-allow-origin': '*' } } },
      ],
    },
    {
      id: 'timing/one-origin',
      requirement: 'With one listed origin timings are for that origin, also where no Origin is sent.',
      kind: 'should',
      spec: [specAnchors.taoCheck, specAnchors.timingAllowOrigin],
      policy: { ...oneOrigin, timingAllowOrigin: true },
      needs: ['timing'],
      steps: [
        {
          raw: { method: 'GET', path: '/data', headers: [] },
          expect: { headers: { 'timing-allow-origin': 'https://a.example' } },
        },
        {
          raw: { method: 'GET', path: '/data', headers: [['origin', 'https://a.example']] },
          expect: { headers: { 'timing-allow-origin': 'https://a.example' } },
        },
      ],
    },
    {
      id: 'timing/listed-origins',
      requirement:
        'With several listed origins timings are for all of them, also where no Origin is sent: the header takes a list.',
      kind: 'should',
      spec: [specAnchors.taoCheck, specAnchors.timingAllowOrigin],
      policy: { ...twoOrigins, timingAllowOrigin: true },
      needs: ['timing'],
      steps: [
        {
          raw: { method: 'GET', path: '/data', headers: [] },
          expect: { headers: { 'timing-allow-origin': 'https://a.example, https://b.example' } },
        },
        {
          raw: { method: 'GET', path: '/data', headers: [['origin', 'https://b.example']] },
          expect: { headers: { 'timing-allow-origin': 'https://a.example, https://b.example' } },
        },
      ],
    },
    {
      id: 'timing/pattern',
      requirement: 'With patterns, which the header cannot express, timings are for the allowed origin that asks.',
      kind: 'must',
      spec: [specAnchors.taoCheck, specAnchors.timingAllowOrigin],
      policy: { ...patterns, timingAllowOrigin: true },
      needs: ['timing', 'allow-origins-patterns'],
      steps: [
        {
          raw: { method: 'GET', path: '/data', headers: [['origin', 'https://x.a.example']] },
          expect: { headers: { 'timing-allow-origin': 'https://x.a.example' } },
        },
      ],
    },
    {
      id: 'timing/refused',
      requirement: 'Timings are not for an origin that may not read.',
      kind: 'must',
      spec: [specAnchors.taoCheck, specAnchors.timingAllowOrigin],
      policy: { ...patterns, timingAllowOrigin: true },
      needs: ['timing', 'allow-origins-patterns'],
      steps: [
        {
          raw: { method: 'GET', path: '/data', headers: [['origin', 'https://evil.example']] },
          expect: { headers: { 'timing-allow-origin': { noneOf: ['https://evil.example', '*'] } } },
        },
        {
          raw: { method: 'GET', path: '/data', headers: [] },
          expect: { headers: { 'timing-allow-origin': { noneOf: ['*'] } } },
        },
      ],
    },
    {
      id: 'timing/not-unless-asked-for',
      requirement: 'Timings are for nobody else unless the policy says so.',
      kind: 'must',
      spec: [specAnchors.timingAllowOrigin],
      policy: anyOrigin,
      steps: [
        {
          raw: { method: 'GET', path: '/data', headers: [['origin', 'https://a.example']] },
          expect: { headers: { 'timing-allow-origin': null } },
        },
      ],
    },
    {
      id: 'timing/errors-too',
      requirement: 'Timings of error responses are for the same origins.',
      kind: 'should',
      spec: [specAnchors.taoCheck],
      policy: { ...anyOrigin, timingAllowOrigin: true },
      needs: ['timing'],
      steps: [
        {
          raw: { method: 'GET', path: '/error', headers: [] },
          expect: { status: 500, headers: { 'timing-allow-origin': '*' } },
        },
        {
          raw: { method: 'GET', path: '/missing', headers: [] },
          expect: { status: 404, headers: { 'timing-allow-origin': '*' } },
        },
      ],
    },
  ],
} as const satisfies ConformanceSuite
