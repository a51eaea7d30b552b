import type { WithoutMistakes } from './config-mistake.ts'
import { CorsConfigError, isCorsConfigError } from './cors-config-error.ts'
import type { CorsConfig } from './cors-config.ts'
import type { CorsDecision } from './cors-decision.ts'
import { type CorsPolicy, isCorsPolicy } from './cors-policy.ts'
import { type CorsDecider, type CorsOptions, type CorsSource, createDecider, readSource } from './create-cors.ts'
import { describeValue } from './describe-value.ts'
import { requirePolicy } from './parse-policy.ts'
import type { RequestHead } from './request-head.ts'

/**
 * What a route says of CORS in its options: a policy, a configuration that names `allowOrigins`, or `false`, which
 * refuses every page. Nothing is inherited from the policy around it.
 */
export type CorsRouteOption = CorsPolicy | (CorsConfig & Pick<Required<CorsConfig>, 'allowOrigins'>) | false

/** The deciders of an application whose routes may have policies of their own. */
export interface RouteCors<Context> {
  /** Decides for the routes that say nothing, and for paths without a route. */
  readonly decide: CorsDecider<Context>
  /**
   * Makes the decider of a route that has a policy of its own. For a preflight the binding finds the route of the
   * *requested* method.
   *
   * @param option What the route says: see {@link CorsRouteOption}.
   * @param route The route as its framework writes it, such as `PUT /items/:id`, for the error.
   * @throws {CorsConfigError} If it is a configuration with mistakes.
   * @throws {TypeError} If it is nothing that a route may say, or a configuration without `allowOrigins`.
   */
  readonly forRoute: (option: unknown, route: string) => CorsDecider<Context>
}

/**
 * Makes what a binding needs whose framework has route options. It does what `createCors` does; and from the first route
 * with a policy of its own on, every preflight is answered with the requested method only. Browsers cache preflights by
 * URL: with a list, the policy of one method would speak for that of another.
 *
 * @throws {CorsConfigError} If the source is a configuration with mistakes.
 * @throws {TypeError} If an option is none.
 */
export function createRouteCors<Context = void, const Source extends CorsSource<Context> = CorsSource<Context>>(
  source?: WithoutMistakes<Source>,
  options?: CorsOptions<Context>,
): RouteCors<Context>
export function createRouteCors<Context>(source: unknown = {}, options: CorsOptions<Context> = {}): RouteCors<Context> {
  const readable = readSource<Context>(source, options)
  const decideForAll = createDecider(readable, options, { requestedMethodOnly: false })
  const decideForOthers = createDecider(readable, options, { requestedMethodOnly: true })
  const refuse = createDecider<Context>(() => null, options, {
    requestedMethodOnly: true,
    nullMeans: 'the cors option of the route is false, which refuses every origin',
  })
  let current = decideForAll
  return {
    decide: (head: RequestHead, context: Context): CorsDecision | Promise<CorsDecision> => current(head, context),
    forRoute: (option, route) => {
      const policy = readRouteOption(option, route, options)
      current = decideForOthers
      return policy === null ? refuse : createDecider(policy, options, { requestedMethodOnly: true })
    },
  }
}

/** `null` refuses. */
function readRouteOption(option: unknown, route: string, options: CorsOptions<never>): CorsPolicy | null {
  if (option === false) return null
  if (isCorsPolicy(option)) return option
  if (typeof option !== 'object' || option === null || !Object.hasOwn(option, 'allowOrigins')) {
    const found = typeof option === 'object' && option !== null ? 'lacks allowOrigins' : `is ${describeValue(option)}`
    const advice = 'write a policy, false to refuse, or a configuration that names allowOrigins, as none is inherited'
    throw new TypeError(`The cors option of ${route} ${found}: ${advice}`)
  }
  try {
    return requirePolicy(option, options)
  } catch (error) {
    throw isCorsConfigError(error) ? new CorsConfigError(error.issues, `The cors option of ${route}`) : error
  }
}
