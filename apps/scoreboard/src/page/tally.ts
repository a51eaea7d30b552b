import type { SignName } from '@corsac/page'
import type { CaseOutcome } from '@corsac/test-kit/reports'
import type { ScoreboardCase, ScoreboardSubject } from '../scoreboard-report.ts'
import type { KindChoice } from './address.ts'
import { caseOutcome, outcomesByUrgency } from './case-outcome.ts'
import type { ReportIndex } from './report-index.ts'

/** What came of some cases. */
export interface Tally {
  /** How many came to each outcome, for those that any came to. */
  readonly counts: ReadonlyMap<CaseOutcome, number>
  /** How many are not shown one by one. */
  readonly withheld: number
}

/** A tally in short. */
export interface TallySummary {
  /** What is to be looked at first. */
  readonly sign: SignName
  /** How many came to that; of nothing that could be shown or applies, all. */
  readonly count: number
  readonly passed: number
  /** How many apply, of those that are counted. */
  readonly applying: number
}

/** Counts what came of the cases that may be shown, and those that may not. */
export function tallyCases(
  { resultOf }: ReportIndex,
  subject: ScoreboardSubject,
  cases: readonly ScoreboardCase[],
): Tally {
  const counts = new Map<CaseOutcome, number>()
  let withheld = 0
  for (const { id, kind } of cases) {
    const result = resultOf(subject, id)
    if (result === undefined) withheld += 1
    else add(counts, caseOutcome(kind, result.verdict), 1)
  }
  return { counts, withheld }
}

/** Counts what came of all cases of a subject: those that are only counted too. */
export function tallySubject(index: ReportIndex, subject: ScoreboardSubject, kind: KindChoice): Tally {
  const { counts, withheld } = tallyCases(index, subject, chooseCases([...index.cases.values()], kind))
  const all = new Map(counts)
  for (const each of subject.withheld) {
    if (isChosen(each, kind)) add(all, caseOutcome(each.kind, each.verdict), each.count)
  }
  return { counts: all, withheld }
}

/** Says what is to be looked at first. */
export function summarizeTally({ counts, withheld }: Tally): TallySummary {
  const passed = counts.get('passed') ?? 0
  const inapplicable = counts.get('not-applicable') ?? 0
  const applying = [...counts.values()].reduce((sum, count) => sum + count, 0) - inapplicable
  const urgent = outcomesByUrgency.find((outcome) => outcome !== 'not-applicable' && counts.has(outcome))
  if (urgent !== undefined) return { sign: urgent, count: counts.get(urgent) ?? 0, passed, applying }
  return inapplicable > 0
    ? { sign: 'not-applicable', count: inapplicable, passed, applying }
    : { sign: 'withheld', count: withheld, passed, applying }
}

/** The cases of the kind that is looked at. */
export function chooseCases(cases: readonly ScoreboardCase[], kind: KindChoice): readonly ScoreboardCase[] {
  return cases.filter((each) => isChosen(each, kind))
}

function isChosen(each: Pick<ScoreboardCase, 'kind'>, kind: KindChoice): boolean {
  return kind === 'all' || each.kind === kind
}

function add(counts: Map<CaseOutcome, number>, outcome: CaseOutcome, count: number): void {
  counts.set(outcome, (counts.get(outcome) ?? 0) + count)
}
