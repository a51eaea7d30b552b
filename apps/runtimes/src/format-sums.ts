import { summarizeReport } from '@corsac/test-kit/reports'
import type { RuntimeRun } from './runtime-run.ts'

const COLUMNS = ['passed', 'failed', 'no-answer', 'not-examined', 'differs', 'not-applicable'] as const

/** Writes a line for each runtime: its version, and how many cases had which outcome. */
export function formatSums(runs: readonly RuntimeRun[]): string {
  const rows = [
    ['runtime', 'version', ...COLUMNS.map((outcome) => outcome.replace('-', ' '))],
    ...runs.map(({ outcome, runtime: { name, version } }) => [
      name,
      version,
      ...('notRun' in outcome ? ['not run'] : countsOf(outcome.report).map(String)),
    ]),
  ]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function countsOf(report: Parameters<typeof summarizeReport>[0]): readonly number[] {
  const counts = summarizeReport(report, { strict: true }).kinds.flatMap((kind) => kind.counts)
  return COLUMNS.map((column) =>
    counts.filter(({ outcome }) => outcome === column).reduce((sum, { count }) => sum + count, 0),
  )
}
