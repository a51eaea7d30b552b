import { advisoryAddress } from '../cases/advisory-address.ts'
import type { ConformanceCase, ConformanceSuite } from '../cases/conformance-case.ts'
import type { CasePolicy } from '../exam/exam-policy.ts'
import { deriveHostileCases, type HostileCaseOptions } from '../imitations/derive-hostile-cases.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import {
  addressOrigins,
  appOrigins,
  anyPort,
  oneOrigin,
  portedOrigins,
  subdomains,
  twoOrigins,
  twoOriginsWithCredentials,
} from './policies.ts'
import { blocked, get, preflight, refused } from './steps.ts'

function imitationsOf(
  policy: CasePolicy,
  form: string,
  options: Pick<HostileCaseOptions, 'allowed' | 'needs' | 'only' | 'except'>,
): readonly ConformanceCase[] {
  return deriveHostileCases(policy, { idPrefix: `hostile-origins/${form}`, path: '/data', ...options })
}

/** Names the published vulnerability that a case would have shown. */
function advised(conformanceCase: ConformanceCase, advisory: string): ConformanceCase {
  const spec = [...conformanceCase.spec, advisoryAddress(advisory)]
  return { ...conformanceCase, spec, advisories: [advisory] }
}

/** Origins that resemble an allowed one, and values that are no origins at all. */
export const hostileOrigins: ConformanceSuite = {
  id: 'hostile-origins',
  title: 'Hostile origins',
  cases: [
    ...imitationsOf(twoOrigins, '', { allowed: 'a listed one' }).map((one) =>
      one.id === 'hostile-origins/suffix' ? advised(one, 'CVE-2024-27302') : one,
    ),
    ...imitationsOf(oneOrigin, 'one-origin-', {
      allowed: 'the one listed origin',
      only: ['prefix', 'suffix', 'dot', 'family', 'scheme', 'port'],
    }),
    ...imitationsOf(subdomains, 'pattern-', {
      allowed: 'what a pattern covers',
      needs: ['allow-origins-patterns'],
      except: ['substring', 'fragment'],
    }),
    ...imitationsOf(anyPort, 'port-pattern-', {
      allowed: 'what a pattern of ports covers',
      needs: ['allow-origins-patterns', 'port-patterns'],
      only: ['prefix', 'suffix', 'family', 'scheme', 'trailing-dot', 'loopback', 'port-text', 'userinfo'],
    }),
    ...imitationsOf(portedOrigins, 'ported-', {
      allowed: 'one with a port',
      only: ['suffix', 'scheme', 'port', 'loopback', 'port-text'],
    }),
    ...imitationsOf(addressOrigins, 'address-', {
      allowed: 'one with an address',
      only: ['prefix', 'dot', 'scheme', 'port', 'loopback', 'address-forms'],
    }),
    ...imitationsOf(appOrigins, 'app-', { allowed: 'that of an app', only: ['prefix', 'scheme', 'case', 'userinfo'] }),
    {
      id: 'hostile-origins/merged-entries',
      requirement: 'Two listed origins with a common ending allow nothing between them.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: { allowOrigins: ['https://foo.example', 'https://bar.example'] },
      steps: [
        blocked('https://barfoo.example'),
        blocked('https://foobar.example'),
        blocked('https://oo.example'),
        blocked('https://ar.example'),
      ],
    },
    {
      id: 'hostile-origins/entries-not-mixed',
      requirement: 'The scheme, host or port of one listed origin and those of another do not make a third.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: { allowOrigins: ['https://a.example', 'http://b.example', 'https://c.example:8443'] },
      steps: [
        blocked('http://a.example'),
        blocked('https://b.example'),
        blocked('https://a.example:8443'),
        blocked('https://c.example'),
      ],
    },
    {
      id: 'hostile-origins/pattern-entries-not-mixed',
      requirement: 'The port of one entry and the subdomains of another do not make a third.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: { allowOrigins: ['https://foo.example', 'https://*.foo.example', 'https://a.foo.example:8443'] },
      needs: ['allow-origins-patterns'],
      steps: [blocked('https://b.foo.example:8443'), blocked('https://foo.example:8443')],
    },
    {
      id: 'hostile-origins/nothing-listed-is-text',
      requirement:
        "An origin is no text to look up: neither the names of a language's built-in properties nor patterns are listed.",
      kind: 'should',
      spec: [specAnchors.originHeader],
      policy: twoOrigins,
      steps: ['', 'constructor', '__proto__', 'toString', '0', 'true', '.*', '^https://a\\.example$'].map((origin) =>
        get(origin, { headers: { 'access-control-allow-origin': { noneOf: [origin, '*'] } } }),
      ),
    },
    {
      id: 'hostile-origins/very-long',
      requirement: 'An Origin of many kilobytes does not come back.',
      kind: 'should',
      spec: [specAnchors.originHeader],
      policy: twoOrigins,
      steps: [
        `https://a.example${'@'.repeat(6_000)}`,
        'https://'.repeat(1500),
        `https://a.example${'.'.repeat(6_000)}`,
      ].map((origin) => get(origin, { maxHeaderBytes: 4096 })),
    },
    {
      id: 'hostile-origins/pattern-very-long',
      requirement: 'An Origin of thousands of labels that a pattern might cover does not come back.',
      kind: 'should',
      spec: [specAnchors.originHeader],
      policy: subdomains,
      needs: ['allow-origins-patterns'],
      steps: [get(`https://${'x.'.repeat(6_000)}a.example`, { maxHeaderBytes: 4096 })],
    },
    {
      id: 'hostile-origins/preflight-refused',
      requirement: 'The preflights of origins that resemble a listed one are refused like their other requests.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch, specAnchors.corsCheck],
      policy: twoOriginsWithCredentials,
      steps: [
        'https://a.example.evil.example',
        'https://evila.example',
        'https://axexample',
        'https://sub.a.example',
        'http://a.example',
        'https://a.example:8443',
      ].map((origin) => refused(origin, { method: 'PUT', credentials: 'include' })),
    },
    {
      id: 'hostile-origins/pattern-preflight-refused',
      requirement:
        'The preflights of origins that resemble what a pattern covers are refused like their other requests.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch, specAnchors.corsCheck],
      policy: subdomains,
      needs: ['allow-origins-patterns'],
      steps: ['https://evila.example', 'https://x.a.example.evil.example', 'http://x.a.example'].map((origin) =>
        refused(origin, { method: 'PUT' }),
      ),
    },
    {
      id: 'hostile-origins/port-pattern-preflight-refused',
      requirement: 'The preflights of origins that resemble what a pattern of ports covers are refused too.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch, specAnchors.corsCheck],
      policy: anyPort,
      needs: ['allow-origins-patterns', 'port-patterns'],
      steps: ['http://localhost.evil.example:5173', 'http://evil-localhost:5173', 'https://localhost:5173'].map(
        (origin) => refused(origin, { method: 'PUT' }),
      ),
    },
    {
      id: 'hostile-origins/forged-preflight-not-shared',
      requirement: 'A preflight with what is no serialized origin is not allowed.',
      kind: 'should',
      spec: [specAnchors.originHeader, specAnchors.corsPreflightRequest],
      policy: twoOrigins,
      steps: [
        'https://a.example/',
        'HTTPS://A.EXAMPLE',
        'https://a.example, https://evil.example',
        'a.example',
        '',
      ].map((origin) =>
        preflight(origin, 'PUT', { headers: { 'access-control-allow-origin': { noneOf: [origin, '*'] } } }),
      ),
    },
  ],
}
