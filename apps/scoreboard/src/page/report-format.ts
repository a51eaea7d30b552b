import type { ScoreboardReport } from '../scoreboard-report.ts'

/** Tells whether a value is a report of the shape that is read here; what it holds is trusted then. */
export function isScoreboardReport(value: unknown): value is ScoreboardReport {
  return (
    typeof value === 'object' &&
    value !== null &&
    'tool' in value &&
    value.tool === '@corsac/scoreboard' &&
    'format' in value &&
    value.format === 2
  )
}
