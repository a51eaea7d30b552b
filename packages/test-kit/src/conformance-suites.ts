import type { ConformanceCase, ConformanceSuite } from './conformance-case.ts'
import { corsCheck } from './suites/cors-check.ts'
import { corsRequests } from './suites/cors-requests.ts'
import { credentials } from './suites/credentials.ts'
import { exposedHeaders } from './suites/exposed-headers.ts'
import { hostileOrigins } from './suites/hostile-origins.ts'
import { httpCaches } from './suites/http-caches.ts'
import { integration } from './suites/integration.ts'
import { preflightCache } from './suites/preflight-cache.ts'
import { preflightHeaders } from './suites/preflight-headers.ts'
import { preflightMethods } from './suites/preflight-methods.ts'
import { preflightRequests } from './suites/preflight-requests.ts'
import { routes } from './suites/routes.ts'
import { timing } from './suites/timing.ts'
import { wildcards } from './suites/wildcards.ts'

/** Every case of the exam, part by part. */
export const conformanceSuites: readonly ConformanceSuite[] = [
  corsRequests,
  corsCheck,
  credentials,
  preflightRequests,
  preflightMethods,
  preflightHeaders,
  preflightCache,
  wildcards,
  exposedHeaders,
  timing,
  httpCaches,
  integration,
  hostileOrigins,
  routes,
]

/** Every case of the exam, in the order of the suites. */
export const conformanceCases: readonly ConformanceCase[] = conformanceSuites.flatMap((suite) => suite.cases)
