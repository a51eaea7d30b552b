import type { CorsConfigIssue } from './cors-config-issue.ts'
import { describeIssue } from './describe-issue.ts'

const BRAND = Symbol.for('@corsac/core/config-error')

/** Thrown once, when a policy is defined, and carries every mistake in its configuration. */
export class CorsConfigError extends Error {
  override readonly name = 'CorsConfigError'
  /** The mistakes, in the order of the configuration. */
  declare readonly issues: readonly CorsConfigIssue[]

  /**
   * @param issues The mistakes.
   * @param subject What has them, as the message's first words.
   */
  constructor(issues: readonly CorsConfigIssue[], subject = 'The CORS configuration') {
    const lines = issues.map((issue) => `  - ${describeIssue(issue)} [${issue.code}]`)
    super([`${subject} has ${countOf(issues)}:`, ...lines].join('\n'))
    // Not enumerable: Node would print them again below the message, which has them all.
    Object.defineProperty(this, 'issues', { value: issues })
    Object.defineProperty(this, BRAND, { value: true })
  }
}

function countOf(issues: readonly CorsConfigIssue[]): string {
  if (issues.at(-1)?.code === 'mistakes-left-out') return `more than ${issues.length - 1} mistakes`
  return issues.length === 1 ? 'a mistake' : `${issues.length} mistakes`
}

/** Recognises the error, whichever copy of the package, in whichever realm, threw it. */
export function isCorsConfigError(value: unknown): value is CorsConfigError {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, BRAND)
}
