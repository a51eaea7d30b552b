import type { ConformanceCase } from './conformance-case.ts'

/** Lists cases, a line for each: its kind, its id and its requirement. */
export function formatCases(cases: readonly ConformanceCase[]): string {
  const width = Math.max(0, ...cases.map(({ id }) => id.length))
  return cases.map(({ id, kind, requirement }) => `${kind.padEnd(7)}  ${id.padEnd(width)}  ${requirement}\n`).join('')
}
