import type { CorsConfigIssue } from './cors-config-issue.ts'
import { parsePolicy, type PolicyOptions } from './parse-policy.ts'

/** The mistakes in a configuration; none where it is right. */
export function issuesOf(input: unknown, options: PolicyOptions = {}): readonly CorsConfigIssue[] {
  const result = parsePolicy(input, options)
  return result.ok ? [] : result.issues
}

/** What a mistake comes to: its code and its sentence. */
export function sentencesOf(input: unknown, options: PolicyOptions = {}): readonly string[] {
  return issuesOf(input, options).map(({ code, message }) => `${code}: ${message}`)
}
