import type { ConformanceSuite } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { addressOrigins, appOrigins, oneOrigin, portedOrigins, twoOrigins } from './policies.ts'
import { blocked, get, readable } from './steps.ts'

/** More origins than anybody writes by hand. */
const manyOrigins = Array.from({ length: 100 }, (_, index) => `https://app-${index}.example`)

/** A host of 253 characters, the most that there may be. */
const longHost = `${`${'a'.repeat(60)}.`.repeat(4)}a.example`

/** Which listed origins can read, and what becomes of requests that are not CORS requests. */
export const corsRequests = {
  id: 'cors-requests',
  title: 'CORS requests',
  cases: [
    {
      id: 'cors-requests/listed-origins-readable',
      requirement: 'A page on each of the listed origins can read the response.',
      kind: 'must',
      spec: [specAnchors.responses, specAnchors.allowOrigin],
      policy: twoOrigins,
      steps: [
        readable('https://a.example', {}, { response: { status: 200 } }),
        readable('https://b.example', {}, { response: { status: 200 } }),
      ],
    },
    {
      id: 'cors-requests/unlisted-origin-blocked',
      requirement: 'A page on an origin that is not listed cannot read the response.',
      kind: 'must',
      spec: [specAnchors.responses, specAnchors.corsCheck],
      policy: twoOrigins,
      steps: [blocked('https://evil.example')],
    },
    {
      id: 'cors-requests/unlisted-origin-served',
      requirement:
        'A request from an origin that is not listed is still served: CORS withholds responses, not service.',
      kind: 'observe',
      spec: [specAnchors.corsRequest],
      policy: twoOrigins,
      steps: [get('https://evil.example', { status: 200, bodyIncludes: 'exam' })],
    },
    {
      id: 'cors-requests/no-origin-served',
      requirement: 'A request without Origin is no CORS request and is served as without CORS.',
      kind: 'must',
      spec: [specAnchors.corsRequest],
      policy: twoOrigins,
      steps: [get(null, { status: 200, bodyIncludes: 'exam' }), get(null, { status: 200 }, { method: 'POST' })],
    },
    {
      id: 'cors-requests/same-origin-post-served',
      requirement:
        "A POST from the server's own pages carries Origin too and is served, although the policy does not list it.",
      kind: 'should',
      spec: [specAnchors.corsRequest, specAnchors.originHeader],
      policy: twoOrigins,
      steps: [
        readable(
          'self',
          { method: 'POST', headers: [['content-type', 'text/plain']], body: 'note' },
          { response: { status: 200 } },
        ),
      ],
    },
    {
      id: 'cors-requests/safelisted-post-readable',
      requirement:
        'A page can read the response to a POST with a safelisted content type, before which no preflight is sent.',
      kind: 'must',
      spec: [specAnchors.corsSafelistedMethod, specAnchors.corsSafelistedRequestHeader],
      policy: twoOrigins,
      steps: [
        readable(
          'https://a.example',
          { method: 'POST', headers: [['content-type', 'text/plain']], body: 'note' },
          { response: { status: 200 } },
        ),
      ],
    },
    {
      id: 'cors-requests/one-origin-readable',
      requirement: 'With one listed origin its pages can read the response, and no others.',
      kind: 'must',
      spec: [specAnchors.responses, specAnchors.corsCheck],
      policy: oneOrigin,
      steps: [readable('https://a.example'), blocked('https://b.example')],
    },
    {
      id: 'cors-requests/http-origin-readable',
      requirement: 'An http origin can be listed, and does not stand for the https origin of the same host.',
      kind: 'must',
      spec: [specAnchors.originHeader, specAnchors.corsCheck],
      policy: { allowOrigins: ['http://a.example', 'https://b.example'] },
      steps: [readable('http://a.example'), readable('https://b.example'), blocked('https://a.example')],
    },
    {
      id: 'cors-requests/app-origins-readable',
      requirement: 'The origins of apps and extensions, with schemes of their own, are origins like others.',
      kind: 'must',
      spec: [specAnchors.originHeader, specAnchors.corsCheck],
      policy: appOrigins,
      steps: appOrigins.allowOrigins.map((origin) => readable(origin)),
    },
    {
      id: 'cors-requests/address-origins-readable',
      requirement: 'Origins whose host is an IPv4 or IPv6 address are origins like others.',
      kind: 'must',
      spec: [specAnchors.originHeader, specAnchors.corsCheck],
      policy: addressOrigins,
      steps: addressOrigins.allowOrigins.map((origin) => readable(origin)),
    },
    {
      id: 'cors-requests/ported-origins-readable',
      requirement: 'Origins with a port of their own are origins like others.',
      kind: 'must',
      spec: [specAnchors.originHeader, specAnchors.corsCheck],
      policy: portedOrigins,
      steps: portedOrigins.allowOrigins.map((origin) => readable(origin)),
    },
    {
      id: 'cors-requests/punycode-origin-readable',
      requirement: 'A host beyond ASCII is listed, compared and sent in its Punycode form.',
      kind: 'must',
      spec: [specAnchors.originHeader, specAnchors.corsCheck],
      policy: { allowOrigins: ['https://xn--bcher-kva.example', 'https://a.example'] },
      steps: [readable('https://xn--bcher-kva.example'), blocked('https://bucher.example')],
    },
    {
      id: 'cors-requests/single-label-origin-readable',
      requirement: 'A host of one label, as intranets have them, is a host like others.',
      kind: 'must',
      spec: [specAnchors.originHeader, specAnchors.corsCheck],
      policy: { allowOrigins: ['https://intranet', 'https://a.example'] },
      steps: [readable('https://intranet'), blocked('https://intranet.example')],
    },
    {
      id: 'cors-requests/long-origin-readable',
      requirement: 'A host as long as a host name may be is compared to its end.',
      kind: 'must',
      spec: [specAnchors.originHeader, specAnchors.corsCheck],
      policy: { allowOrigins: [`https://${longHost}`, 'https://a.example'] },
      steps: [readable(`https://${longHost}`), blocked(`https://${longHost.slice(0, -1)}f`)],
    },
    {
      id: 'cors-requests/every-one-of-many-origins-readable',
      requirement: 'Of a hundred listed origins each can read the response, whatever its place in the list.',
      kind: 'must',
      spec: [specAnchors.responses, specAnchors.corsCheck],
      policy: { allowOrigins: manyOrigins },
      steps: [
        readable('https://app-0.example'),
        readable('https://app-49.example'),
        readable('https://app-99.example'),
        blocked('https://app-100.example'),
      ],
    },
    {
      id: 'cors-requests/query-readable',
      requirement: 'A query in the URL does not change who can read the response.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: twoOrigins,
      steps: [
        readable('https://a.example', { path: '/data?page=1&sort=up' }),
        blocked('https://evil.example', { path: '/data?origin=https://a.example' }),
      ],
    },
    {
      id: 'cors-requests/forms-readable',
      requirement: 'A page can read the responses to what a form could have sent, which needs no preflight either.',
      kind: 'must',
      spec: [specAnchors.corsSafelistedMethod, specAnchors.corsSafelistedRequestHeader],
      policy: twoOrigins,
      steps: ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=exam'].map((type) =>
        readable('https://a.example', { method: 'POST', headers: [['content-type', type]], body: 'note=1' }),
      ),
    },
    {
      id: 'cors-requests/unlisted-post-blocked',
      requirement: 'A page on an origin that is not listed cannot read the response to a POST without preflight.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: twoOrigins,
      steps: [
        blocked('https://evil.example', { method: 'POST', headers: [['content-type', 'text/plain']], body: 'note' }),
      ],
    },
  ],
} as const satisfies ConformanceSuite
