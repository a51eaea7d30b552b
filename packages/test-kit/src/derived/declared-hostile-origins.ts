import type { CaseStep, ConformanceCase } from '../cases/conformance-case.ts'
import { deriveHostileCases } from '../imitations/derive-hostile-cases.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import type { Declaration } from './declaration.ts'
import { completeCases, gets } from './derived-case.ts'

const PART = 'declared-hostile-origins'

/** Derives imitations of the declared origins, and requests that are longer than any page's. */
export function declaredHostileOrigins(declaration: Declaration): readonly ConformanceCase[] {
  const { declared, idSuffix, path, policy } = declaration
  return [
    ...deriveHostileCases(policy, { idPrefix: `${PART}/`, idSuffix, path, allowed: 'a declared one' }).map((one) => ({
      ...one,
      policy: declared,
    })),
    ...completeCases(PART, declaration, [
      {
        slug: 'very-long',
        requirement: 'An Origin of several kilobytes does not come back.',
        kind: 'should',
        spec: [specAnchors.originHeader],
        hostile: true,
        steps: [`https://a.example${'@'.repeat(6_000)}`, `https://${'a.'.repeat(3_000)}example`].map((origin) =>
          gets(declaration, origin, {
            headers: { 'access-control-allow-origin': { noneOf: [origin] } },
          }),
        ),
      },
      {
        slug: 'long-list',
        requirement: 'A list of request headers of several kilobytes does not come back.',
        kind: 'should',
        spec: [specAnchors.requestHeaders],
        hostile: true,
        steps: declaration.allowed
          .slice(0, 1)
          .flatMap((origin) =>
            [','.repeat(6_000), 'a,'.repeat(3_000), 'a'.repeat(6_000)].map((names) =>
              flood(declaration, origin, names),
            ),
          ),
      },
    ]),
  ]
}

function flood({ path }: Declaration, origin: string, names: string): CaseStep {
  const headers = [
    ['origin', origin],
    ['access-control-request-method', 'GET'],
    ['access-control-request-headers', names],
  ] as const
  return {
    raw: { method: 'OPTIONS', path, headers },
    expect: { headers: { 'access-control-allow-headers': { noneOf: [names] } } },
  }
}
