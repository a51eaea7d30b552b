import type { ConformanceSuite } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { oneOriginWithCredentials, twoOrigins, twoOriginsWithCredentials } from './policies.ts'
import { blocked, get, preflight, readable, refused } from './steps.ts'

/** Who may read responses to requests with credentials. */
export const credentials = {
  id: 'credentials',
  title: 'Credentials',
  cases: [
    {
      id: 'credentials/listed-origin-readable',
      requirement: 'With credentials allowed, a listed origin can read in every credentials mode.',
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.allowCredentials],
      policy: twoOriginsWithCredentials,
      steps: [
        readable('https://a.example', { credentials: 'include' }),
        readable('https://b.example', { credentials: 'omit' }),
      ],
    },
    {
      id: 'credentials/preflighted-readable',
      requirement: 'With credentials allowed, the preflight says so too, and a credentialed PUT can be read.',
      kind: 'must',
      spec: [specAnchors.credentials, specAnchors.corsPreflightFetch],
      policy: twoOriginsWithCredentials,
      steps: [readable('https://a.example', { method: 'PUT', credentials: 'include' }, { response: { status: 200 } })],
    },
    {
      id: 'credentials/unlisted-origin-blocked',
      requirement: 'With credentials allowed, an origin that is not listed can read in no credentials mode.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: twoOriginsWithCredentials,
      steps: [
        blocked('https://evil.example', { credentials: 'include' }),
        blocked('https://evil.example', { credentials: 'omit' }),
      ],
    },
    {
      id: 'credentials/off-blocks-credentialed',
      requirement: 'Without credentials allowed, a listed origin cannot read a credentialed response.',
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.credentials],
      policy: twoOrigins,
      steps: [
        blocked('https://a.example', { credentials: 'include' }),
        refused('https://a.example', { method: 'PUT', credentials: 'include' }),
      ],
    },
    {
      id: 'credentials/null-never-credentialed',
      requirement: 'A page on an opaque origin cannot read a credentialed response.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: twoOriginsWithCredentials,
      steps: [blocked('null', { credentials: 'include' })],
    },
    {
      id: 'credentials/one-origin',
      requirement:
        'With one listed origin and credentials, that origin can read credentialed responses and no other can.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: oneOriginWithCredentials,
      steps: [
        readable('https://a.example', { credentials: 'include' }),
        readable('https://a.example', { method: 'PUT', credentials: 'include' }),
        blocked('https://b.example', { credentials: 'include' }),
      ],
    },
    {
      id: 'credentials/only-true',
      requirement:
        'Access-Control-Allow-Credentials is absent where credentials are not allowed: its only value is true.',
      kind: 'should',
      spec: [specAnchors.headerSyntax],
      policy: twoOrigins,
      steps: [get('https://a.example', { headers: { 'access-control-allow-credentials': null } })],
    },
    {
      id: 'credentials/not-for-refused',
      requirement: 'A refused origin is not told that credentials are allowed.',
      kind: 'should',
      spec: [specAnchors.responses],
      policy: twoOriginsWithCredentials,
      steps: [get('https://evil.example', { headers: { 'access-control-allow-credentials': null } })],
    },
    {
      id: 'credentials/loopback-readable',
      requirement: 'A page on loopback counts as secure and can read credentialed responses where it is listed.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: { allowOrigins: ['http://localhost:3000', 'https://a.example'], allowCredentials: true },
      steps: [readable('http://localhost:3000', { credentials: 'include' })],
    },
    {
      id: 'credentials/insecure-origin-where-asked-for',
      requirement: 'An insecure origin can read credentialed responses where the policy explicitly wants it.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: {
        allowOrigins: ['http://intranet.example', 'https://a.example'],
        allowCredentials: true,
        dangerouslyAllowInsecureOrigins: true,
      },
      steps: [readable('http://intranet.example', { credentials: 'include' })],
    },
    {
      id: 'credentials/public-suffix-where-asked-for',
      requirement:
        'Every subdomain of a public suffix can read credentialed responses where the policy explicitly wants it.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: {
        allowOrigins: ['https://*.github.io'],
        allowCredentials: true,
        dangerouslyAllowPublicSuffixes: true,
      },
      needs: ['allow-origins-patterns'],
      steps: [
        readable('https://someone.github.io', { credentials: 'include' }),
        blocked('https://github.io', { credentials: 'include' }),
      ],
    },
    {
      id: 'credentials/every-listed-origin',
      requirement: 'With credentials allowed, each of the listed origins can read credentialed responses.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      policy: twoOriginsWithCredentials,
      steps: [
        readable('https://a.example', { credentials: 'include' }),
        readable('https://b.example', { credentials: 'include' }),
      ],
    },
    {
      id: 'credentials/post-readable',
      requirement: 'A page can read the response to a credentialed POST, before which no preflight is sent.',
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.corsSafelistedMethod],
      policy: twoOriginsWithCredentials,
      steps: [
        readable('https://a.example', {
          method: 'POST',
          credentials: 'include',
          headers: [['content-type', 'text/plain']],
          body: 'note',
        }),
      ],
    },
    {
      id: 'credentials/listed-headers-readable',
      requirement: 'A credentialed request with listed headers passes its preflight.',
      kind: 'must',
      spec: [specAnchors.credentials, specAnchors.corsPreflightFetch],
      policy: twoOriginsWithCredentials,
      steps: [
        readable('https://a.example', { credentials: 'include', headers: [['x-token', '1']] }),
        readable('https://a.example', { credentials: 'include', headers: [['authorization', 'Bearer 1']] }),
        refused('https://a.example', { credentials: 'include', headers: [['x-other', '1']] }),
      ],
    },
    {
      id: 'credentials/preflighted-without',
      requirement: 'With credentials allowed, a PUT without credentials passes its preflight likewise.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch],
      policy: twoOriginsWithCredentials,
      steps: [readable('https://b.example', { method: 'PUT', credentials: 'omit' })],
    },
    {
      id: 'credentials/unlisted-origin-preflight-refused',
      requirement:
        'With credentials allowed, a credentialed PUT from an origin that is not listed fails its preflight.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch, specAnchors.corsCheck],
      policy: twoOriginsWithCredentials,
      steps: [
        refused('https://evil.example', { method: 'PUT', credentials: 'include' }),
        refused('null', { method: 'PUT', credentials: 'include' }),
      ],
    },
    {
      id: 'credentials/exactly-true',
      requirement: 'Access-Control-Allow-Credentials is there once and is true, in these letters.',
      kind: 'must',
      spec: [specAnchors.headerSyntax, specAnchors.corsCheck],
      policy: twoOriginsWithCredentials,
      steps: [
        get('https://a.example', { headers: { 'access-control-allow-credentials': 'true' } }),
        preflight('https://a.example', 'PUT', { headers: { 'access-control-allow-credentials': 'true' } }),
      ],
    },
    {
      id: 'credentials/not-for-refused-preflight',
      requirement: 'A refused preflight is not told that credentials are allowed.',
      kind: 'should',
      spec: [specAnchors.responses],
      policy: twoOriginsWithCredentials,
      steps: [preflight('https://evil.example', 'PUT', { headers: { 'access-control-allow-credentials': null } })],
    },
    {
      id: 'credentials/whatever-a-request-carries',
      requirement: 'Where credentials are not allowed, neither a cookie nor an Authorization header changes that.',
      kind: 'should',
      spec: [specAnchors.credentials, specAnchors.corsCheck],
      policy: twoOrigins,
      steps: [
        get(
          'https://a.example',
          { headers: { 'access-control-allow-credentials': null } },
          { headers: [['cookie', 'session=1']] },
        ),
        get(
          'https://a.example',
          { headers: { 'access-control-allow-credentials': null } },
          { headers: [['authorization', 'Basic ZXhhbTpleGFt']] },
        ),
      ],
    },
  ],
} as const satisfies ConformanceSuite
