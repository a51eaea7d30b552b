import { accessControlHeaders } from './access-control-headers.ts'
import type { AllowedOrigins } from './allow-origins.ts'
import type { OriginPredicate } from './cors-config.ts'
import type { CorsAnswer, CorsContinuation } from './cors-decision.ts'
import type { CorsPolicy, PolicyTiming } from './cors-policy.ts'
import { policyProgram } from './cors-policy.ts'
import type { HeaderPairs } from './header-pairs.ts'
import { compileOriginMatcher, type OriginMatcher } from './origin-matcher.ts'
import { createRecentDecisions, type OriginDecisionParts, type RecentDecisions, shareWith } from './origin-decisions.ts'
import type { ValidConfig } from './validate-config.ts'

/**
 * Everything about a policy that can be settled before a request comes: header values in their final form, and the
 * decisions that depend on nothing.
 */
export interface PolicyProgram<Timing extends PolicyTiming = PolicyTiming> extends OriginDecisionParts {
  /** Nothing at run time: it carries {@link PolicyTiming} through the types. */
  readonly timing?: Timing
  /** What everybody gets; `null` for a varying policy. */
  readonly constant: ConstantDecision | null
  /** Which origins a varying policy allows. */
  readonly origins: OriginMatcher | OriginPredicate
  /** Whether `origins` is the user's own function, which may answer wrongly, late or not at all. */
  readonly isPredicate: boolean
  readonly allowCredentials: boolean
  /** Whether a predicate may be asked about insecure origins too. */
  readonly allowInsecureOrigins: boolean
  readonly allowMethods: NamesOrAny
  readonly allowHeaders: NamesOrAny
  readonly maxAge: string
  /** The only part that changes, within bounds and to no effect but on speed. */
  readonly recent: RecentDecisions
  /** What an actual response gets where its origin is refused, or it has none. */
  readonly unshared: CorsContinuation
  /** The answer to a preflight from a refused origin. */
  readonly refused: CorsAnswer
}

/** What a static policy decides, whoever asks. */
export interface ConstantDecision {
  /** The `Access-Control-Allow-Origin` of every response. */
  readonly origin: string
  /** The one decision for all actual requests. */
  readonly share: CorsContinuation
}

/** The lists that a preflight's answer gives, as a header value, and what has to be read of the request for it. */
export interface NamesOrAny {
  /** The value that serves every request; `null` for none, or where it has to be echoed. */
  readonly value: string | null
  /** The names, in the case of the header value. */
  readonly names: ReadonlySet<string>
  /** The length of the longest name. */
  readonly longest: number
  /** Whether every name is allowed. */
  readonly any: boolean
  /** Whether the request's own value is echoed, because with credentials `*` is a name like any other. */
  readonly echo: boolean
}

/** The request-header name that varying policies vary on. */
export const VARY_ON_ORIGIN: readonly string[] = Object.freeze(['Origin'])
const VARY_ON_NOTHING: readonly string[] = Object.freeze([])
const NO_HEADERS: HeaderPairs = Object.freeze([])
/** Past this many bytes a constant list of origins costs more than it is worth, and the origin is echoed instead. */
const MAX_TIMING_LIST = 4096

