import { advisoryAddress } from '../cases/advisory-address.ts'
import type { ConformanceCase, ConformanceSuite } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { subdomains, subdomainsWithCredentials, twoOrigins, twoOriginsWithCredentials } from './policies.ts'
import { blocked, get, preflight, readable, refused } from './steps.ts'

type Shown = Omit<ConformanceCase, 'id' | 'advisories' | 'hostile'>

/** The smallest policy and requests that show a vulnerability that was found in some server, and published. */
function shown(advisories: readonly [string, ...string[]], { spec, ...rest }: Shown): ConformanceCase {
  return {
    id: `published-vulnerabilities/${slugOf(advisories[0])}`,
    spec: [...spec, ...advisories.map(advisoryAddress)],
    advisories,
    hostile: true,
    ...rest,
  }
}

function slugOf(advisory: string): string {
  return advisory.toLowerCase().replace(/[^a-z\d]+/g, '-')
}

const include = { credentials: 'include' } as const

/** What has gone wrong before, in frameworks, libraries, proxies and applications, as far as a request can show it. */
export const publishedVulnerabilities: ConformanceSuite = {
  id: 'published-vulnerabilities',
  title: 'Published vulnerabilities',
  cases: [
    shown(['CVE-2015-9236', 'GHSA-vwrf-r5r4-7775'], {
      requirement: 'A path that is closed to CORS does not get its preflights answered by the default of the server.',
      kind: 'must',
      spec: [specAnchors.corsPreflightRequest],
      policy: { allowOrigins: '*', allowMethods: ['DELETE'], routes: { '/locked': false } },
      needs: ['routes'],
      steps: [refused('https://evil.example', { path: '/locked', method: 'DELETE' })],
    }),
    shown(['CVE-2015-9243', 'GHSA-j3g2-m5jj-6336'], {
      requirement: 'A path with methods of its own does not become a path for every origin.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: {
        ...twoOrigins,
        routes: { '/narrow': { allowOrigins: ['https://a.example', 'https://b.example'], allowMethods: ['PUT'] } },
      },
      needs: ['routes'],
      steps: [
        blocked('https://evil.example', { path: '/narrow' }),
        refused('https://evil.example', { path: '/narrow', method: 'PUT' }),
      ],
    }),
    shown(['CVE-2016-10549'], {
      requirement: "'*' is not turned into an echo that goes with credentials.",
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: { allowOrigins: '*' },
      steps: [
        blocked('https://evil.example', include),
        blocked('https://evil.example', { ...include, method: 'HEAD' }),
      ],
    }),
    shown(['CVE-2017-11173'], {
      requirement: 'A listed origin is compared to its end, whatever it was turned into to be compared.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: twoOriginsWithCredentials,
      steps: [blocked('https://a.example.example.net', include), blocked('https://a.example-example.net', include)],
    }),
    shown(['CVE-2017-20146'], {
      requirement: 'Who asks does not decide who is allowed.',
      kind: 'must',
      spec: [specAnchors.allowOrigin],
      policy: twoOrigins,
      steps: [
        blocked('https://evil.example', { path: '/missing' }),
        refused('https://evil.example', { method: 'PATCH' }),
      ],
    }),
    shown(['CVE-2018-8014', 'GHSA-r4x2-3cq5-hqvp'], {
      requirement: 'A policy of nothing but defaults shares with everybody, and with nobody who has credentials.',
      kind: 'must',
      spec: [specAnchors.credentials],
      policy: {},
      steps: [readable('https://evil.example'), blocked('https://evil.example', include)],
    }),
    shown(['CVE-2018-20744'], {
      requirement: "'*' together with credentials is refused, and not repaired by an echo.",
      kind: 'should',
      spec: [specAnchors.corsCheck],
      policy: { allowOrigins: '*', allowCredentials: true, allowMethods: ['PUT'] },
      unsafePolicy: true,
      steps: [blocked('https://evil.example', include)],
    }),
    shown(['CVE-2019-9580'], {
      requirement: 'A refused origin is not answered with null, which any site can be.',
      kind: 'must',
      spec: [specAnchors.allowOrigin],
      policy: twoOriginsWithCredentials,
      steps: [
        blocked('null', include),
        get('https://evil.example', { headers: { 'access-control-allow-origin': { noneOf: ['null'] } } }),
      ],
    }),
    shown(['CVE-2019-18978', 'CVE-2020-25032', 'GHSA-xc3p-ff3m-f46v'], {
      requirement: 'A path that only leads through one with a wider policy does not get that policy.',
      kind: 'must',
      spec: [specAnchors.responses],
      policy: { ...twoOrigins, routes: { '/wide': { allowOrigins: '*' } } },
      needs: ['routes'],
      steps: [blocked('https://evil.example', { path: '/wide%2f..%2fdata' })],
    }),
    shown(['CVE-2019-25211'], {
      requirement: 'An entry that ends in /* is refused, and not taken for a beginning.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: { allowOrigins: ['https://a.example/*', 'http://localhost/*'] },
      unsafePolicy: true,
      steps: [blocked('https://a.examplemunity'), blocked('http://localhost.evil.example')],
    }),
    shown(['Kludex/starlette#800'], {
      requirement: 'A pattern is compared to its end.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: subdomains,
      needs: ['allow-origins-patterns'],
      steps: [blocked('https://www.a.example.evil.example')],
    }),
    shown(['CVE-2020-5397'], {
      requirement: 'No preflight runs a handler of the application, which no page could have run otherwise.',
      kind: 'should',
      spec: [specAnchors.corsPreflightRequest],
      policy: twoOrigins,
      needs: ['handled'],
      steps: [
        preflight('https://evil.example', 'DELETE', { handled: false }),
        preflight('https://a.example', 'GET', { handled: false }),
      ],
    }),
    shown(['GHSA-7hx8-2rxv-66xv', 'GHSA-23vw-mhv5-grv5'], {
      requirement: 'A header that is not well-formed is no error of the server, and does not end it.',
      kind: 'should',
      spec: [specAnchors.originHeader, specAnchors.requestHeaders],
      policy: twoOrigins,
      steps: [
        get('https://a.example\u00ff', { status: [200, 400, 403, 404] }),
        preflight(
          'https://a.example\u00ff',
          'PUT',
          { status: [200, 204, 400, 403, 404, 405] },
          { names: '\u00ff,\u0080' },
        ),
        readable('https://a.example'),
      ],
    }),
    shown(['CVE-2021-39185', 'GHSA-52cf-226f-rhr6'], {
      requirement: 'A policy of nothing but defaults is no echo with credentials, for opaque origins neither.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: {},
      steps: [blocked('null', include), blocked('https://evil.example', include)],
    }),
    shown(['CVE-2022-1996'], {
      requirement: 'Listed origins are no regular expressions.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: twoOriginsWithCredentials,
      steps: [
        blocked('https://a.example.malicious.domain', include),
        blocked('https://axexample.malicious.domain', include),
        blocked('https://axexample', include),
      ],
    }),
    shown(['CVE-2022-42975'], {
      requirement: 'A pattern for subdomains covers none without the dot.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: subdomainsWithCredentials,
      needs: ['allow-origins-patterns'],
      steps: [blocked('https://evila.example', include)],
    }),
    shown(['CVE-2023-36829'], {
      requirement: 'Credentials are not allowed to an origin because its host ends like that of a listed one.',
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.credentials],
      policy: twoOriginsWithCredentials,
      steps: [
        blocked('https://evila.example', include),
        get('https://evila.example', {
          headers: { 'access-control-allow-origin': { noneOf: ['https://evila.example', '*'] } },
        }),
      ],
    }),
    shown(['CVE-2023-49803', 'GHSA-qxrj-hx23-xp82'], {
      requirement: 'A list of origins is not overlooked in favour of an echo.',
      kind: 'must',
      spec: [specAnchors.allowOrigin],
      policy: twoOriginsWithCredentials,
      steps: [blocked('https://evil.example', include), refused('https://evil.example', { ...include, method: 'PUT' })],
    }),
    shown(['kubernetes/ingress-nginx#10206'], {
      requirement: 'A comma too many in a list of origins does not allow everybody.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: { allowOrigins: ['https://a.example', 'https://b.example', ''], allowCredentials: true },
      unsafePolicy: true,
      steps: [blocked('https://evil.example', include), blocked('null', include)],
    }),
    shown(['CVE-2024-6221'], {
      requirement: 'Private-network access is granted to nobody unless a policy says so.',
      kind: 'should',
      spec: [specAnchors.responses],
      policy: { allowOrigins: '*' },
      steps: [
        preflight(
          'https://evil.example',
          'GET',
          { headers: { 'access-control-allow-private-network': null } },
          { headers: [['access-control-request-private-network', 'true']] },
        ),
      ],
    }),
    shown(['CVE-2024-6866'], {
      requirement: 'A path in other letters does not get the wider policy of the path that it resembles.',
      kind: 'observe',
      spec: [specAnchors.responses],
      policy: { ...twoOrigins, routes: { '/wide': { allowOrigins: '*' } } },
      needs: ['routes'],
      steps: [blocked('https://evil.example', { path: '/WIDE' })],
    }),
    shown(['CVE-2024-25124', 'GHSA-fmg4-x8pw-hjhg'], {
      requirement: "'*' together with credentials is refused, or lets no credentialed request pass its preflight.",
      kind: 'should',
      spec: [specAnchors.corsPreflightFetch],
      policy: { allowOrigins: '*', allowCredentials: true, allowMethods: ['PUT', 'DELETE'] },
      unsafePolicy: true,
      steps: [refused('https://evil.example', { ...include, method: 'DELETE' })],
    }),
    shown(['GHSA-vhxv-fg4m-p2w8', 'GHSA-v84h-653v-4pq9'], {
      requirement: 'Listed origins that share an ending are not merged into others.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: { allowOrigins: ['https://foo.example', 'https://bar.example'], allowCredentials: true },
      steps: [blocked('https://barfoo.example', include), blocked('https://foobar.example', include)],
    }),
    shown(['CVE-2025-47908', 'GHSA-mh55-gqvf-xfwm'], {
      requirement: 'Lines and lines of commas in place of request headers are answered briefly, and cost nobody else.',
      kind: 'should',
      spec: [specAnchors.requestHeaders],
      policy: twoOrigins,
      steps: [
        preflight(
          'https://a.example',
          'PUT',
          { maxHeaderBytes: 4096 },
          { names: Array.from({ length: 100 }, () => ','.repeat(100)) },
        ),
        readable('https://a.example', { method: 'PUT' }),
      ],
    }),
    shown(['CVE-2025-50864'], {
      requirement: 'An origin is not allowed because a listed one is somewhere in it.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: twoOriginsWithCredentials,
      steps: [blocked('https://nota.example', include), blocked('https://a.example.common.net', include)],
    }),
    shown(['CVE-2025-71381', 'GHSA-q7jf-gf43-6x6p'], {
      requirement: 'What a request says in Vary, a header of responses, is not repeated to caches.',
      kind: 'should',
      spec: [specAnchors.httpVary],
      policy: { allowOrigins: '*' },
      steps: [
        get('https://evil.example', { vary: { excludes: ['x-evil'] } }, { headers: [['vary', 'X-Evil']] }),
        preflight('https://evil.example', 'GET', { vary: { excludes: ['x-evil'] } }, { headers: [['vary', 'X-Evil']] }),
      ],
    }),
    shown(['CVE-2026-27192'], {
      requirement: 'An origin that begins like a listed one is not allowed, with a Referer that does so neither.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: twoOriginsWithCredentials,
      steps: [
        blocked('https://a.example.attacker.example', include),
        get(
          'https://a.example.attacker.example',
          { headers: { 'access-control-allow-origin': { noneOf: ['https://a.example.attacker.example', '*'] } } },
          { headers: [['referer', 'https://a.example.attacker.example/page']] },
        ),
      ],
    }),
    shown(['CVE-2026-37737'], {
      requirement: 'A listed origin is not taken for the beginning of a longer one in preflights.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch],
      policy: twoOriginsWithCredentials,
      steps: [refused('https://a.example.attacker.io', { ...include, method: 'PUT' })],
    }),
    shown(['CVE-2026-40110', 'GHSA-24qx-w28j-9m6p'], {
      requirement: 'A pattern does not allow credentials to a host that only begins like one that it covers.',
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.credentials],
      policy: subdomainsWithCredentials,
      needs: ['allow-origins-patterns'],
      steps: [blocked('https://x.a.example.evil.example', include), blocked('https://x.a.examples', include)],
    }),
    shown(['CVE-2026-54290', 'GHSA-88fw-hqm2-52qc'], {
      requirement: 'Credentials without a list of origins are refused, or at least not allowed to whoever asks.',
      kind: 'should',
      spec: [specAnchors.corsCheck],
      policy: { allowCredentials: true },
      unsafePolicy: true,
      steps: [blocked('https://evil.example', include), blocked('null', include)],
    }),
    shown(['CVE-2026-55536'], {
      requirement: 'A name that begins like loopback is not loopback.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: { allowOrigins: ['http://127.0.0.1:3000', 'http://localhost:3000'] },
      steps: [
        blocked('http://127.0.0.1.evil.example:3000'),
        blocked('http://localhost.evil.example:3000'),
        blocked('http://localhost:30001'),
      ],
    }),
    shown(['CVE-2026-69207', 'GHSA-8j4g-w8fx-2239'], {
      requirement: 'Kilobytes of white space between request headers are answered briefly, and cost nobody else.',
      kind: 'should',
      spec: [specAnchors.requestHeaders],
      policy: twoOrigins,
      steps: [
        preflight('https://a.example', 'PUT', { maxHeaderBytes: 4096 }, { names: `a${' '.repeat(6_000)}b` }),
        readable('https://a.example', { method: 'PUT' }),
      ],
    }),
    shown(['CVE-2024-41657', 'CVE-2024-41659', 'CVE-2025-34291', 'CVE-2025-53092', 'CVE-2026-30924'], {
      requirement: 'Not every origin is reflected with credentials, which opens all that a user can see to any site.',
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.credentials],
      policy: twoOriginsWithCredentials,
      steps: [
        blocked('https://evil.example', include),
        blocked('null', include),
        refused('https://evil.example', { ...include, headers: [['x-token', '1']] }),
      ],
    }),
    shown(['CVE-2025-59956', 'CVE-2026-42559'], {
      requirement: 'A name that was rebound to the server is not allowed because it is the Host of the request.',
      kind: 'should',
      spec: [specAnchors.corsCheck],
      policy: { allowOrigins: ['http://localhost:3000', 'http://127.0.0.1:3000'] },
      steps: [
        get(
          'http://evil.example:3000',
          { headers: { 'access-control-allow-origin': { noneOf: ['http://evil.example:3000', '*'] } } },
          { headers: [['host', 'evil.example:3000']] },
        ),
      ],
    }),
    shown(['strapi/strapi#2969'], {
      requirement: 'No header by which proxies call the server switches its policy.',
      kind: 'should',
      spec: [specAnchors.corsCheck],
      policy: twoOrigins,
      steps: [
        get(
          'http://evil.example',
          { headers: { 'access-control-allow-origin': { noneOf: ['http://evil.example', '*'] } } },
          { headers: [['x-forwarded-host', 'evil.example']] },
        ),
      ],
    }),
  ],
}
