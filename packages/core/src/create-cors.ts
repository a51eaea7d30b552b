import type { ReportError } from './ask-origin.ts'
import { accessControlHeaders } from './access-control-headers.ts'
import type { CorsConfig } from './cors-config.ts'
import type { CorsAnswer, CorsContinuation, CorsDecision } from './cors-decision.ts'
import { type CorsPolicy, isCorsPolicy, policyProgram } from './cors-policy.ts'
import { decide, decideFor } from './decide.ts'
import { describeValue } from './describe-value.ts'
import { definePolicy, type PolicyOptions } from './parse-policy.ts'
import { VARY_ON_ORIGIN } from './policy-program.ts'
import { isCorsPreflightRequest, type RequestHead } from './request-head.ts'
import { isThenable } from './thenable.ts'
import { isToken } from './token.ts'

/**
 * Chooses the policy for a request: per tenant, per route, or the one loaded last.
 *
 * `null` refuses. So does a throw, a rejection, or anything that is not a policy; those also reach `onError`.
 */
export type CorsPicker<Context> = (
  head: RequestHead,
  context: Context,
) => CorsPolicy | null | Promise<CorsPolicy | null>

/** Where a binding takes its policy from: a configuration, a policy, or a function that picks one for each request. */
export type CorsSource<Context> = CorsConfig | CorsPolicy | CorsPicker<Context>

/** What a binding may be told beside its policy. */
export interface CorsOptions<Context> extends PolicyOptions {
  /** The request headers, beside `Origin`, that a picker looks at: responses vary on them. */
  readonly vary?: readonly string[]
  /** Hears of predicates and pickers that threw, rejected, or answered what they may not; the origin was refused. */
  readonly onError?: (error: unknown, context: Context) => void
  /** Hears of every decision, before it is applied. */
  readonly onDecision?: (decision: CorsDecision, head: RequestHead, context: Context) => void
}

/** Decides about one request; waits only where a predicate or a picker does. It neither throws nor rejects. */
export type CorsDecider<Context> = (head: RequestHead, context: Context) => CorsDecision | Promise<CorsDecision>

/**
 * Makes the one function that a binding calls for each request: it owns the policy or the picker, what responses vary
 * on, errors and hooks, so that bindings cannot differ in them.
 *
 * @throws {CorsConfigError} If the source is a configuration with mistakes.
 * @throws {TypeError} If `options.vary` is not a list of header names.
 */
export function createCors<Context = void>(
  source: CorsSource<Context> = {},
  options: CorsOptions<Context> = {},
): CorsDecider<Context> {
  const { onDecision } = options
  const extraVary = readVary(options.vary ?? [])
  const decider = typeof source === 'function' ? fromPicker(source, options) : fromPolicy(source, options)
  const withVary: CorsDecider<Context> =
    extraVary.length === 0
      ? decider
      : (head, context) => whenSettled(decider(head, context), (decision) => addVary(decision, extraVary))
  if (onDecision === undefined) return withVary

  return (head, context) =>
    whenSettled(withVary(head, context), (decision) => {
      guard(
        () => {
          onDecision(decision, head, context)
        },
        reporter(options, context),
      )
      return decision
    })
}

function fromPolicy<Context>(source: CorsConfig | CorsPolicy, options: CorsOptions<Context>): CorsDecider<Context> {
  const policy = isCorsPolicy(source) ? source : definePolicy(source, options)
  // Only a predicate can fail; every other policy decides without anything made for the request.
  if (!policy[policyProgram].isPredicate) return (head) => decide(policy, head)
  return (head, context) => decideFor(policy, head, { requestedMethodOnly: false, report: reporter(options, context) })
}

function fromPicker<Context>(pick: CorsPicker<Context>, options: CorsOptions<Context>): CorsDecider<Context> {
  return (head, context) => {
    const report = reporter(options, context)
    const decideBy = (picked: unknown): CorsDecision | Promise<CorsDecision> => {
      if (isCorsPolicy(picked)) {
        return whenSettled(decideFor(picked, head, { requestedMethodOnly: true, report }), (decision) =>
          addVary(decision, VARY_ON_ORIGIN),
        )
      }
      if (picked !== null) {
        report(
          new TypeError(
            `The picker returned ${describeValue(picked)}: it returns a policy made by definePolicy, null to refuse, or a promise of one`,
          ),
        )
      }
      return refuse(head)
    }
    try {
      const picked: unknown = pick(head, context)
      if (!isThenable(picked)) return decideBy(picked)
      return Promise.resolve(picked).then(decideBy, (error: unknown) => {
        report(error)
        return refuse(head)
      })
    } catch (error) {
      report(error)
      return refuse(head)
    }
  }
}

const REFUSED_PREFLIGHT: CorsAnswer = Object.freeze({
  kind: 'answer',
  status: 403,
  remove: accessControlHeaders,
  set: Object.freeze([]),
  vary: VARY_ON_ORIGIN,
})
const UNSHARED: CorsContinuation = Object.freeze({
  kind: 'continue',
  remove: accessControlHeaders,
  set: Object.freeze([]),
  vary: VARY_ON_ORIGIN,
})

function refuse(head: RequestHead): CorsDecision {
  return isCorsPreflightRequest(head) ? REFUSED_PREFLIGHT : UNSHARED
}

function addVary(decision: CorsDecision, names: readonly string[]): CorsDecision {
  const present = new Set(decision.vary.map((name) => name.toLowerCase()))
  const missing = names.filter((name) => !present.has(name.toLowerCase()))
  if (missing.length === 0) return decision
  return Object.freeze({ ...decision, vary: Object.freeze([...decision.vary, ...missing]) })
}

function readVary(names: unknown): readonly string[] {
  if (!Array.isArray(names))
    throw new TypeError(`options.vary is ${describeValue(names)}: write a list of request-header names`)
  return names.map((name: unknown) => {
    if (typeof name === 'string' && isToken(name) && name !== '*') return name
    throw new TypeError(`options.vary has ${describeValue(name)}, which is not the name of a request header`)
  })
}

/** Reports to `onError`; what that throws in turn is dropped, because a hook must not take the request down. */
function reporter<Context>({ onError }: CorsOptions<Context>, context: Context): ReportError {
  return (error) => {
    guard(
      () => onError?.(error, context),
      () => undefined,
    )
  }
}

function guard(hook: () => void, report: ReportError): void {
  try {
    hook()
  } catch (error) {
    report(error)
  }
}

function whenSettled<T>(value: T | Promise<T>, use: (value: T) => T | Promise<T>): T | Promise<T> {
  return value instanceof Promise ? value.then(use) : use(value)
}
