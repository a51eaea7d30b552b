import { conformanceSuites } from '../cases/conformance-suites.ts'
import { deriveSuites } from '../derived/derive-cases.ts'
import { toPlainText } from './plain-text.ts'
import type { CaseResult, ConformanceReport } from './report.ts'

/** The results of one part of the standard. */
export interface ReportPart {
  /** What the ids of its cases begin with. */
  readonly id: string
  /** What the part is called. */
  readonly title: string
  readonly results: readonly CaseResult[]
}

/** Parts the results of a report by what their ids begin with, in the order in which they come. */
export function partReport({ results }: ConformanceReport): readonly ReportPart[] {
  const parts = new Map<string, CaseResult[]>()
  for (const result of results) {
    const [id = result.id] = result.id.split('/', 1)
    const part = parts.get(id)
    if (part === undefined) parts.set(id, [result])
    else part.push(result)
  }
  return [...parts].map(([id, own]) => ({ id, title: titleOf(id), results: own }))
}

/** Cases that do not apply for the same reason. */
export interface SharedReason {
  readonly reason: string
  readonly ids: readonly string[]
}

/** Groups results that do not apply by the reason, because one as a rule holds for many of them. */
export function groupByReason(results: readonly CaseResult[]): readonly SharedReason[] {
  const reasons = new Map<string, string[]>()
  for (const { id, why = 'no reason given' } of results) {
    const reason = toPlainText(why)
    reasons.set(reason, [...(reasons.get(reason) ?? []), id])
  }
  return [...reasons].map(([reason, ids]) => ({ reason, ids }))
}

/** Names what a report examined, with its version. */
export function nameSubjects({ subjects }: ConformanceReport): string {
  return toPlainText(
    subjects.map(({ name, version }) => (version === undefined ? name : `${name} ${version}`)).join(', '),
  )
}

function titleOf(id: string): string {
  // Whatever policy they are derived from, derived suites have the same titles.
  return [...conformanceSuites, ...deriveSuites({})].find((suite) => suite.id === id)?.title ?? id
}
