import type { CaseResult } from '@corsac/test-kit'
import testKit from '@corsac/test-kit/package.json' with { type: 'json' }
import { type Figure, figuresOf } from '../figures.ts'
import { describeMachine, type Machine } from '../machine.ts'
import type { BindingExamination } from './describe-conformance.ts'

/** The examination of bindings, in the shape that every measuring command of Corsac writes. */
export interface BindingsReport {
  readonly tool: '@corsac/test-kit'
  /** The version of the cases. */
  readonly version: string
  /** When it was made, ISO 8601. */
  readonly date: string
  readonly machine: Machine
  readonly subjects: readonly BindingExamination[]
  readonly figures: readonly Figure[]
}

/** Makes the report that `--json` writes. */
export function createBindingsReport(examinations: readonly BindingExamination[]): BindingsReport {
  return {
    tool: '@corsac/test-kit',
    version: testKit.version,
    date: new Date().toISOString(),
    machine: describeMachine(),
    subjects: examinations,
    figures: examinations.flatMap(({ name, results }) => figuresOf(name, results)),
  }
}

/** Tells whether a value is such a report; what it holds is trusted then. */
export function isBindingsReport(value: unknown): value is BindingsReport {
  return (
    typeof value === 'object' &&
    value !== null &&
    'tool' in value &&
    value.tool === '@corsac/test-kit' &&
    'subjects' in value &&
    Array.isArray(value.subjects)
  )
}

/** The results that a binding of ours must not have: what is only observed is a matter of taste. */
export function shortcomings({ results }: BindingExamination): readonly CaseResult[] {
  return results.filter(({ kind, verdict }) => kind !== 'observe' && verdict !== 'pass' && verdict !== 'not-applicable')
}
