import type { CaseResult } from './report.ts'

/** Makes the result of a case that passed, but for what is told. */
export function createResult(rest: Partial<CaseResult> = {}): CaseResult {
  return {
    id: 'part/case',
    requirement: 'It is.',
    kind: 'must',
    spec: [],
    policy: {},
    verdict: 'pass',
    misses: [],
    exchanges: [],
    duration: 0,
    ...rest,
  }
}
