import type { WithoutMistakes } from './config-mistake.ts'
import type { CorsConfig } from './cors-config.ts'
import type { CorsDecision } from './cors-decision.ts'
import { type CorsPicker, decideByPicker } from './cors-picker.ts'
import { type CorsPolicy, isCorsPolicy, policyProgram } from './cors-policy.ts'
import { decide, decideFor } from './decide.ts'
import { addVary, readVaryOption } from './decision-vary.ts'
import { describeValue } from './describe-value.ts'
import { createExplainingDecider } from './explain-refused-preflight.ts'
import { reporterFor, runHook } from './hooks.ts'
import { type PolicyOptions, requirePolicy } from './parse-policy.ts'
import type { RequestHead } from './request-head.ts'

/** Where a binding takes its policy from: a configuration, a policy, or a function that picks one for each request. */
export type CorsSource<Context> = CorsConfig | CorsPolicy | CorsPicker<Context>

/** What a binding may be told beside its policy. */
export interface CorsOptions<Context> extends PolicyOptions {
  /** The request headers, beside `Origin`, that a picker looks at: responses vary on them. */
  readonly vary?: readonly string[]
  /**
   * Whether the answer to a refused preflight says why, as `application/problem+json`: the steps that a browser takes, and
   * what to change. Default `false`. It tells the policy to whoever asks: not for production.
   *
   * @see https://www.rfc-editor.org/rfc/rfc9457
   */
  readonly debug?: boolean
  /**
   * Hears of predicates and pickers that threw, rejected, or answered what they may not: the origin was refused. What it
   * returns is ignored.
   */
  readonly onError?: (error: unknown, context: Context) => unknown
  /** Hears of every decision, before it is applied; what it returns is ignored. */
  readonly onDecision?: (decision: CorsDecision, head: RequestHead, context: Context) => unknown
}

/** Decides about one request; waits only where a predicate or a picker does. It neither throws nor rejects. */
export type CorsDecider<Context> = (head: RequestHead, context: Context) => CorsDecision | Promise<CorsDecision>

/**
 * Makes the one function that a binding calls for each request: it owns the policy or the picker, what responses vary
 * on, errors and hooks, so that bindings cannot differ in them.
 *
 * @throws {CorsConfigError} If the source is a configuration with mistakes.
 * @throws {TypeError} If `options.vary` is not a list of header names, or `options.debug` not a boolean.
 */
export function createCors<Context = void, const Source extends CorsSource<Context> = CorsSource<Context>>(
  source?: WithoutMistakes<Source>,
  options?: CorsOptions<Context>,
): CorsDecider<Context>
export function createCors<Context>(source: unknown = {}, options: CorsOptions<Context> = {}): CorsDecider<Context> {
  const decider = createDecider(source, options)
  const vary = readVaryOption(options.vary ?? [])
  const { onDecision, onError } = options
  if (vary.length === 0 && onDecision === undefined) return decider

  return (head, context) => {
    const finish = (decided: CorsDecision): CorsDecision => {
      const decision = addVary(decided, vary)
      runHook(() => onDecision?.(decision, head, context), reporterFor(onError, context))
      return decision
    }
    const decision = decider(head, context)
    return decision instanceof Promise ? decision.then(finish) : finish(decision)
  }
}

function createDecider<Context>(source: unknown, options: CorsOptions<Context>): CorsDecider<Context> {
  const { onError } = options
  const debug = readDebugOption(options.debug)
  if (isPicker<Context>(source)) {
    if (debug) return createExplainingDecider(source, onError)
    return (head, context) => decideByPicker(source, head, context, reporterFor(onError, context))
  }
  const policy = isCorsPolicy(source) ? source : requirePolicy(source, options)
  if (debug) return createExplainingDecider(policy, onError)
  // Only a predicate can fail; every other policy decides without anything being made for the request.
  if (!policy[policyProgram].isPredicate) return (head) => decide(policy, head)
  return (head, context) =>
    decideFor(policy, head, { requestedMethodOnly: false, report: reporterFor(onError, context) })
}

/** A function is a picker: no configuration and no policy is one. */
function isPicker<Context>(source: unknown): source is CorsPicker<Context> {
  return typeof source === 'function'
}

function readDebugOption(debug: unknown = false): boolean {
  if (typeof debug === 'boolean') return debug
  throw new TypeError(`options.debug is ${describeValue(debug)}: write true or false`)
}
