import type { ConformanceCase, ConformanceSuite } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { blocked, get, readable } from './steps.ts'

type UnsafePolicy = Omit<ConformanceCase, 'id' | 'spec' | 'unsafePolicy'>

/** A policy that somebody may have written by mistake: to refuse it is as right as to do no harm with it. */
function unsafe(slug: string, rest: UnsafePolicy): ConformanceCase {
  return {
    id: `unsafe-policies/${slug}`,
    spec: [specAnchors.corsCheck, specAnchors.headerSyntax],
    unsafePolicy: true,
    ...rest,
  }
}

const include = { credentials: 'include' } as const

/** Policies that no server has to accept. One that starts with them nevertheless must not share more than they say. */
export const unsafePolicies: ConformanceSuite = {
  id: 'unsafe-policies',
  title: 'Policies that should not be',
  cases: [
    unsafe('any-origin-with-credentials', {
      requirement: "'*' together with credentials is refused, or opens no credentialed response to anybody.",
      kind: 'should',
      policy: { allowOrigins: '*', allowCredentials: true },
      steps: [blocked('https://anywhere.example', include), blocked('null', include)],
    }),
    unsafe('any-origin-in-list-with-credentials', {
      requirement:
        "'*' in a list together with credentials is refused, or opens no credentialed response to strangers.",
      kind: 'should',
      policy: { allowOrigins: ['https://a.example', '*'], allowCredentials: true },
      steps: [blocked('https://anywhere.example', include)],
    }),
    unsafe('exposed-headers-star-with-credentials', {
      requirement:
        "'*' for exposed headers together with credentials, where browsers take it literally, is refused or written out.",
      kind: 'should',
      policy: {
        allowOrigins: ['https://a.example', 'https://b.example'],
        allowCredentials: true,
        exposeHeaders: '*',
      },
      steps: [readable('https://a.example', include, { exposed: { includes: ['x-exam', 'etag'] } })],
    }),
    unsafe('opaque-origin-with-credentials', {
      requirement:
        'The opaque origin together with credentials is refused, or opens no credentialed response to pages on it.',
      kind: 'should',
      policy: { allowOrigins: ['https://a.example', 'null'], allowCredentials: true },
      needs: ['null-origin'],
      steps: [blocked('null', include)],
    }),
    unsafe('no-origin', {
      requirement: 'An empty list of origins is refused, or allows nobody.',
      kind: 'must',
      policy: { allowOrigins: [] },
      steps: [blocked('https://evil.example'), blocked('null')],
    }),
    unsafe('no-origin-with-credentials', {
      requirement: 'An empty list of origins together with credentials is refused, or allows nobody.',
      kind: 'must',
      policy: { allowOrigins: [], allowCredentials: true },
      steps: [blocked('https://evil.example', include), blocked('null', include)],
    }),
    unsafe('empty-entry', {
      requirement: 'An empty entry in the list of origins, as of a trailing comma, is refused, or allows nobody.',
      kind: 'must',
      policy: { allowOrigins: ['https://a.example', ''] },
      steps: [blocked('https://evil.example'), blocked('null')],
    }),
    unsafe('joined-entries', {
      requirement: 'Two origins in one entry are refused, or allow nothing that resembles them.',
      kind: 'must',
      policy: { allowOrigins: ['https://a.example,https://b.example'] },
      steps: [blocked('https://evil.example'), blocked('https://b.example.evil.example'), blocked('https://b.exam')],
    }),
    unsafe('trailing-slash', {
      requirement: 'An origin with a slash behind it is refused, or allows nothing that begins like it.',
      kind: 'must',
      policy: { allowOrigins: ['https://a.example/', 'https://b.example'] },
      steps: [blocked('https://a.example.evil.example'), blocked('https://evil.example')],
    }),
    unsafe('path-wildcard', {
      requirement: 'A wildcard for paths is refused, or allows no host that begins like that of the entry.',
      kind: 'must',
      policy: { allowOrigins: ['https://a.example/*', 'https://b.example'] },
      steps: [
        blocked('https://a.examples'),
        blocked('https://a.example.evil.example'),
        blocked('https://evil.example'),
      ],
    }),
    unsafe('host-without-scheme', {
      requirement: 'A host without a scheme is refused, or allows no other host that begins or ends like it.',
      kind: 'must',
      policy: { allowOrigins: ['a.example', 'https://b.example'] },
      steps: [
        blocked('https://evila.example'),
        blocked('https://a.example.evil.example'),
        blocked('https://axexample'),
      ],
    }),
    unsafe('trailing-wildcard', {
      requirement: 'A wildcard at the end of a host is refused, or covers no host of a stranger.',
      kind: 'should',
      policy: { allowOrigins: ['https://a.*', 'https://b.example'] },
      steps: [blocked('https://a.evil.example'), blocked('https://a.test')],
    }),
    unsafe('leading-wildcard-without-dot', {
      requirement: 'A wildcard that is no label of its own is refused, or covers no other host with that ending.',
      kind: 'should',
      policy: { allowOrigins: ['https://*a.example', 'https://b.example'] },
      steps: [blocked('https://evila.example')],
    }),
    unsafe('whole-scheme', {
      requirement: 'A wildcard for every host of a scheme is refused, or covers nobody with credentials.',
      kind: 'should',
      policy: { allowOrigins: ['https://*', 'https://b.example'], allowCredentials: true },
      steps: [blocked('https://evil.example', include)],
    }),
    unsafe('whole-top-level-domain', {
      requirement: 'A wildcard for every name of a top-level domain is refused, or covers nobody with credentials.',
      kind: 'should',
      policy: { allowOrigins: ['https://*.com', 'https://b.example'], allowCredentials: true },
      needs: ['allow-origins-patterns'],
      steps: [blocked('https://evil.com', include)],
    }),
    unsafe('public-suffix-unconfirmed', {
      requirement: 'A pattern for a domain below which anybody can register is refused unless it is confirmed.',
      kind: 'observe',
      policy: { allowOrigins: ['https://*.github.io'], allowCredentials: true },
      needs: ['allow-origins-patterns'],
      steps: [blocked('https://someone.github.io', include)],
    }),
    unsafe('insecure-origin-unconfirmed', {
      requirement: 'An insecure origin together with credentials is refused unless it is confirmed.',
      kind: 'observe',
      policy: { allowOrigins: ['http://intranet.example', 'https://b.example'], allowCredentials: true },
      steps: [blocked('http://intranet.example', include)],
    }),
    unsafe('expression', {
      requirement: 'A regular expression in place of an origin is refused, or allows nothing that it was not meant to.',
      kind: 'should',
      policy: { allowOrigins: ['https://.*a.example', 'https://b.example'] },
      steps: [blocked('https://evila.example'), blocked('https://a-example.evil.example')],
    }),
    unsafe('line-break', {
      requirement: 'A line break in the name of a header is refused, or at least makes no header of its own.',
      kind: 'must',
      policy: {
        allowOrigins: ['https://a.example', 'https://b.example'],
        exposeHeaders: ['X-Exam\r\nX-Injected: 1'],
      },
      steps: [get('https://a.example', { headers: { 'x-injected': null } })],
    }),
    unsafe('no-name', {
      requirement:
        'A name of a header that is none is refused, or at least left out: it would hide the others from pages.',
      kind: 'should',
      policy: { allowOrigins: ['https://a.example', 'https://b.example'], exposeHeaders: ['X Exam', 'X-Exam'] },
      steps: [get('https://a.example', { lists: { 'access-control-expose-headers': { excludes: ['x exam'] } } })],
    }),
  ],
}
