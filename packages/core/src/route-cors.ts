import type { WithoutMistakes } from './config-mistake.ts'
import { CorsConfigError, isCorsConfigError } from './cors-config-error.ts'
import type { CorsConfig } from './cors-config.ts'
import type { CorsDecision } from './cors-decision.ts'
import { type CorsPolicy, isCorsPolicy } from './cors-policy.ts'
import { type CorsDecider, type CorsOptions, type CorsSource, createDecider, readSource } from './create-cors.ts'
import { describeValue } from './describe-value.ts'
import { requireKnownOptions } from './known-options.ts'
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

const ADVICE = 'write a policy, false to refuse, or a configuration that names allowOrigins, as none is inherited'

/**
 * Makes what a binding needs whose framework has route options. It does what `createCors` does; and from the first route
 * with a policy of its own on, every preflight is answered with the requested method only. Browsers cache preflights by
 * URL: with a list, the policy of one method would speak for that of another.
 *
 * @param optionName What the framework calls the option in which a route says something, for errors.
 * @throws {CorsConfigError} If the source is a configuration with mistakes.
 * @throws {TypeError} If an option is none.
 */
export function createRouteCors<Context = void, const Source extends CorsSource<Context> = CorsSource<Context>>(
  source?: WithoutMistakes<Source>,
  options?: CorsOptions<Context>,
  optionName?: string,
): RouteCors<Context>
export function createRouteCors<Context>(
  source: unknown = {},
  options: CorsOptions<Context> = {},
  optionName = 'cors',
): RouteCors<Context> {
  requireKnownOptions(options)
  const readable = readSource<Context>(source, options)
  const decideForAll = createDecider(readable, options, { requestedMethodOnly: false })
  const decideForOthers = createDecider(readable, options, { requestedMethodOnly: true })
  const refuse = createDecider<Context>(() => null, options, {
    requestedMethodOnly: true,
    nullMeans: `the ${optionName} option of the route is false, which refuses every origin`,
  })
  let current = decideForAll
  return {
    decide: (head: RequestHead, context: Context): CorsDecision | Promise<CorsDecision> => current(head, context),
    forRoute: (option, route) => {
      const policy = readRouteOption(option, `The ${optionName} option of ${route}`, options)
      current = decideForOthers
      return policy === null ? refuse : createDecider(policy, options, { requestedMethodOnly: true })
    },
  }
}

/**
 * Reads what a route says; `null` refuses.
 *
 * @param subject Where it stands, as an error's first words.
 */
function readRouteOption(option: unknown, subject: string, options: CorsOptions<never>): CorsPolicy | null {
  if (option === false) return null
  if (isCorsPolicy(option)) return option
  if (typeof option !== 'object' || option === null)
    throw new TypeError(`${subject} is ${describeValue(option)}: ${ADVICE}`)
  const namesOrigins = Object.hasOwn(option, 'allowOrigins')
  try {
    const policy = requirePolicy(option, options)
    if (namesOrigins) return policy
  } catch (error) {
    if (!isCorsConfigError(error)) throw error
    // A key that is none, such as another library's, is what to mend first.
    if (namesOrigins || error.issues.some(({ code }) => code === 'key-unknown'))
      throw new CorsConfigError(error.issues, subject)
  }
  throw new TypeError(`${subject} lacks allowOrigins: ${ADVICE}`)
}
