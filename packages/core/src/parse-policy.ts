import type { WithoutMistakes } from './config-mistake.ts'
import { CorsConfigError } from './cors-config-error.ts'
import type { CorsConfig } from './cors-config.ts'
import type { CorsConfigIssue } from './cors-config-issue.ts'
import type { CorsPolicy, PolicyTiming, TimingOf } from './cors-policy.ts'
import type { PublicSuffixTest } from './credentials.ts'
import { describeValue } from './describe-value.ts'
import { compilePolicy } from './policy-program.ts'
import { validateConfig } from './validate-config.ts'

/** What the definition of a policy may need from outside. */
export interface PolicyOptions {
  /**
   * Tells public suffixes; without it `https://*.` patterns with credentials are refused. Pass the `isPublicSuffix` of
   * `@corsac/core/public-suffixes`, or your own.
   */
  readonly isPublicSuffix?: PublicSuffixTest | undefined
}

/** What {@link parsePolicy} makes of its input: a policy, or every mistake. */
export type ParsePolicyResult =
  | { readonly ok: true; readonly policy: CorsPolicy }
  | { readonly ok: false; readonly issues: readonly CorsConfigIssue[] }

/**
 * Defines a policy from a configuration in code.
 *
 * The configuration is copied and the policy frozen: what is changed afterwards changes nothing.
 *
 * @throws {CorsConfigError} Every mistake at once, each with a code, its place and what to write instead.
 * @throws {TypeError} If `options.isPublicSuffix` is there and no function.
 */
export function definePolicy<const Config extends CorsConfig>(
  config: WithoutMistakes<Config>,
  options: PolicyOptions = {},
): CorsPolicy<TimingOf<Config>> {
  return requirePolicy<TimingOf<Config>>(config, options)
}

/** Makes a policy of whatever is given for a configuration, or throws as {@link definePolicy} does. */
export function requirePolicy<Timing extends PolicyTiming>(input: unknown, options: PolicyOptions): CorsPolicy<Timing> {
  const { isPublicSuffix } = requireOptions(options)
  const result = validateConfig(input, isPublicSuffix)
  if (!result.ok) throw new CorsConfigError(result.issues)
  return compilePolicy<Timing>(result.valid)
}

/** Returns the options as they are, or throws where what no compiler has checked is not what it should be. */
export function requireOptions(options: PolicyOptions): PolicyOptions {
  const isPublicSuffix: unknown = options.isPublicSuffix
  if (isPublicSuffix === undefined || typeof isPublicSuffix === 'function') return options
  const advice = 'pass a function, such as the isPublicSuffix of @corsac/core/public-suffixes'
  throw new TypeError(`The option isPublicSuffix is ${describeValue(isPublicSuffix)}: ${advice}`)
}

/**
 * Makes a policy of a configuration that comes from outside, such as a JSON file or a database. It never throws: an
 * `isPublicSuffix` that cannot be asked refuses what it would have been asked about.
 */
export function parsePolicy(input: unknown, options: PolicyOptions = {}): ParsePolicyResult {
  const result = validateConfig(input, options.isPublicSuffix)
  return result.ok ? { ok: true, policy: compilePolicy(result.valid) } : result
}
