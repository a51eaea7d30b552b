import { askOrigin, type ReportError } from './ask-origin.ts'
import type { CorsAnswer, CorsContinuation, CorsDecision } from './cors-decision.ts'
import { type CorsPolicy, policyProgram } from './cors-policy.ts'
import { isForbiddenMethod } from './method.ts'
import { answerTo, keepRecent, shareWith } from './origin-decisions.ts'
import { listAnswerTail, type NamesOrAny, type PolicyProgram } from './policy-program.ts'
import { readRequestHeaderNames } from './request-header-names.ts'
import { type CorsPreflightRequestHead, isCorsPreflightRequest, type RequestHead } from './request-head.ts'
import { MAX_ORIGIN_LENGTH } from './serialized-origin.ts'
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

/** Decides as {@link decide} does: by the policy alone, and without telling anybody. */
export const PURE: DecideMode = { requestedMethodOnly: false, report: ignore }
/** The longest method that is repeated in a header; the longest registered one has 17 characters. */
export const MAX_METHOD_LENGTH = 64

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
  const preflight = isCorsPreflightRequest(head) ? head : null
  const { constant } = program
  if (constant !== null)
    return preflight === null ? constant.share : answerAllowed(program, preflight, constant.origin, mode)

  const { origin } = head
  if (origin === null) return program.unshared
  if (!program.isPredicate) return decideByList(program, preflight, origin, mode)
  const allowed = askOrigin(program, origin, mode.report)
  if (typeof allowed === 'boolean') return settle(program, preflight, origin, allowed, mode)
  return allowed.then((answer) => settle(program, preflight, origin, answer, mode))
}

/** Decides by a list, which says the same each time: what it has said lately need not be asked again. */
function decideByList(
  program: PolicyProgram,
  preflight: CorsPreflightRequestHead | null,
  origin: string,
  mode: DecideMode,
): CorsDecision {
  // Hashing a text of a megabyte costs as much as reading it.
  if (origin.length > MAX_ORIGIN_LENGTH) return settle(program, preflight, origin, false, mode)
  const { recent } = program
  if (preflight !== null) {
    const known = mode.requestedMethodOnly ? undefined : recent.answers.get(origin)
    return known ?? settle(program, preflight, origin, program.origins(origin) === true, mode)
  }
  if (recent.lastOrigin === origin) return recent.lastShare
  const share = recent.shares.get(origin) ?? shareOrNot(program, origin, program.origins(origin) === true)
  recent.lastOrigin = origin
  recent.lastShare = share
  return share
}

function settle(
  program: PolicyProgram,
  preflight: CorsPreflightRequestHead | null,
  origin: string,
  allowed: boolean,
  mode: DecideMode,
): CorsDecision {
  if (preflight === null) return shareOrNot(program, origin, allowed)
  return allowed ? answerAllowed(program, preflight, origin, mode) : program.refused
}

function shareOrNot(program: PolicyProgram, origin: string, allowed: boolean): CorsContinuation {
  if (!allowed) return program.unshared
  const { shares } = program.recent
  return shares.get(origin) ?? keepRecent(shares, origin, shareWith(program, origin))
}

/** Answers a preflight from an origin that is allowed: nothing else may be kept. */
function answerAllowed(
  program: PolicyProgram,
  head: CorsPreflightRequestHead,
  origin: string,
  mode: DecideMode,
): CorsAnswer {
  if (program.answerTail === null || mode.requestedMethodOnly) return answerPreflight(program, head, origin, mode)
  const { answers } = program.recent
  return answers.get(origin) ?? keepRecent(answers, origin, answerPreflight(program, head, origin, mode))
}

/**
 * Answers with the policy's own lists, whatever was asked: the browser does the matching, names the culprit in its
 * console, and caches every entry at once.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function answerPreflight(
  program: PolicyProgram,
  head: CorsPreflightRequestHead,
  origin: string,
  mode: Pick<DecideMode, 'requestedMethodOnly'>,
): CorsAnswer {
  if (program.answerTail !== null && !mode.requestedMethodOnly) {
    return answerTo(program, origin, program.answerTail, program.vary)
  }
  const { allowMethods, allowHeaders } = program
  const readsMethod = allowMethods.echo || mode.requestedMethodOnly
  const methods = readsMethod ? readRequestedMethod(allowMethods, head.accessControlRequestMethod) : allowMethods.value
  const headers = allowHeaders.echo ? readRequestHeaderNames(head.accessControlRequestHeaders) : allowHeaders.value
  const vary = [...program.vary]
  if (readsMethod) vary.push('Access-Control-Request-Method')
  if (allowHeaders.echo) vary.push('Access-Control-Request-Headers')
  return answerTo(program, origin, listAnswerTail(program, methods, headers), Object.freeze(vary))
}

/** Gives back the requested method where it is allowed, and is one that can be written into a header. */
function readRequestedMethod(allowMethods: NamesOrAny, method: string): string | null {
  // Hashing a long text costs as much as reading it.
  if (!allowMethods.any) return method.length <= allowMethods.longest && allowMethods.names.has(method) ? method : null
  return method.length <= MAX_METHOD_LENGTH && isToken(method) && !isForbiddenMethod(method) ? method : null
}

function ignore(): void {
  // `decide` is pure: whoever wants to hear of a failing predicate uses `createCors`.
}
