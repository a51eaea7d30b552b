import { type CaseResult, conformanceSuites, type ConformanceSubject, examine } from '@corsac/test-kit'
import type { DescribeConformanceOptions } from '@corsac/test-kit/vitest'
import { inject, it } from 'vitest'

/** What an examination brought to light, as it comes out of the process that made it. */
export interface BindingExamination {
  readonly name: string
  readonly lacks: NonNullable<ConformanceSubject['lacks']>
  /** The results of all cases. */
  readonly results: readonly CaseResult[]
}

/** How bindings are examined. */
export interface ExaminationChoices {
  /** Whether only the first subject of a binding is examined, which is the one on the newest framework. */
  readonly first: boolean
  /** Whether the exchanges of cases that passed are kept as well. */
  readonly exchanges: boolean
}

declare module 'vitest' {
  interface ProvidedContext {
    choices: ExaminationChoices
  }
  interface TaskMeta {
    examination?: BindingExamination
  }
}

let declared = 0

/**
 * Stands in for that of `@corsac/test-kit/vitest` while the bindings' own conformance tests are run for a table: it
 * examines the same subject under the same cases, and hands over what came of them instead of a test for each.
 */
export function describeConformance(
  subject: ConformanceSubject,
  { suites = conformanceSuites }: DescribeConformanceOptions = {},
): void {
  const { exchanges, first } = inject('choices')
  declared += 1
  if (first && declared > 1) return
  it(subject.name, { timeout: 0 }, async ({ task }) => {
    const { results } = await examine(subject, { cases: suites.flatMap(({ cases }) => cases) })
    task.meta.examination = {
      name: subject.name,
      lacks: subject.lacks ?? {},
      results: exchanges ? results : results.map(withoutNeedless),
    }
  })
}

function withoutNeedless(result: CaseResult): CaseResult {
  return result.verdict === 'pass' ? { ...result, exchanges: [] } : result
}
