import type {
  CasePageRequest,
  CaseStep,
  ConformanceCase,
  PageExpectation,
  PreflightExpectation,
  ResponseExpectation,
} from '../cases/conformance-case.ts'
import type { Declaration } from './declaration.ts'

/** A derived case without what follows from the declaration. */
export interface DerivedCase extends Omit<ConformanceCase, 'id' | 'policy' | 'needs'> {
  /** What the id ends with, before the path. */
  readonly slug: string
}

/** Completes the cases of one part; those without steps, to which the declaration gives no occasion, are left out. */
export function completeCases(
  part: string,
  { declared, idSuffix }: Declaration,
  cases: readonly DerivedCase[],
): readonly ConformanceCase[] {
  return cases
    .filter(({ steps }) => steps.length > 0)
    .map(({ slug, ...rest }) => ({ ...rest, id: `${part}/${slug}${idSuffix}`, policy: declared }))
}

/** A page reads, or is kept from reading, the response to a GET or HEAD of the path. Nothing else is ever sent for good. */
export function reads(
  { path }: Pick<Declaration, 'path'>,
  page: string,
  outcome: 'readable' | 'blocked',
  request: Omit<Partial<CasePageRequest>, 'method' | 'body'> & { readonly method?: 'HEAD' } = {},
  rest: Omit<PageExpectation, 'outcome'> = {},
): CaseStep {
  return { page, request: { path, ...request }, expect: { outcome, ...rest } }
}

/** A page asks for leave to send a request to the path. */
export function asks(
  { path }: Declaration,
  page: string,
  {
    headers = [],
    ...request
  }: Pick<Partial<CasePageRequest>, 'method' | 'credentials'> & {
    readonly headers?: readonly string[]
  },
  expect: PreflightExpectation,
): CaseStep {
  // No value as long as this is safelisted, whatever the name: such a header always has to be asked for.
  const value = 'x'.repeat(129)
  return { page, preflight: { path, ...request, headers: headers.map((name) => [name, value] as const) }, expect }
}

/** A GET by hand, without `Origin` where that is `null`. */
export function gets(
  { path }: Pick<Declaration, 'path'>,
  origin: string | null,
  expect: ResponseExpectation,
  headers: readonly (readonly [string, string])[] = [],
): CaseStep {
  const all = origin === null ? headers : [['origin', origin] as const, ...headers]
  return { raw: { method: 'GET', path, headers: all }, expect }
}
