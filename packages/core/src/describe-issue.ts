import type { CorsConfigIssue } from './cors-config-issue.ts'
import { describeValue } from './describe-value.ts'

/** Writes an issue as one sentence that names what was meant, where that is known. */
export function describeIssue({ message, suggestion }: CorsConfigIssue): string {
  if (suggestion === undefined) return message
  const quoted = describeValue(suggestion)
  return message.includes(quoted) ? message : `${message}; did you mean ${quoted}?`
}
