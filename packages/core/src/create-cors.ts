import type { WithoutMistakes } from './config-mistake.ts'
import type { CorsConfig } from './cors-config.ts'
import type { CorsDecision } from './cors-decision.ts'
import { type CorsPicker, decideByPicker } from './cors-picker.ts'
import { type CorsPolicy, isCorsPolicy, policyProgram } from './cors-policy.ts'
import { decideFor, type DecideMode, PURE } from './decide.ts'
import { addVary, readVaryOption } from './decision-vary.ts'
import { describeValue } from './describe-value.ts'
import { createExplainingDecider } from './explain-refused-preflight.ts'
import { reporterFor, runHook } from './hooks.ts'
import { requireKnownOptions } from './known-options.ts'
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

/** How a decider is to decide. */
export interface DeciderMode extends Pick<DecideMode, 'requestedMethodOnly'> {
  /** What it means that a picker returned `null`, for the explanation under `debug`. */
  readonly nullMeans?: string
}

/** Decides about one request; waits only where a predicate or a picker does. It neither throws nor rejects. */
export type CorsDecider<Context> = (head: RequestHead, context: Context) => CorsDecision | Promise<CorsDecision>

/**
 * Makes the one function that a binding calls for each request: it owns the policy or the picker, what responses vary
 * on, errors and hooks, so that bindings cannot differ in them.
 *
 * @throws {CorsConfigError} If the source is a configuration with mistakes.
 * @throws {TypeError} If `options.vary` is not a list of header names, `options.debug` not a boolean, or an option none.
 */
export function createCors<Context = void, const Source extends CorsSource<Context> = CorsSource<Context>>(
  source?: WithoutMistakes<Source>,
  options?: CorsOptions<Context>,
): CorsDecider<Context>
export function createCors<Context>(source: unknown = {}, options: CorsOptions<Context> = {}): CorsDecider<Context> {
  requireKnownOptions(options)
  return createDecider(readSource<Context>(source, options), options, { requestedMethodOnly: false })
}

/** Returns a policy or a picker as it is, and defines the policy of a configuration. */
export function readSource<Context>(source: unknown, options: CorsOptions<Context>): CorsPolicy | CorsPicker<Context> {
  return isPicker<Context>(source) || isCorsPolicy(source) ? source : requirePolicy(source, options)
}

/** Makes the decider of a policy or a picker, with the hooks and the `vary` of the options. */
export function createDecider<Context>(
  source: CorsPolicy | CorsPicker<Context>,
  options: CorsOptions<Context>,
  mode: DeciderMode,
): CorsDecider<Context> {
  const decider = createBareDecider(source, options, mode)
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

function createBareDecider<Context>(
  source: CorsPolicy | CorsPicker<Context>,
  { debug, onError }: CorsOptions<Context>,
  mode: DeciderMode,
): CorsDecider<Context> {
  if (readDebugOption(debug)) return createExplainingDecider(source, onError, mode)
  if (isPicker<Context>(source)) {
    return (head, context) => decideByPicker(source, head, context, reporterFor(onError, context))
  }
  // Only a predicate can fail; every other policy decides without anything being made for the request.
  if (!source[policyProgram].isPredicate) {
    const pure = { ...PURE, requestedMethodOnly: mode.requestedMethodOnly }
    return (head) => decideFor(source, head, pure)
  }
  const { requestedMethodOnly } = mode
  return (head, context) => decideFor(source, head, { requestedMethodOnly, report: reporterFor(onError, context) })
}

/** A function is a picker: no configuration and no policy is one. */
function isPicker<Context>(source: unknown): source is CorsPicker<Context> {
  return typeof source === 'function'
}

function readDebugOption(debug: unknown = false): boolean {
  if (typeof debug === 'boolean') return debug
  throw new TypeError(`options.debug is ${describeValue(debug)}: write true or false`)
}
