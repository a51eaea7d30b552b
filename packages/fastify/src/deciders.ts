import { isDeepStrictEqual } from 'node:util'
import {
  CorsConfigError,
  type CorsDecider,
  type CorsDecision,
  type CorsOptions,
  type CorsPicker,
  type CorsPolicy,
  type CorsSource,
  createCors,
  createRouteCors,
  isCorsPolicy,
  parsePolicy,
  type PolicyOptions,
  type RequestHead,
  unshared,
  type WithoutMistakes,
} from '@corsac/core'
import { isPublicSuffix } from '@corsac/core/public-suffixes'
import { logError } from '@corsac/node'
import type { FastifyRequest } from 'fastify'

/** What decides for one `cors()`. */
export interface Deciders {
  /** Decides for the routes that say nothing, and for paths without a route. */
  readonly decide: CorsDecider<FastifyRequest>
  /**
   * Has preflights answered with the requested method alone from now on, because the methods of a path may have
   * different policies. It happens by itself where a route has one of its own.
   */
  readonly expectOtherPolicies: () => void
  /**
   * Reads what a route says in its options.
   *
   * @throws {CorsConfigError} If it is a configuration with mistakes.
   * @throws {TypeError} If it is nothing that a route may say.
   */
  readonly readOption: (option: unknown, route: string) => void
  /** Finds what decides for a route that has this option, or none; nothing where the option has not been read. */
  readonly ofOption: (option: unknown) => CorsDecider<FastifyRequest> | undefined
  /** Refuses a preflight that may be about several routes of which each says something else, and tells `onError` so. */
  readonly refuseAmbiguous: CorsDecider<FastifyRequest>
  /** Decides where Fastify answers without having made a request: then a picker cannot be asked, and nobody is allowed. */
  readonly decideUnhooked: (head: RequestHead) => CorsDecision
}

const AMBIGUOUS =
  'The constraints of several routes look at what a preflight does not carry, so it may be about any of them, and their cors options differ: give them the same one'

/**
 * Makes what decides for one `cors()`.
 *
 * @throws {CorsConfigError} If the source is a configuration with mistakes.
 * @throws {TypeError} If an option is none.
 */
export function createDeciders<const Source extends CorsSource<FastifyRequest>>(
  source: WithoutMistakes<Source> | undefined,
  options: CorsOptions<FastifyRequest>,
): Deciders {
  const completed = { onError: logError, isPublicSuffix, ...options }
  const policy = isPicker(source) ? source : readPolicy(source, completed)
  const { decide, forRoute } = createRouteCors<FastifyRequest, CorsSource<FastifyRequest>>(policy, completed)
  const deciders = new Map<unknown, CorsDecider<FastifyRequest>>()
  function readOption(option: unknown, route: string): void {
    if (deciders.has(option)) return
    // Routes that say the same, each in words of its own, are decided about alike.
    const [, same] = [...deciders].find(([other]) => isDeepStrictEqual(other, option)) ?? []
    deciders.set(option, same ?? forRoute(option, route))
  }
  const decideUnhooked = createCors<null, CorsSource<null>>(isPicker(policy) ? () => null : policy, {
    vary: options.vary ?? [],
  })
  return {
    decide,
    expectOtherPolicies: () => {
      readOption(false, 'any route')
    },
    readOption,
    ofOption: (option) => (option === undefined ? decide : deciders.get(option)),
    refuseAmbiguous: createCors<FastifyRequest, CorsSource<FastifyRequest>>(() => {
      throw new TypeError(AMBIGUOUS)
    }, completed),
    decideUnhooked: (head) => {
      const decision = decideUnhooked(head, null)
      return decision instanceof Promise ? unshared : decision
    },
  }
}

/** Returns a policy as it is, and defines that of a configuration, once for both ways of deciding. */
function readPolicy(source: unknown = {}, options: PolicyOptions): CorsPolicy {
  if (isCorsPolicy(source)) return source
  const result = parsePolicy(source, options)
  if (result.ok) return result.policy
  throw new CorsConfigError(result.issues)
}

/** A function is a picker: no configuration and no policy is one. */
function isPicker(source: unknown): source is CorsPicker<FastifyRequest> {
  return typeof source === 'function'
}
