import type { CaseStep, ConformanceCase, ResponseExpectation } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { type Declaration, includesStar } from './declaration.ts'
import { asks, completeCases } from './derived-case.ts'

const UNLISTED_METHODS = ['DELETE', 'X-UNLISTED'] as const
const UNLISTED_HEADER = 'x-corsac-unlisted'

/** Derives what preflights are to come to. None of the requests that they ask about is ever sent. */
export function declaredPreflights(declaration: Declaration): readonly ConformanceCase[] {
  const { allowed, headers, methods, policy, stated, unlisted } = declaration
  const [page] = allowed
  const anyMethod = includesStar(policy.allowMethods)
  const anyHeader = includesStar(policy.allowHeaders)
  const credentials = policy.allowCredentials && !declaration.isForAll ? ('include' as const) : ('omit' as const)
  const request = preflightable(declaration)
  const strangers = [...(unlisted === null ? [] : [unlisted]), ...(declaration.allowsOpaque ? [] : ['null'])]
  const from = (ask: (page: string) => readonly CaseStep[]) => (page === undefined ? [] : ask(page))
  return completeCases('declared-preflights', declaration, [
    {
      slug: 'listed-methods-allowed',
      requirement: 'Each declared method passes its preflight.',
      kind: 'must',
      spec: [specAnchors.allowMethods, specAnchors.corsPreflightFetch],
      steps: from((origin) => methods.map((method) => asks(declaration, origin, { method, credentials }, passed))),
    },
    {
      slug: 'listed-headers-allowed',
      requirement: 'Each declared request header passes its preflight, and so do all of them together.',
      kind: 'must',
      spec: [specAnchors.allowHeaders, specAnchors.corsPreflightFetch],
      steps: from((origin) =>
        [...headers.map((name) => [name]), ...(headers.length > 1 ? [headers] : [])].map((names) =>
          asks(declaration, origin, { headers: names, credentials }, passed),
        ),
      ),
    },
    {
      slug: 'any-method-allowed',
      requirement: "Where '*' is declared for methods, PUT, PATCH and DELETE pass their preflights.",
      kind: 'must',
      spec: [specAnchors.allowMethods, specAnchors.headerSyntax],
      steps: from((origin) =>
        (anyMethod ? ['PUT', 'PATCH', 'DELETE'] : []).map((method) =>
          asks(declaration, origin, { method, credentials }, passed),
        ),
      ),
    },
    {
      slug: 'custom-method-allowed',
      requirement: "Where '*' is declared for methods, those that no standard knows pass their preflights too.",
      kind: 'should',
      spec: [specAnchors.allowMethods, specAnchors.headerSyntax],
      steps: from((origin) =>
        anyMethod ? [asks(declaration, origin, { method: 'X-UNLISTED', credentials }, passed)] : [],
      ),
    },
    {
      slug: 'any-header-allowed',
      requirement: "Where '*' is declared for request headers, every header but Authorization passes its preflight.",
      kind: 'must',
      spec: [specAnchors.allowHeaders, specAnchors.headerSyntax],
      steps: from((origin) =>
        anyHeader ? [asks(declaration, origin, { headers: [UNLISTED_HEADER], credentials }, passed)] : [],
      ),
    },
    {
      slug: 'unlisted-methods-refused',
      requirement: 'A method that is not declared fails its preflight.',
      kind: 'must',
      spec: [specAnchors.allowMethods, specAnchors.corsPreflightFetch],
      steps: from((origin) =>
        UNLISTED_METHODS.filter((method) => !anyMethod && !methods.includes(method)).map((method) =>
          asks(declaration, origin, { method, credentials }, refused),
        ),
      ),
    },
    {
      slug: 'methods-in-other-letters-refused',
      requirement: 'A declared method in other letters, which is another method, fails its preflight.',
      kind: 'must',
      spec: [specAnchors.methodNormalize, specAnchors.corsPreflightFetch],
      steps: from((origin) =>
        (anyMethod ? [] : methods)
          .map((method) => method.toLowerCase())
          .filter((method) => !/^(?:delete|options|put)$/.test(method) && !methods.includes(method))
          .map((method) => asks(declaration, origin, { method, credentials }, refused)),
      ),
    },
    {
      slug: 'unlisted-headers-refused',
      requirement: 'A request header that is not declared fails its preflight.',
      kind: 'must',
      spec: [specAnchors.allowHeaders, specAnchors.corsPreflightFetch],
      steps: from((origin) =>
        anyHeader
          ? []
          : [[UNLISTED_HEADER], ...headers.slice(0, 1).map((name) => [UNLISTED_HEADER, name])].map((names) =>
              asks(declaration, origin, { headers: names, credentials }, refused),
            ),
      ),
    },
    {
      slug: 'authorization-refused',
      requirement: 'Authorization fails its preflight unless it is declared by name: no star covers it.',
      kind: 'should',
      spec: [specAnchors.corsNonWildcardRequestHeaderName],
      steps: from((origin) =>
        headers.includes('authorization') || (anyHeader && credentials === 'include')
          ? []
          : [asks(declaration, origin, { headers: ['authorization'], credentials }, refused)],
      ),
    },
    {
      slug: 'unlisted-origin-refused',
      requirement: 'The preflight of an origin that is not allowed fails, whatever it asks for.',
      kind: 'must',
      spec: [specAnchors.corsPreflightFetch, specAnchors.corsCheck],
      steps: strangers.map((origin) => asks(declaration, origin, request, refused)),
    },
    {
      slug: 'credentials-refused',
      requirement: 'No credentialed request passes its preflight where credentials are not declared.',
      kind: 'must',
      spec: [specAnchors.credentials, specAnchors.corsPreflightFetch],
      steps: from((origin) =>
        policy.allowCredentials ? [] : [asks(declaration, origin, { ...request, credentials: 'include' }, refused)],
      ),
    },
    {
      slug: 'status',
      requirement: 'A successful preflight has the declared status.',
      kind: 'should',
      spec: [specAnchors.responses],
      steps: stated.preflightStatus === undefined ? [] : answered(declaration, { status: stated.preflightStatus }),
    },
    {
      slug: 'max-age',
      requirement: 'A successful preflight may be kept for as long as is declared.',
      // Left out, it would let browsers keep a preflight that is not to be kept.
      kind: stated.maxAge === 0 ? 'must' : 'should',
      spec: [specAnchors.maxAge],
      steps:
        stated.maxAge === undefined
          ? []
          : answered(declaration, { headers: { 'access-control-max-age': String(stated.maxAge) } }),
    },
    {
      slug: 'no-private-network',
      requirement: 'A preflight does not grant private-network access, of which the declared policy does not speak.',
      kind: 'should',
      spec: [specAnchors.responses],
      steps: answered(declaration, { headers: { 'access-control-allow-private-network': null } }, [
        ['access-control-request-private-network', 'true'],
      ]),
    },
    {
      slug: 'list-as-intermediaries-write-it',
      requirement: 'The list of request headers may be spaced, in capitals, with empty elements and on several lines.',
      kind: 'should',
      spec: [specAnchors.requestHeaders, specAnchors.httpLists],
      steps: headers.slice(0, 1).flatMap((name) =>
        [[` ${name} ,`], [name.toUpperCase()], [`, ,\t${name}`], ['', name]].flatMap((lines) =>
          answered(
            declaration,
            { status: 'ok', lists: { 'access-control-allow-headers': { includes: [name] } } },
            lines.map((line) => ['access-control-request-headers', line] as const),
          ),
        ),
      ),
    },
    {
      slug: 'refused-is-forbidden',
      requirement: 'The preflight of an origin that is not allowed is answered with 403, and with no CORS headers.',
      kind: 'observe',
      spec: [specAnchors.responses],
      steps: declaration.isStatic
        ? []
        : strangers.map((origin) => byHand(declaration, origin, { status: 403, onlyAccessControl: [] })),
    },
  ])
}

const passed = { passes: true } as const
const refused = { passes: false } as const

/** A request that needs a preflight, and is allowed as far as that goes. */
function preflightable({ headers, methods }: Declaration): {
  readonly method?: string
  readonly headers?: readonly string[]
} {
  const [method] = methods
  if (method !== undefined) return { method }
  return { headers: headers.length === 0 ? [UNLISTED_HEADER] : headers.slice(0, 1) }
}

function byHand(
  { path, ...declaration }: Declaration,
  origin: string,
  expect: ResponseExpectation,
  headers: readonly (readonly [string, string])[] = [],
): CaseStep {
  const { method = 'GET' } = preflightable({ path, ...declaration })
  const asked = [['origin', origin] as const, ['access-control-request-method', method] as const, ...headers]
  return { raw: { method: 'OPTIONS', path, headers: asked }, expect }
}

/** A preflight by hand of an allowed origin. */
function answered(
  declaration: Declaration,
  expect: ResponseExpectation,
  headers: readonly (readonly [string, string])[] = [],
): readonly CaseStep[] {
  return declaration.allowed.slice(0, 1).map((origin) => byHand(declaration, origin, expect, headers))
}
