import type { CompleteCorsConfig, CorsConfig } from './cors-config.ts'
import type { PolicyProgram } from './policy-program.ts'

/** Whether every decision of a policy is there at once, or some wait for a predicate that returns promises. */
export type PolicyTiming = 'sync' | 'async'

/**
 * The well-known symbol under which a policy keeps what was settled at its definition.
 *
 * It is registered globally, so that the ESM and the CommonJS build, or two copies of the package, accept each other's
 * policies.
 */
export const policyProgram: unique symbol = Symbol.for('@corsac/core/policy-program/1')

/**
 * A validated, frozen configuration with everything settled that can be settled before a request comes.
 *
 * Only {@link definePolicy} and {@link parsePolicy} make one. Changing the configuration afterwards changes nothing.
 */
export interface CorsPolicy<Timing extends PolicyTiming = PolicyTiming> {
  /** The configuration with every default written out: what the policy means, for logs and reports. */
  readonly config: CompleteCorsConfig
  readonly [policyProgram]: PolicyProgram<Timing>
}

/** The {@link PolicyTiming} of the policy that a configuration defines. */
export type TimingOf<Config extends CorsConfig> = Config extends {
  readonly allowOrigins: (origin: string) => infer Answer
}
  ? [Answer] extends [boolean]
    ? 'sync'
    : 'async'
  : Config extends { readonly allowOrigins?: '*' | readonly string[] }
    ? 'sync'
    : 'async'

/** Recognises a policy, whichever copy of the package made it. */
export function isCorsPolicy(value: unknown): value is CorsPolicy {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, policyProgram)
}
