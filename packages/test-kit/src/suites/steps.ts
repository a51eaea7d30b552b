import type { HeaderPairs } from '@corsac/user-agent'
import type {
  CasePageRequest,
  PageExpectation,
  PageStep,
  PreflightStep,
  RawStep,
  ResponseExpectation,
} from '../cases/conformance-case.ts'

/** What else is to hold of a page's request, its outcome apart. */
type Rest = Omit<PageExpectation, 'outcome'>

/** A page's request, for `/data` unless it names another path. */
type Asked = Partial<CasePageRequest>

/** A page makes a request, and can read the response. */
export function readable(page: string, request: Asked = {}, rest: Rest = {}): PageStep {
  return pageStep(page, request, { outcome: 'readable', ...rest })
}

/** A page makes a request, and the response is withheld from it. */
export function blocked(page: string, request: Asked = {}, rest: Rest = {}): PageStep {
  return pageStep(page, request, { outcome: 'blocked', ...rest })
}

/** A page wants to make a request, and its preflight is refused. */
export function refused(page: string, request: Asked, rest: Rest = {}): PageStep {
  return pageStep(page, request, { outcome: 'preflight-refused', ...rest })
}

function pageStep(page: string, request: Asked, expect: PageExpectation): PageStep {
  return { page, request: { path: '/data', ...request }, expect }
}

/** A page asks for leave to use a method, and whatever the answer is does not use it. */
export function asks(page: string, method: string, passes: boolean, request: Asked = {}): PreflightStep {
  return { page, preflight: { path: '/data', method, ...request }, expect: { passes } }
}

/** What a request by hand has beside its origin. */
interface RawRest {
  /** Default `/data`. */
  readonly path?: string
  readonly method?: string
  /** The headers beside `Origin`. */
  readonly headers?: HeaderPairs
}

/** A GET by hand, or what other method `rest` names; without `Origin` where that is `null`. */
export function get(
  origin: string | null,
  expect: ResponseExpectation,
  { headers = [], method = 'GET', path = '/data' }: RawRest = {},
): RawStep {
  const all: HeaderPairs = origin === null ? headers : [['origin', origin], ...headers]
  return { raw: { method, path, headers: all }, expect }
}

/** What a preflight by hand has beside its origin and method. */
interface OptionsRest extends Omit<RawRest, 'method'> {
  /** The list of header names that is asked for, or several lines of it. */
  readonly names?: string | readonly string[]
}

/** A preflight by hand. */
export function preflight(
  origin: string,
  method: string,
  expect: ResponseExpectation,
  { headers = [], names = [], path = '/data' }: OptionsRest = {},
): RawStep {
  const lines = typeof names === 'string' ? [names] : names
  return get(origin, expect, {
    method: 'OPTIONS',
    path,
    headers: [
      ['access-control-request-method', method],
      ...lines.map((line) => ['access-control-request-headers', line] as const),
      ...headers,
    ],
  })
}
