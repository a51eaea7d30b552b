import type { ConformanceSuite } from '../conformance-case.ts'
import { specAnchors } from '../spec-anchors.ts'
import { twoOrigins, twoOriginsWithCredentials } from './policies.ts'

/** What `Access-Control-Allow-Origin` has to say for the CORS check to pass, and what it must not depend on. */
export const corsCheck = {
  id: 'cors-check',
  title: 'The CORS check',
  cases: [
    {
      id: 'cors-check/every-credentials-mode-without-credentials',
      requirement: 'A response without credentials can be read in the modes "omit" and "same-origin" alike.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: twoOrigins,
      steps: [
        {
          page: 'https://a.example',
          request: { path: '/data', credentials: 'omit' },
          expect: { outcome: 'readable' },
        },
        {
          page: 'https://a.example',
          request: { path: '/data', credentials: 'same-origin' },
          expect: { outcome: 'readable' },
        },
      ],
    },
    {
      id: 'cors-check/one-value-for-the-asker',
      requirement: 'Access-Control-Allow-Origin is there once and names the origin that asked, never a list.',
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.headerListGet],
      policy: twoOriginsWithCredentials,
      steps: [
        {
          raw: { method: 'GET', path: '/data', headers: [['origin', 'https://b.example']] },
          expect: { headers: { 'access-control-allow-origin': 'https://b.example' } },
        },
      ],
    },
    {
      id: 'cors-check/steady',
      requirement: 'The answer depends on the request alone, not on the requests before it.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: twoOrigins,
      steps: [
        { page: 'https://a.example', request: { path: '/data' }, expect: { outcome: 'readable' } },
        { page: 'https://a.example', request: { path: '/data' }, expect: { outcome: 'readable' } },
        { page: 'https://evil.example', request: { path: '/data' }, expect: { outcome: 'blocked' } },
        { page: 'https://b.example', request: { path: '/data' }, expect: { outcome: 'readable' } },
        { page: 'https://evil.example', request: { path: '/data' }, expect: { outcome: 'blocked' } },
        { page: 'https://a.example', request: { path: '/data' }, expect: { outcome: 'readable' } },
      ],
    },
    {
      id: 'cors-check/refusal-is-absence',
      requirement:
        'A refused origin gets no Access-Control-Allow-Origin at all: neither empty, nor null, nor another origin.',
      kind: 'should',
      spec: [specAnchors.responses, specAnchors.nullReflected],
      policy: twoOrigins,
      steps: [
        {
          raw: { method: 'GET', path: '/data', headers: [['origin', 'https://evil.example']] },
          expect: { headers: { 'access-control-allow-origin': null } },
        },
      ],
    },
    {
      id: 'cors-check/own-name-not-implied',
      requirement: 'An origin is not allowed because a request header calls the server by the same name.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: twoOriginsWithCredentials,
      steps: [
        {
          raw: {
            method: 'GET',
            path: '/data',
            headers: [
              ['origin', 'http://evil.example'],
              ['x-forwarded-host', 'evil.example'],
              ['x-forwarded-proto', 'http'],
              ['forwarded', 'host=evil.example;proto=http'],
            ],
          },
          expect: { headers: { 'access-control-allow-origin': { noneOf: ['http://evil.example', '*'] } } },
        },
      ],
    },
  ],
} as const satisfies ConformanceSuite
