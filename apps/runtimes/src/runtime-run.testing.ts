import { type CaseResult, createReport, type Verdict } from '@corsac/test-kit'
import type { RuntimeRun } from './runtime-run.ts'

const runtime = { name: 'x', version: '1.0.0', folder: '/x', manifest: { name: '@corsac/fetch on X', command: 'x' } }

/** The run of a runtime whose cases had these verdicts. */
export function runOf(...verdicts: readonly (readonly [CaseResult['kind'], Verdict])[]): RuntimeRun {
  const results = verdicts.map(([kind, verdict], index) => ({
    id: `part/${index}`,
    requirement: 'It holds.',
    kind,
    spec: [],
    policy: {},
    verdict,
    misses: [],
    exchanges: [],
    duration: 1,
  }))
  return { runtime, outcome: { report: createReport({ ...runtime.manifest, start: neverStarted }, results) } }
}

/** A runtime that could not be run. */
export const missingRun: RuntimeRun = { runtime, outcome: { notRun: 'npm could not install it' } }

function neverStarted(): never {
  throw new Error('nobody starts it')
}
