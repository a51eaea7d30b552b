import type { CaseStep, ConformanceCase } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import type { Declaration } from './declaration.ts'
import { completeCases, gets } from './derived-case.ts'

/** Derives what caches have to know. */
export function declaredCaches(declaration: Declaration): readonly ConformanceCase[] {
  const { allowed, isForAll, isStatic, unlisted } = declaration
  const askers = [...allowed.slice(0, 2), ...(unlisted === null ? [] : [unlisted]), 'null', null]
  const missing = { path: declaration.missingPath }
  const [page] = allowed
  return completeCases('declared-caches', declaration, [
    {
      slug: 'consistent',
      requirement: 'Responses that differ by Origin vary on it, whoever asks.',
      kind: 'must',
      spec: [specAnchors.httpCaches, specAnchors.httpVary],
      steps: askers.map((origin) => gets(declaration, origin, {})),
      across: { varyWhereDifferent: 'origin' },
    },
    {
      slug: 'missing-consistent',
      requirement: 'Responses of a path that does not exist vary on Origin where they differ by it.',
      kind: 'must',
      spec: [specAnchors.httpCaches, specAnchors.httpVary],
      steps: askers.map((origin) => gets(missing, origin, {})),
      across: { varyWhereDifferent: 'origin' },
    },
    {
      slug: 'cookie-consistent',
      requirement: 'Either a cookie does not change who may read, or every response varies on it.',
      kind: 'should',
      spec: [specAnchors.httpVary],
      steps:
        page === undefined
          ? []
          : [gets(declaration, page, {}), gets(declaration, page, {}, [['cookie', 'corsac-exam=1']])],
      across: { varyWhereDifferent: 'cookie' },
    },
    {
      slug: 'not-varying',
      requirement: 'A response that can serve everybody does not vary on Origin: it would only split caches.',
      kind: 'should',
      spec: [specAnchors.httpCaches],
      steps: isStatic ? [page ?? null, null].map((origin) => gets(declaration, origin, { vary: withoutOrigin })) : [],
    },
    {
      slug: 'always-shared',
      requirement: 'A response that can serve everybody names its origin whether or not the request has one.',
      kind: 'should',
      spec: [specAnchors.httpCaches],
      steps:
        isStatic && page !== undefined && !isForAll
          ? [gets(declaration, null, { headers: { 'access-control-allow-origin': page } })]
          : [],
    },
    {
      slug: 'preflights-vary',
      requirement: 'Answers to preflights that differ by Origin vary on it, for caches that keep what they should not.',
      kind: 'should',
      spec: [specAnchors.httpVary, specAnchors.httpOptions],
      steps: isStatic ? [] : askers.flatMap((origin) => (origin === null ? [] : [preflightOf(declaration, origin)])),
      across: { varyWhereDifferent: 'origin' },
    },
  ])
}

const withoutOrigin = { excludes: ['origin', '*'] } as const

function preflightOf({ path, methods: [method = 'GET'] }: Declaration, origin: string): CaseStep {
  const headers = [
    ['origin', origin],
    ['access-control-request-method', method],
  ] as const
  return { raw: { method: 'OPTIONS', path, headers }, expect: {} }
}
