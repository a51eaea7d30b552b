import type { CaseResult } from '@corsac/test-kit'

/** One number, in the shape that every measuring command of Corsac writes. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
}

/** Counts what `must` and `should` came to. */
export function figuresOf(name: string, results: readonly CaseResult[]): readonly Figure[] {
  return (['must', 'should'] as const).flatMap((kind) =>
    (['pass', 'fail', 'not-applicable', 'subject-error'] as const).map((verdict) => ({
      name: `${name}: ${kind}: ${verdict}`,
      value: results.filter((result) => result.kind === kind && result.verdict === verdict).length,
      unit: 'cases',
    })),
  )
}
