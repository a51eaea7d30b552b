import type { ConformanceCase } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import type { Declaration } from './declaration.ts'
import { completeCases, gets, reads } from './derived-case.ts'

/** Derives who can read, without credentials. */
export function declaredOrigins(declaration: Declaration): readonly ConformanceCase[] {
  const { allowed, allowsOpaque, isForAll, unlisted } = declaration
  const missing = { path: declaration.missingPath }
  const strangers = unlisted === null ? [] : [unlisted]
  return completeCases('declared-origins', declaration, [
    {
      slug: 'allowed-readable',
      requirement: 'A page on an origin that the declared policy allows can read the response.',
      kind: 'must',
      spec: [specAnchors.responses, specAnchors.corsCheck],
      steps: allowed.map((origin) => reads(declaration, origin, 'readable')),
    },
    {
      slug: 'unlisted-blocked',
      requirement: 'A page on an origin that the declared policy does not allow cannot read the response.',
      kind: 'must',
      spec: [specAnchors.responses, specAnchors.corsCheck],
      steps: strangers.map((origin) => reads(declaration, origin, 'blocked')),
    },
    {
      slug: 'opaque-origin',
      requirement: allowsOpaque
        ? 'A page on an opaque origin, which the declared policy allows, can read the response.'
        : 'A page on an opaque origin, which the declared policy does not allow, cannot read the response.',
      kind: 'must',
      spec: [specAnchors.originHeader, specAnchors.corsCheck],
      steps: [reads(declaration, 'null', allowsOpaque ? 'readable' : 'blocked')],
    },
    {
      slug: 'head-readable',
      requirement: 'A page on an allowed origin can read the response to HEAD, and a page on another cannot.',
      kind: 'must',
      spec: [specAnchors.httpHead, specAnchors.corsCheck],
      steps: [
        ...allowed.slice(0, 1).map((origin) => reads(declaration, origin, 'readable', { method: 'HEAD' })),
        ...strangers.map((origin) => reads(declaration, origin, 'blocked', { method: 'HEAD' })),
      ],
    },
    {
      slug: 'steady',
      requirement: 'The answer depends on the origin that asks now, not on the one that asked before.',
      kind: 'must',
      spec: [specAnchors.corsCheck],
      steps: [...allowed.slice(0, 1), ...strangers, ...allowed.slice(1, 2), ...strangers, ...allowed.slice(0, 1)].map(
        (origin) => reads(declaration, origin, origin === unlisted ? 'blocked' : 'readable'),
      ),
    },
    {
      slug: 'missing-readable',
      requirement: 'A page on an allowed origin can read the response of a path that does not exist.',
      kind: 'should',
      spec: [specAnchors.responses],
      steps: allowed.slice(0, 1).map((origin) => reads(missing, origin, 'readable')),
    },
    {
      slug: 'refusal-is-absence',
      requirement: 'An origin that is not allowed gets no Access-Control-Allow-Origin at all.',
      kind: 'should',
      spec: [specAnchors.responses],
      steps: declaration.isStatic
        ? []
        : strangers.map((origin) => gets(declaration, origin, { headers: { 'access-control-allow-origin': null } })),
    },
    {
      slug: 'star-is-said',
      requirement: "A policy for every origin is answered with '*', whether or not a request has an Origin.",
      kind: 'should',
      spec: [specAnchors.httpCaches],
      steps: isForAll
        ? [allowed[0] ?? null, null].map((origin) =>
            gets(declaration, origin, { headers: { 'access-control-allow-origin': '*' } }),
          )
        : [],
    },
  ])
}
