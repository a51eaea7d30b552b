import { askOrigin, type ReportError } from './ask-origin.ts'
import type { CorsAnswer, CorsContinuation, CorsDecision } from './cors-decision.ts'
import { type CorsPolicy, policyProgram } from './cors-policy.ts'
import type { HeaderPairs } from './header-pairs.ts'
import { isForbiddenMethod } from './method.ts'
import type { NamesOrAny, PolicyProgram } from './policy-program.ts'
import { VARY_ON_ORIGIN } from './policy-program.ts'
import { readRequestHeaderNames } from './request-header-names.ts'
import { isCorsPreflightRequest, type RequestHead } from './request-head.ts'
import { isToken } from './token.ts'

/** How {@link decideFor} is to decide. */
export interface DecideMode {
  /**
   * Whether `Access-Control-Allow-Methods` may name only the method that was asked for. Browsers cache preflights by
   * URL, so where each method has a policy of its own, a list would let one policy speak for another.
   */
  readonly requestedMethodOnly: boolean
  /** Takes note of a predicate's failure. */
  readonly report: ReportError
}

const PURE: DecideMode = { requestedMethodOnly: false, report: ignore }
const MAX_METHOD_LENGTH = 64

/**
 * Decides what a policy makes of a request.
 *
 * A policy whose predicate returns promises gives a promise where the predicate has to be asked, and the decision
 * itself where not: a request without `Origin` waits for nobody.
 */
export function decide(policy: CorsPolicy<'sync'>, head: RequestHead): CorsDecision
export function decide(policy: CorsPolicy, head: RequestHead): CorsDecision | Promise<CorsDecision>
export function decide(policy: CorsPolicy, head: RequestHead): CorsDecision | Promise<CorsDecision> {
  return decideFor(policy, head, PURE)
}

/** Decides as {@link decide} does, for a caller that has more to say. */
export function decideFor(
  policy: CorsPolicy,
  head: RequestHead,
  mode: DecideMode,
): CorsDecision | Promise<CorsDecision> {
  const program = policy[policyProgram]
  const preflight = isCorsPreflightRequest(head)
  if (program.shared !== null)
    return preflight ? answerPreflight(program, head, program.constantOrigin ?? '', mode) : program.shared

  const { origin } = head
  if (origin === null) return program.unshared
  const allowed = askOrigin(program, origin, mode.report)
  if (typeof allowed === 'boolean') return settle(program, head, origin, preflight, allowed, mode)
  return allowed.then((answer) => settle(program, head, origin, preflight, answer, mode))
}

function settle(
  program: PolicyProgram,
  head: RequestHead,
  origin: string,
  preflight: boolean,
  allowed: boolean,
  mode: DecideMode,
): CorsDecision {
  if (preflight) return allowed ? answerPreflight(program, head, origin, mode) : program.refused
  return allowed ? share(program, origin) : program.unshared
}

function share(program: PolicyProgram, origin: string): CorsContinuation {
  const set: [string, string][] = [['access-control-allow-origin', origin]]
  if (program.echoesTimingOrigin) set.push(['timing-allow-origin', origin])
  return Object.freeze({
    kind: 'continue',
    remove: program.remove,
    set: Object.freeze([...set, ...program.shareTail]),
    vary: VARY_ON_ORIGIN,
  })
}

/**
 * Answers with the policy's own lists, whatever was asked: the browser does the matching, names the culprit in its
 * console, and caches every entry at once.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
function answerPreflight(program: PolicyProgram, head: RequestHead, origin: string, mode: DecideMode): CorsAnswer {
  const { allowMethods, allowHeaders } = program
  const readsMethod = allowMethods.echo || mode.requestedMethodOnly
  const methods = readsMethod ? readRequestedMethod(allowMethods, head.accessControlRequestMethod) : allowMethods.value
  const headers = allowHeaders.echo ? readRequestHeaderNames(head.accessControlRequestHeaders) : allowHeaders.value

  const set: [string, string][] = [['access-control-allow-origin', origin]]
  if (program.allowCredentials) set.push(['access-control-allow-credentials', 'true'])
  if (methods !== null) set.push(['access-control-allow-methods', methods])
  if (headers !== null) set.push(['access-control-allow-headers', headers])
  set.push(['access-control-max-age', program.maxAge])

  const vary = program.constantOrigin === null ? ['Origin'] : []
  if (readsMethod) vary.push('Access-Control-Request-Method')
  if (allowHeaders.echo) vary.push('Access-Control-Request-Headers')
  return Object.freeze({
    kind: 'answer',
    status: program.preflightStatus,
    remove: program.remove,
    set: freezeHeaders(set),
    vary: Object.freeze(vary),
  })
}

/** Gives back the requested method where it is allowed, and is one that can be written into a header. */
function readRequestedMethod(allowMethods: NamesOrAny, method: string | null): string | null {
  if (method === null) return null
  if (!allowMethods.any) return allowMethods.names.has(method) ? method : null
  return method.length <= MAX_METHOD_LENGTH && isToken(method) && !isForbiddenMethod(method) ? method : null
}

function freezeHeaders(set: readonly (readonly [string, string])[]): HeaderPairs {
  return Object.freeze(set)
}

function ignore(): void {
  // `decide` is pure: whoever wants to hear of a failing predicate uses `createCors`.
}
