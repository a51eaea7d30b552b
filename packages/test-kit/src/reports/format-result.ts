import type { CaseResult } from './report.ts'
import { describeResult, formatLines } from './result-lines.ts'

/**
 * Writes down what a case brought to light: its misses, the exchanges they were found in, how to mend them, and where to
 * read on.
 */
export function formatResult(result: CaseResult): string {
  const { id, kind, requirement } = result
  const lines = describeResult(result).map((line) => ({ ...line, depth: line.depth + 1 }))
  return [`${id} (${kind}): ${requirement}`, formatLines(lines)].join('\n')
}
