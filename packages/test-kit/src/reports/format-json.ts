import type { ConformanceReport } from './report.ts'

/** Writes a report as JSON, as `@corsac/test-kit/report.schema.json` describes it. */
export function formatJson(report: ConformanceReport): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
