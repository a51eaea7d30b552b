import { type ConformanceReport, exitCode } from '@corsac/test-kit'
import type { Runtime } from './runtime.ts'

/** What came of a runtime: its report, or why it could not be run. */
export interface RuntimeRun {
  readonly runtime: Runtime
  readonly outcome: { readonly report: ConformanceReport } | { readonly notRun: string }
}

/**
 * What runs mean to a shell. `0`: on every runtime all holds that has to, good practice included. `1`: on one something does
 * not. `2`: one could not be run, or stopped answering, so that not everything was examined.
 */
export function exitCodeOf(runs: readonly RuntimeRun[]): 0 | 1 | 2 {
  const codes = runs.map(({ outcome }) => ('report' in outcome ? exitCode(outcome.report, { strict: true }) : null))
  if (codes.some((code) => code !== 0 && code !== 1)) return 2
  return codes.includes(1) ? 1 : 0
}
