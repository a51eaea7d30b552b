import type { ConformanceCase, ConformanceSuite } from './conformance-case.ts'
import { imitatesAttack } from './hostile-requests.ts'
import { everyOrigin } from '../suites/any-origin.ts'
import { closedRoutes } from '../suites/closed-routes.ts'
import { corsCheck } from '../suites/cors-check.ts'
import { corsRequests } from '../suites/cors-requests.ts'
import { credentialedWildcards } from '../suites/credentialed-wildcards.ts'
import { credentials } from '../suites/credentials.ts'
import { exposedHeaders } from '../suites/exposed-headers.ts'
import { hostileOrigins } from '../suites/hostile-origins.ts'
import { httpCaches } from '../suites/http-caches.ts'
import { integration } from '../suites/integration.ts'
import { opaqueOrigins } from '../suites/opaque-origins.ts'
import { optionsRequests } from '../suites/options-requests.ts'
import { originPatterns } from '../suites/origin-patterns.ts'
import { ownCors } from '../suites/own-cors.ts'
import { ownVary } from '../suites/own-vary.ts'
import { preflightCache } from '../suites/preflight-cache.ts'
import { preflightHeaders } from '../suites/preflight-headers.ts'
import { preflightMethods } from '../suites/preflight-methods.ts'
import { preflightRequests } from '../suites/preflight-requests.ts'
import { publishedVulnerabilities } from '../suites/published-vulnerabilities.ts'
import { redirects } from '../suites/redirects.ts'
import { requestHeaderLists } from '../suites/request-header-lists.ts'
import { routes } from '../suites/routes.ts'
import { timing } from '../suites/timing.ts'
import { unsafePolicies } from '../suites/unsafe-policies.ts'
import { upgrades } from '../suites/upgrades.ts'
import { wildcards } from '../suites/wildcards.ts'

/** Every case of the exam, part by part. Each needs a server that takes the exam. */
export const conformanceSuites: readonly ConformanceSuite[] = [
  corsRequests,
  originPatterns,
  everyOrigin,
  opaqueOrigins,
  corsCheck,
  credentials,
  preflightRequests,
  optionsRequests,
  preflightMethods,
  preflightHeaders,
  requestHeaderLists,
  preflightCache,
  wildcards,
  credentialedWildcards,
  exposedHeaders,
  timing,
  httpCaches,
  ownVary,
  integration,
  redirects,
  upgrades,
  ownCors,
  hostileOrigins,
  routes,
  closedRoutes,
  unsafePolicies,
  publishedVulnerabilities,
].map(inExam)

/** Every case of the exam, in the order of the suites. */
export const conformanceCases: readonly ConformanceCase[] = conformanceSuites.flatMap((suite) => suite.cases)

/** Every case needs the endpoints, and says of itself whether it imitates an attack. */
function inExam({ cases, ...suite }: ConformanceSuite): ConformanceSuite {
  return {
    ...suite,
    cases: cases.map(({ hostile = false, needs = [], ...rest }) => ({
      ...rest,
      needs: ['exam-endpoints', ...needs],
      ...(hostile || imitatesAttack(rest) ? { hostile: true } : {}),
    })),
  }
}