/** Compiles a valid configuration into the policy that {@link decide} reads. */
export function compilePolicy<Timing extends PolicyTiming>({ config, origins }: ValidConfig): CorsPolicy<Timing> {
  const constantOrigin = findConstantOrigin(origins)
  const timing = config.timingAllowOrigin ? compileTiming(origins) : null
  const vary = constantOrigin === null ? VARY_ON_ORIGIN : VARY_ON_NOTHING
  const remove = Object.freeze(
    timing === null ? accessControlHeaders : [...accessControlHeaders, 'timing-allow-origin'],
  )

  const always = pairs([timing === null || timing === 'echo' ? null : ['timing-allow-origin', timing]])
  const shareTail = pairs([
    config.allowCredentials ? ['access-control-allow-credentials', 'true'] : null,
    config.exposeHeaders.length === 0 ? null : ['access-control-expose-headers', join(config.exposeHeaders)],
    ...always,
  ])
  const allowMethods = compileNames(config.allowMethods, config.allowCredentials)
  const allowHeaders = compileNames(config.allowHeaders, config.allowCredentials)
  const parts: OriginDecisionParts = {
    remove,
    vary,
    echoesTimingOrigin: timing === 'echo',
    shareTail,
    preflightStatus: config.preflightStatus,
    answerTail:
      allowMethods.echo || allowHeaders.echo ? null : listAnswerTail(config, allowMethods.value, allowHeaders.value),
  }

  const unshared: CorsContinuation = Object.freeze({ kind: 'continue', remove, set: always, vary })
  const program: PolicyProgram<Timing> = Object.freeze({
    ...parts,
    constant:
      constantOrigin === null
        ? null
        : Object.freeze({ origin: constantOrigin, share: shareWith(parts, constantOrigin) }),
    origins: origins.kind === 'predicate' ? origins.predicate : compileMatcher(origins),
    isPredicate: origins.kind === 'predicate',
    allowCredentials: config.allowCredentials,
    allowInsecureOrigins: config.dangerouslyAllowInsecureOrigins,
    allowMethods,
    allowHeaders,
    maxAge: String(config.maxAge),
    recent: createRecentDecisions(unshared),
    unshared,
    refused: Object.freeze({ kind: 'answer', status: 403, remove, set: NO_HEADERS, vary }),
  })
  return Object.freeze({ config, [policyProgram]: program })
}

/** Lists what the answer to a preflight gets after `Access-Control-Allow-Origin`. */
export function listAnswerTail(
  { allowCredentials, maxAge }: { readonly allowCredentials: boolean; readonly maxAge: number | string },
  methods: string | null,
  headers: string | null,
): HeaderPairs {
  return pairs([
    allowCredentials ? ['access-control-allow-credentials', 'true'] : null,
    methods === null ? null : ['access-control-allow-methods', methods],
    headers === null ? null : ['access-control-allow-headers', headers],
    ['access-control-max-age', String(maxAge)],
  ])
}

function compileMatcher(origins: Exclude<AllowedOrigins, { kind: 'predicate' }>): OriginMatcher {
  if (origins.kind === 'any') return compileOriginMatcher(new Set(), [])
  const patterns = origins.special.map(({ pattern }) => pattern)
  return compileOriginMatcher(
    origins.exact,
    patterns.filter(({ anyPort, subdomains }) => subdomains || anyPort),
  )
}

/** A policy is static where exactly one exact origin, or everybody, is allowed. */
function findConstantOrigin(origins: AllowedOrigins): string | null {
  if (origins.kind === 'any') return '*'
  if (origins.kind === 'predicate' || origins.texts.length !== 1) return null
  const [only] = origins.exact
  return only ?? null
}

/** Finds the `Timing-Allow-Origin` for all responses, or that the request's origin has to be echoed. */
function compileTiming(origins: AllowedOrigins): string {
  if (origins.kind === 'any') return '*'
  if (origins.kind === 'predicate' || origins.exact.size < origins.texts.length) return 'echo'
  const list = origins.texts.join(', ')
  return list.length > MAX_TIMING_LIST ? 'echo' : list
}

function compileNames(names: '*' | readonly string[], allowCredentials: boolean): NamesOrAny {
  const any = names === '*' || names.includes('*')
  const echo = any && allowCredentials
  const listed = names === '*' ? [] : names
  return Object.freeze({
    value: echo || names.length === 0 ? null : join(names),
    names: new Set(listed),
    longest: listed.reduce((longest, name) => Math.max(longest, name.length), 0),
    any,
    echo,
  })
}

function pairs(candidates: readonly (readonly [string, string] | null)[]): HeaderPairs {
  return Object.freeze(candidates.filter((pair) => pair !== null).map((pair) => Object.freeze(pair)))
}

function join(names: '*' | readonly string[]): string {
  return names === '*' ? names : names.join(', ')
}
