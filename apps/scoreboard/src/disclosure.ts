import type { CaseResult, ConformanceCase, Verdict } from '@corsac/test-kit'
import { isSensitive } from './sensitive-case.ts'
import type { SubjectEntry } from './subject-entry.ts'

/** How many results of a kind came to a verdict, of those that are not shown one by one. */
export interface WithheldCount {
  readonly kind: CaseResult['kind']
  readonly verdict: Verdict
  readonly count: number
}

/** What may be published of an examination. */
export interface Disclosure {
  /** The results that may be shown, in their order. */
  readonly shown: readonly CaseResult[]
  /** The others, as no more than numbers over all suites together. */
  readonly withheld: readonly WithheldCount[]
}

const PUBLIC_ADVISORY = /^(?:CVE-\d{4}-\d{4,}|GHSA(?:-[\da-z]{4}){3})$/

/**
 * Parts what may be published of a subject's results from what may only be counted.
 *
 * What a sensitive case shows of a third party, and where its server fell over, could be the first report of a
 * vulnerability. Passed or not, such a case is withheld, for a list of those that were passed would tell the others. For
 * the same reason a part of the standard in which a server fell over is withheld as a whole: the case that is missing
 * would be the one. A case that shows a public advisory about that very subject is shown.
 */
export function discloseResults(
  { advisories, party }: Pick<SubjectEntry, 'advisories' | 'party'>,
  results: readonly CaseResult[],
  cases: readonly ConformanceCase[],
): Disclosure {
  if (party !== 'third') return { shown: results, withheld: [] }

  const known = new Set(advisories.filter((id) => PUBLIC_ADVISORY.test(id)))
  const caseOf = new Map(cases.map((conformanceCase) => [conformanceCase.id, conformanceCase]))
  const isPublic = ({ id }: CaseResult) => caseOf.get(id)?.advisories?.some((advisory) => known.has(advisory)) === true
  const isOrdinary = ({ id }: CaseResult) => {
    const examined = caseOf.get(id)
    // A case that nobody knows could be any case.
    return examined !== undefined && !isSensitive(examined)
  }
  const fellOver = new Set(
    results.filter((result) => result.verdict === 'subject-error' && isOrdinary(result)).map(suiteOf),
  )
  const isShown = (result: CaseResult) => isPublic(result) || (isOrdinary(result) && !fellOver.has(suiteOf(result)))
  const withheld = results.filter((result) => !isShown(result))
  return { shown: results.filter(isShown), withheld: count(withheld) }
}

function suiteOf({ id }: CaseResult): string {
  return id.slice(0, id.indexOf('/'))
}

function count(results: readonly CaseResult[]): readonly WithheldCount[] {
  const counts = new Map<string, WithheldCount>()
  for (const { kind, verdict } of results) {
    const key = `${kind} ${verdict}`
    counts.set(key, { kind, verdict, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].toSorted((a, b) => `${a.kind} ${a.verdict}`.localeCompare(`${b.kind} ${b.verdict}`))
}
