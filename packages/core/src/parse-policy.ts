import { CorsConfigError } from './cors-config-error.ts'
import type { CorsConfig } from './cors-config.ts'
import type { CorsConfigIssue } from './cors-config-issue.ts'
import type { CorsPolicy, TimingOf } from './cors-policy.ts'
import type { PublicSuffixTest } from './credentials.ts'
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
 */
export function definePolicy<const Config extends CorsConfig>(
  config: Config,
  options: PolicyOptions = {},
): CorsPolicy<TimingOf<Config>> {
  const result = validateConfig(config, options.isPublicSuffix)
  if (!result.ok) throw new CorsConfigError(result.issues)
  return compilePolicy<TimingOf<Config>>(result.valid)
}

/** Makes a policy of a configuration that comes from outside, such as a JSON file or a database. It never throws. */
export function parsePolicy(input: unknown, options: PolicyOptions = {}): ParsePolicyResult {
  const result = validateConfig(input, options.isPublicSuffix)
  return result.ok ? { ok: true, policy: compilePolicy(result.valid) } : result
}
