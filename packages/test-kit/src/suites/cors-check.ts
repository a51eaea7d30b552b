import type { ConformanceSuite } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { twoOrigins, twoOriginsWithCredentials } from './policies.ts'
import { blocked, get, readable } from './steps.ts'

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
        readable('https://a.example', { credentials: 'omit' }),
        readable('https://a.example', { credentials: 'same-origin' }),
      ],
    },
    {
      id: 'cors-check/one-value-for-the-asker',
      requirement: 'Access-Control-Allow-Origin is there once and names the origin that asked, never a list.',
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.headerListGet],
      policy: twoOriginsWithCredentials,
      steps: [get('https://b.example', { headers: { 'access-control-allow-origin': 'https://b.example' } })],
    },
    {
      id: 'cors-check/steady',
      requirement: 'The answer depends on the request alone, not on the requests before it.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: twoOrigins,
      steps: [
        readable('https://a.example'),
        readable('https://a.example'),
        blocked('https://evil.example'),
        readable('https://b.example'),
        blocked('https://evil.example'),
        readable('https://a.example'),
      ],
    },
    {
      id: 'cors-check/refusal-is-absence',
      requirement:
        'A refused origin gets no Access-Control-Allow-Origin at all: neither empty, nor null, nor another origin.',
      kind: 'should',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [get('https://evil.example', { headers: { 'access-control-allow-origin': null } })],
    },
    {
      id: 'cors-check/own-name-not-implied',
      requirement: 'An origin is not allowed because a request header calls the server by the same name.',
      kind: 'should',
      spec: [specAnchors.corsCheck],
      policy: twoOriginsWithCredentials,
      steps: [
        get(
          'http://evil.example',
          { headers: { 'access-control-allow-origin': { noneOf: ['http://evil.example', '*'] } } },
          {
            headers: [
              ['x-forwarded-host', 'evil.example'],
              ['x-forwarded-proto', 'http'],
              ['forwarded', 'host=evil.example;proto=http'],
            ],
          },
        ),
      ],
    },
    {
      id: 'cors-check/own-host-not-implied',
      requirement:
        'An origin is not allowed because the Host that was asked for has the same name: names can be rebound.',
      kind: 'should',
      spec: [specAnchors.corsCheck],
      policy: twoOriginsWithCredentials,
      steps: [
        get(
          'http://evil.example',
          { headers: { 'access-control-allow-origin': { noneOf: ['http://evil.example', '*'] } } },
          { headers: [['host', 'evil.example']] },
        ),
      ],
    },
    {
      id: 'cors-check/referrer-not-taken-for-origin',
      requirement: 'A Referer on a listed origin does not make another origin an allowed one.',
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.originHeader],
      policy: twoOrigins,
      steps: [
        get(
          'https://evil.example',
          { headers: { 'access-control-allow-origin': { noneOf: ['https://evil.example', '*'] } } },
          { headers: [['referer', 'https://a.example/page']] },
        ),
      ],
    },
    {
      id: 'cors-check/other-headers-not-taken-for-origin',
      requirement: 'No header but Origin says who asks.',
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.originHeader],
      policy: twoOrigins,
      steps: [
        get(
          'https://evil.example',
          { headers: { 'access-control-allow-origin': { noneOf: ['https://evil.example', '*'] } } },
          {
            headers: [
              ['x-origin', 'https://a.example'],
              ['x-forwarded-origin', 'https://a.example'],
              ['sec-websocket-origin', 'https://a.example'],
            ],
          },
        ),
      ],
    },
    {
      id: 'cors-check/loopback-not-implied',
      requirement: "A page on the reader's own machine, where servers are developed, is an origin like others.",
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: twoOriginsWithCredentials,
      // No server of the exam listens on port 9.
      steps: ['http://localhost:9', 'http://localhost', 'http://127.0.0.1:9', 'https://localhost'].map((origin) =>
        blocked(origin, { credentials: 'include' }),
      ),
    },
    {
      id: 'cors-check/apps-not-implied',
      requirement: 'An app or an extension is not allowed unless its origin is listed.',
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.originHeader],
      policy: twoOriginsWithCredentials,
      steps: [
        'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
        'moz-extension://2d9dc7b3-3d4e-4bbf-9a3f-0d1f2a3b4c5d',
        'capacitor://localhost',
        'tauri://localhost',
      ].map((origin) => blocked(origin, { credentials: 'include' })),
    },
    {
      id: 'cors-check/origin-not-invented',
      requirement: 'A request without Origin gets no Access-Control-Allow-Origin that stands for nothing.',
      kind: 'should',
      spec: [specAnchors.allowOrigin, specAnchors.headerSyntax],
      policy: twoOrigins,
      steps: [
        get(null, {
          headers: { 'access-control-allow-origin': { noneOf: ['', 'null', 'undefined', 'None', 'true', 'false'] } },
        }),
      ],
    },
    {
      id: 'cors-check/every-method',
      requirement: 'Responses to GET, HEAD and POST can be read alike, whichever methods are listed.',
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.corsSafelistedMethod],
      policy: { ...twoOrigins, allowMethods: ['DELETE'] },
      steps: [
        readable('https://a.example', { method: 'GET' }),
        readable('https://a.example', { method: 'HEAD' }),
        readable('https://a.example', { method: 'POST', headers: [['content-type', 'text/plain']], body: 'note' }),
        readable('https://a.example', { method: 'DELETE' }),
      ],
    },
  ],
} as const satisfies ConformanceSuite
