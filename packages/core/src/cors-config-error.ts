import type { CorsConfigIssue } from './cors-config-issue.ts'

const BRAND = Symbol.for('@corsac/core/config-error')

/** Thrown once, when a policy is defined, and carries every mistake in its configuration. */
export class CorsConfigError extends Error {
  override readonly name = 'CorsConfigError'
  /** The mistakes, in the order of the configuration. */
  readonly issues: readonly CorsConfigIssue[]

  constructor(issues: readonly CorsConfigIssue[]) {
    const count = issues.length === 1 ? 'a mistake' : `${issues.length} mistakes`
    super([`The CORS configuration has ${count}:`, ...issues.map(describeIssue)].join('\n'))
    this.issues = issues
    Object.defineProperty(this, BRAND, { value: true })
  }
}

/** Recognises the error, whichever copy of the package threw it. */
export function isCorsConfigError(value: unknown): value is CorsConfigError {
  return value instanceof Error && Object.hasOwn(value, BRAND)
}

function describeIssue(issue: CorsConfigIssue): string {
  const suggestion = issue.suggestion === undefined ? '' : `; did you mean ${JSON.stringify(issue.suggestion)}?`
  return `  - ${issue.message}${suggestion} [${issue.code}]`
}
