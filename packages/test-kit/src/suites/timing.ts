import type { ConformanceSuite } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { anyOrigin, oneOrigin, opaqueOrigin, subdomains, twoOrigins, twoOriginsWithCredentials } from './policies.ts'
import { get } from './steps.ts'

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
      steps: [get(null, { lists: { 'timing-allow-origin': { includes: ['*'] } } })],
    },
    {
      id: 'timing/one-origin',
      requirement: 'With one listed origin timings are for that origin, also where no Origin is sent.',
      kind: 'should',
      spec: [specAnchors.taoCheck, specAnchors.timingAllowOrigin],
      policy: { ...oneOrigin, timingAllowOrigin: true },
      needs: ['timing'],
      steps: [
        get(null, { headers: { 'timing-allow-origin': 'https://a.example' } }),
        get('https://a.example', { headers: { 'timing-allow-origin': 'https://a.example' } }),
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
        get(null, { headers: { 'timing-allow-origin': 'https://a.example, https://b.example' } }),
        get('https://b.example', { headers: { 'timing-allow-origin': 'https://a.example, https://b.example' } }),
      ],
    },
    {
      id: 'timing/pattern',
      requirement: 'With patterns, which the header cannot express, timings are for the allowed origin that asks.',
      kind: 'must',
      spec: [specAnchors.taoCheck, specAnchors.timingAllowOrigin],
      policy: { ...subdomains, timingAllowOrigin: true },
      needs: ['timing', 'allow-origins-patterns'],
      steps: [get('https://x.a.example', { lists: { 'timing-allow-origin': { includes: ['https://x.a.example'] } } })],
    },
    {
      id: 'timing/refused',
      requirement: 'Timings are not for an origin that may not read.',
      kind: 'must',
      spec: [specAnchors.taoCheck, specAnchors.timingAllowOrigin],
      policy: { ...subdomains, timingAllowOrigin: true },
      needs: ['timing', 'allow-origins-patterns'],
      steps: [
        get('https://evil.example', { lists: { 'timing-allow-origin': { excludes: ['https://evil.example', '*'] } } }),
        get(null, { lists: { 'timing-allow-origin': { excludes: ['*'] } } }),
      ],
    },
    {
      id: 'timing/not-unless-asked-for',
      requirement: 'Timings are for nobody else unless the policy says so.',
      kind: 'must',
      spec: [specAnchors.timingAllowOrigin],
      policy: anyOrigin,
      steps: [get('https://a.example', { headers: { 'timing-allow-origin': null } })],
    },
    {
      id: 'timing/errors-too',
      requirement: 'Timings of error responses are for the same origins.',
      kind: 'should',
      spec: [specAnchors.taoCheck],
      policy: { ...anyOrigin, timingAllowOrigin: true },
      needs: ['timing'],
      steps: [
        get(null, { status: 500, headers: { 'timing-allow-origin': '*' } }, { path: '/error' }),
        get(null, { status: 404, headers: { 'timing-allow-origin': '*' } }, { path: '/missing' }),
      ],
    },
    {
      id: 'timing/asker-is-named',
      requirement: 'With several listed origins timings are for the one that asks, alone or among all of them.',
      kind: 'must',
      spec: [specAnchors.taoCheck, specAnchors.timingAllowOrigin],
      policy: { ...twoOrigins, timingAllowOrigin: true },
      needs: ['timing'],
      steps: ['https://a.example', 'https://b.example'].map((origin) =>
        get(origin, { lists: { 'timing-allow-origin': { includes: [origin] } } }),
      ),
    },
    {
      id: 'timing/unlisted-not-named',
      requirement: 'With several listed origins timings are not for another.',
      kind: 'must',
      spec: [specAnchors.taoCheck, specAnchors.timingAllowOrigin],
      policy: { ...twoOrigins, timingAllowOrigin: true },
      needs: ['timing'],
      steps: ['https://evil.example', 'null'].map((origin) =>
        get(origin, { lists: { 'timing-allow-origin': { excludes: [origin, '*'] } } }),
      ),
    },
    {
      id: 'timing/opaque-origin',
      requirement: 'Where null is listed, timings are for opaque origins too.',
      kind: 'must',
      spec: [specAnchors.taoCheck, specAnchors.timingAllowOrigin],
      policy: { ...opaqueOrigin, timingAllowOrigin: true },
      needs: ['timing', 'null-origin'],
      steps: [get('null', { lists: { 'timing-allow-origin': { includes: ['null'] } } })],
    },
    {
      id: 'timing/with-credentials',
      requirement: 'With credentials timings are for the listed origins likewise.',
      kind: 'must',
      spec: [specAnchors.taoCheck, specAnchors.timingAllowOrigin],
      policy: { ...twoOriginsWithCredentials, timingAllowOrigin: true },
      needs: ['timing'],
      steps: [
        get('https://b.example', { lists: { 'timing-allow-origin': { includes: ['https://b.example'] } } }),
        get('https://evil.example', { lists: { 'timing-allow-origin': { excludes: ['https://evil.example', '*'] } } }),
      ],
    },
    {
      id: 'timing/consistent',
      requirement: 'Timings that are opened to the origin that asks vary on Origin.',
      kind: 'must',
      spec: [specAnchors.timingAllowOrigin, specAnchors.httpVary],
      policy: { ...subdomains, timingAllowOrigin: true },
      needs: ['timing', 'allow-origins-patterns'],
      steps: [
        get('https://x.a.example', {}),
        get('https://y.a.example', {}),
        get('https://evil.example', {}),
        get(null, {}),
      ],
      across: { varyWhereDifferent: 'origin' },
    },
    {
      id: 'timing/every-kind-of-response',
      requirement:
        'Timings are open for redirects, revalidations and streams too: one that is closed closes them for good.',
      kind: 'should',
      spec: [specAnchors.taoCheck, specAnchors.httpRedirectFetch],
      policy: { ...oneOrigin, timingAllowOrigin: true },
      needs: ['timing'],
      steps: ['/redirect', '/not-modified', '/stream'].map((path) =>
        get('https://a.example', { lists: { 'timing-allow-origin': { includes: ['https://a.example'] } } }, { path }),
      ),
    },
    {
      id: 'timing/write-head',
      requirement: 'Timings are open for responses whose status and headers the application gives in one call, too.',
      kind: 'should',
      spec: [specAnchors.taoCheck],
      policy: { ...oneOrigin, timingAllowOrigin: true },
      needs: ['timing', 'write-head'],
      steps: [
        get(
          'https://a.example',
          { lists: { 'timing-allow-origin': { includes: ['https://a.example'] } } },
          { path: '/write-head' },
        ),
      ],
    },
    {
      id: 'timing/own-kept-where-policy-is-silent',
      requirement:
        "The application's own Timing-Allow-Origin is left alone where the policy does not speak of timings.",
      kind: 'observe',
      spec: [specAnchors.timingAllowOrigin],
      policy: twoOrigins,
      steps: [
        get(
          'https://a.example',
          { headers: { 'timing-allow-origin': 'https://upstream.example' } },
          { path: '/own-timing' },
        ),
      ],
    },
    {
      id: 'timing/own-replaced',
      requirement: "Where the policy speaks of timings, the application's own Timing-Allow-Origin is replaced.",
      kind: 'should',
      spec: [specAnchors.timingAllowOrigin],
      policy: { ...twoOrigins, timingAllowOrigin: true },
      needs: ['timing'],
      steps: [
        get(
          'https://a.example',
          {
            lists: {
              'timing-allow-origin': { includes: ['https://a.example'], excludes: ['https://upstream.example'] },
            },
          },
          { path: '/own-timing' },
        ),
      ],
    },
  ],
} as const satisfies ConformanceSuite
