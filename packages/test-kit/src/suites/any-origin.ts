import type { ConformanceSuite } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { anyOrigin } from './policies.ts'
import { blocked, get, preflight, readable, refused } from './steps.ts'

/** Policies for every origin: what is public is public for each page, and never with credentials. */
export const everyOrigin = {
  id: 'any-origin',
  title: 'Policies for every origin',
  cases: [
    {
      id: 'any-origin/readable',
      requirement: "With '*' a page on any origin can read the response, an opaque origin included.",
      kind: 'must',
      spec: [specAnchors.responses, specAnchors.allowOrigin],
      policy: anyOrigin,
      steps: [readable('https://anywhere.example'), readable('http://localhost:3000'), readable('null')],
    },
    {
      id: 'any-origin/in-list',
      requirement: "'*' in a list of origins means every origin.",
      kind: 'should',
      spec: [specAnchors.allowOrigin],
      policy: { allowOrigins: ['https://a.example', '*'] },
      steps: [readable('https://a.example'), readable('https://anywhere.example')],
    },
    {
      id: 'any-origin/every-form-of-origin-readable',
      requirement: "With '*' apps, extensions, addresses and ports are origins like others.",
      kind: 'must',
      spec: [specAnchors.allowOrigin, specAnchors.originHeader],
      policy: anyOrigin,
      steps: [
        readable('capacitor://localhost'),
        readable('chrome-extension://abcdefghijklmnopabcdefghijklmnop'),
        readable('http://[::1]:3000'),
        readable('https://a.example:8443'),
        readable('https://xn--bcher-kva.example'),
      ],
    },
    {
      id: 'any-origin/preflighted-readable',
      requirement: "With '*' a PUT from any origin passes its preflight and can be read.",
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch],
      policy: anyOrigin,
      steps: [readable('https://anywhere.example', { method: 'PUT' })],
    },
    {
      id: 'any-origin/opaque-preflighted-readable',
      requirement: "With '*' a PUT with listed headers passes its preflight from an opaque origin too.",
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch],
      policy: anyOrigin,
      steps: [readable('null', { method: 'PUT', headers: [['x-token', '1']] })],
    },
    {
      id: 'any-origin/unlisted-refused',
      requirement: "'*' for origins is no wildcard for methods and request headers.",
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch],
      policy: anyOrigin,
      steps: [
        refused('https://anywhere.example', { method: 'DELETE' }),
        refused('https://anywhere.example', { headers: [['x-other', '1']] }),
      ],
    },
    {
      id: 'any-origin/everywhere-readable',
      requirement: "With '*' any page can read every kind of response.",
      kind: 'must',
      spec: [specAnchors.responses],
      policy: anyOrigin,
      steps: [
        readable('https://anywhere.example', { path: '/redirect' }),
        readable('https://anywhere.example', { path: '/stream' }),
        readable('https://anywhere.example', { path: '/no-content' }),
        readable('https://anywhere.example', { path: '/unauthorized' }),
        readable('https://anywhere.example', { method: 'HEAD' }),
      ],
    },
    {
      id: 'any-origin/never-credentialed',
      requirement: "With '*' no page can read a credentialed response.",
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: anyOrigin,
      steps: [
        blocked('https://anywhere.example', { credentials: 'include' }),
        blocked('null', { credentials: 'include' }),
        refused('https://anywhere.example', { method: 'PUT', credentials: 'include' }),
      ],
    },
    {
      id: 'any-origin/whatever-cookies',
      requirement: "With '*' credentials are never allowed, not even to a request that carries a cookie.",
      kind: 'should',
      spec: [specAnchors.corsCheck],
      policy: anyOrigin,
      steps: [
        get('https://anywhere.example', { headers: { 'access-control-allow-credentials': null } }),
        get(
          'https://anywhere.example',
          { headers: { 'access-control-allow-credentials': null } },
          { headers: [['cookie', 'session=1']] },
        ),
      ],
    },
    {
      id: 'any-origin/star-is-said',
      requirement: "'*' is answered with '*': an echo has to vary, and splits caches for nothing.",
      kind: 'should',
      spec: [specAnchors.httpCaches],
      policy: anyOrigin,
      steps: [
        get('https://anywhere.example', { headers: { 'access-control-allow-origin': '*' } }),
        preflight('https://anywhere.example', 'PUT', { headers: { 'access-control-allow-origin': '*' } }),
      ],
    },
    {
      id: 'any-origin/no-origin-not-echoed',
      requirement: "With '*' what is no origin does not come back either.",
      kind: 'should',
      spec: [specAnchors.originHeader],
      policy: anyOrigin,
      steps: [
        get('not an origin', { headers: { 'access-control-allow-origin': { noneOf: ['not an origin'] } } }),
        get('https://'.repeat(1500), { maxHeaderBytes: 4096 }),
      ],
    },
    {
      id: 'any-origin/preflight-consistent',
      requirement: "With '*' either all preflights are answered alike, or the answers vary on Origin.",
      kind: 'should',
      spec: [specAnchors.httpVary, specAnchors.httpOptions],
      policy: anyOrigin,
      steps: [
        preflight('https://a.example', 'PUT', {}),
        preflight('https://b.example', 'PUT', {}),
        preflight('null', 'PUT', {}),
      ],
      across: { varyWhereDifferent: 'origin' },
    },
  ],
} as const satisfies ConformanceSuite
