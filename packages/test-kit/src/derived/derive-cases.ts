import type { ConformanceCase, ConformanceSuite } from '../cases/conformance-case.ts'
import { declaredCaches } from './declared-caches.ts'
import { declaredCredentials } from './declared-credentials.ts'
import { declaredHostileOrigins } from './declared-hostile-origins.ts'
import { declaredOrigins } from './declared-origins.ts'
import { declaredPreflights } from './declared-preflights.ts'
import { declaredResponses } from './declared-responses.ts'
import { readDeclaration } from './declaration.ts'
import type { CasePolicy } from '../exam/exam-policy.ts'

/**
 * Derives cases, part by part, for a server that cannot be given another policy than the one that it claims to have.
 *
 * They ask for nothing but the paths given, and need none of the endpoints of the exam. Of the methods that a page can
 * use only GET, HEAD and OPTIONS are sent: a preflight that passes is not followed by the request that it asks about.
 * Cases that imitate an attack are marked as `hostile`.
 *
 * @param policy - the policy that is claimed; keys that are left out have their defaults
 * @param paths - the paths that are asked for
 */
export function deriveSuites(policy: CasePolicy, paths: readonly string[] = ['/']): readonly ConformanceSuite[] {
  const declarations = paths.map((path) => readDeclaration(policy, path))
  return [
    { id: 'declared-origins', title: 'The declared origins', derive: declaredOrigins },
    { id: 'declared-credentials', title: 'The declared credentials', derive: declaredCredentials },
    { id: 'declared-preflights', title: 'The declared methods and headers', derive: declaredPreflights },
    { id: 'declared-responses', title: 'The declared response headers', derive: declaredResponses },
    { id: 'declared-caches', title: 'The declared policy and HTTP caches', derive: declaredCaches },
    { id: 'declared-hostile-origins', title: 'Imitations of the declared origins', derive: declaredHostileOrigins },
  ].map(({ derive, ...suite }) => ({ ...suite, cases: declarations.flatMap(derive) }))
}

/** Derives the cases of {@link deriveSuites}, in the order of the suites. */
export function deriveCases(policy: CasePolicy, paths: readonly string[] = ['/']): readonly ConformanceCase[] {
  return deriveSuites(policy, paths).flatMap((suite) => suite.cases)
}
