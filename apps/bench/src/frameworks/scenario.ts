import { anyOrigin, APP, type BenchPolicy, hundredOrigins, oneOrigin, subdomains, twoOrigins } from './bench-policy.ts'

/** A request, before it becomes that of a framework. */
export interface BenchRequest {
  readonly method: string
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
}

/** A request under a policy. */
export interface Scenario {
  readonly name: string
  readonly policy: BenchPolicy
  readonly request: BenchRequest
  /** Whether the response has to be shared with the page. */
  readonly shared: boolean
  /** Whether it is one that applications get every day, by which the goals are judged. */
  readonly ordinary: boolean
}

const STRANGER = 'https://evil.example'

function actual(origin: string | null): BenchRequest {
  return { method: 'GET', headers: { host: 'api.example.com', ...(origin !== null && { origin }) } }
}

function preflight(origin: string, names = 'content-type'): BenchRequest {
  return {
    method: 'OPTIONS',
    headers: {
      host: 'api.example.com',
      origin,
      'access-control-request-method': 'PUT',
      'access-control-request-headers': names,
    },
  }
}

/** What is measured of every framework. */
export const scenarios: readonly Scenario[] = [
  { name: 'allowed', policy: twoOrigins, request: actual(APP), shared: true, ordinary: true },
  { name: 'refused', policy: twoOrigins, request: actual(STRANGER), shared: false, ordinary: true },
  { name: 'without Origin', policy: twoOrigins, request: actual(null), shared: false, ordinary: true },
  { name: 'preflight, allowed', policy: twoOrigins, request: preflight(APP), shared: true, ordinary: true },
  { name: 'preflight, refused', policy: twoOrigins, request: preflight(STRANGER), shared: false, ordinary: true },
  { name: 'allowed by *', policy: anyOrigin, request: actual(APP), shared: true, ordinary: true },
  { name: 'allowed, one origin', policy: oneOrigin, request: actual(APP), shared: true, ordinary: true },
  { name: 'allowed, one of 100', policy: hundredOrigins, request: actual(APP), shared: true, ordinary: true },
  { name: 'allowed by a wildcard', policy: subdomains, request: actual(APP), shared: true, ordinary: true },
  {
    name: 'preflight of 14 KB',
    policy: twoOrigins,
    request: preflight(APP, 'content-type' + ',x'.repeat(7 * 1024)),
    shared: true,
    ordinary: false,
  },
]
