import type { CorsConfig } from './cors-config.ts'
import type { CorsPolicy } from './cors-policy.ts'
import { describeIssue } from './describe-issue.ts'
import { issuePath } from './issue-path.ts'
import { parsePolicy, type PolicyOptions, requireOptions } from './parse-policy.ts'
import type { StandardSchema, StandardSchemaResult } from './standard-schema.ts'

/** A {@link StandardSchema} that takes a configuration and gives the policy that it defines. */
export type CorsConfigSchema = StandardSchema<CorsConfig, CorsPolicy>

/**
 * Makes a schema that validates configurations as `parsePolicy` does, for whatever speaks Standard Schema: a loader of
 * settings, a form, a router.
 *
 * @param options Those of `parsePolicy`: with `isPublicSuffix`, `https://*.` patterns may be used with credentials.
 * @throws {TypeError} If `options.isPublicSuffix` is there and no function.
 * @see https://standardschema.dev
 */
export function createCorsConfigSchema(options: PolicyOptions = {}): CorsConfigSchema {
  const { isPublicSuffix } = requireOptions(options)
  return Object.freeze({
    '~standard': Object.freeze({
      version: 1,
      vendor: 'corsac',
      validate(value: unknown): StandardSchemaResult<CorsPolicy> {
        const result = parsePolicy(value, { isPublicSuffix })
        if (result.ok) return { value: result.policy }
        return { issues: result.issues.map((issue) => ({ message: describeIssue(issue), path: issuePath(issue) })) }
      },
    }),
  })
}

/**
 * Validates configurations for whatever speaks Standard Schema, without a public suffix list: `https://*.` patterns with
 * credentials are refused. {@link createCorsConfigSchema} makes one that knows such a list.
 */
export const corsConfigSchema: CorsConfigSchema = /* @__PURE__ */ createCorsConfigSchema()
