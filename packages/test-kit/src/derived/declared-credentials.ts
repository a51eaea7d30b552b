import type { ConformanceCase } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import type { Declaration } from './declaration.ts'
import { completeCases, gets, reads } from './derived-case.ts'

const include = { credentials: 'include' } as const

/** Derives who can read responses to requests with credentials. */
export function declaredCredentials(declaration: Declaration): readonly ConformanceCase[] {
  const { allowed, allowsOpaque, isForAll, policy, unlisted } = declaration
  const isAllowed = policy.allowCredentials
  const strangers = [...(unlisted === null ? [] : [unlisted]), ...(allowsOpaque ? [] : ['null'])]
  return completeCases('declared-credentials', declaration, [
    {
      slug: 'allowed-readable',
      requirement: 'A page on an allowed origin can read a credentialed response, as the declared policy has it.',
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.credentials],
      steps: isAllowed && !isForAll ? allowed.map((origin) => reads(declaration, origin, 'readable', include)) : [],
    },
    {
      slug: 'exactly-true',
      requirement:
        'Access-Control-Allow-Credentials is there once, and is true, where the declared policy allows them.',
      kind: 'must',
      spec: [specAnchors.headerSyntax],
      steps:
        isAllowed && !isForAll
          ? allowed
              .slice(0, 1)
              .map((origin) => gets(declaration, origin, { headers: { 'access-control-allow-credentials': 'true' } }))
          : [],
    },
    {
      slug: 'not-allowed-blocked',
      requirement: 'No page can read a credentialed response where the declared policy does not allow credentials.',
      kind: 'must',
      spec: [specAnchors.corsCheck, specAnchors.credentials],
      steps: isAllowed
        ? []
        : [...allowed.slice(0, 2), ...strangers, ...(allowsOpaque ? ['null'] : [])].map((origin) =>
            reads(declaration, origin, 'blocked', include),
          ),
    },
    {
      slug: 'unlisted-blocked',
      requirement: 'A page on an origin that is not allowed cannot read a credentialed response.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      steps: isAllowed ? strangers.map((origin) => reads(declaration, origin, 'blocked', include)) : [],
    },
    {
      slug: 'every-origin-blocked',
      requirement:
        'A policy for every origin, even where it is declared with credentials, gives none of them to anybody.',
      kind: 'should',
      spec: [specAnchors.corsCheck, specAnchors.credentials],
      steps: isAllowed && isForAll ? allowed.map((origin) => reads(declaration, origin, 'blocked', include)) : [],
    },
    {
      slug: 'whatever-a-request-carries',
      requirement:
        'Neither a cookie nor an Authorization header makes a server allow credentials that were not declared.',
      kind: 'should',
      spec: [specAnchors.credentials],
      steps: isAllowed
        ? []
        : allowed
            .slice(0, 1)
            .flatMap((origin) =>
              [['cookie', 'corsac-exam=1'] as const, ['authorization', 'Basic Y29yc2FjOmV4YW0='] as const].map(
                (field) =>
                  gets(declaration, origin, { headers: { 'access-control-allow-credentials': null } }, [field]),
              ),
            ),
    },
    {
      slug: 'not-for-refused',
      requirement: 'An origin that is not allowed is not told that credentials are.',
      kind: 'should',
      spec: [specAnchors.responses],
      steps:
        isAllowed && !declaration.isStatic && unlisted !== null
          ? [gets(declaration, unlisted, { headers: { 'access-control-allow-credentials': null } })]
          : [],
    },
  ])
}
