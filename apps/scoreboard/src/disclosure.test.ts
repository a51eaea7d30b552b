import type { CaseResult, ConformanceCase, Verdict } from '@corsac/test-kit'
import { describe, expect, it } from 'vitest'
import { discloseResults } from './disclosure.ts'

const ordinary = caseOf('http-caches/varies', {})
const hostile = caseOf('hostile-origins/prefix', { hostile: true })
const published = caseOf('published-vulnerabilities/one', { hostile: true, advisories: ['CVE-2024-6221', 'issue#1'] })
const cases = [ordinary, hostile, published]

function caseOf(id: string, rest: Partial<ConformanceCase>): ConformanceCase {
  return { id, requirement: 'It holds.', kind: 'must', spec: [], policy: {}, steps: [], ...rest }
}

function resultOf({ id, kind, policy, requirement, spec }: ConformanceCase, verdict: Verdict): CaseResult {
  return { id, requirement, kind, spec, policy, verdict, misses: [], exchanges: [], duration: 1 }
}

const thirdParty = { party: 'third', advisories: [] } as const

describe('discloseResults', () => {
  it('withholds what hostile cases show of a third party, and counts it', () => {
    const results = [resultOf(ordinary, 'fail'), resultOf(hostile, 'fail'), resultOf(published, 'fail')]
    const { shown, withheld } = discloseResults(thirdParty, results, cases)
    expect(shown.map(({ id }) => id)).toEqual([ordinary.id])
    expect(withheld).toEqual([{ kind: 'must', verdict: 'fail', count: 2 }])
  })

  it('withholds hostile cases that were passed as well, which would tell the others', () => {
    const results = [resultOf(hostile, 'pass'), resultOf(published, 'fail')]
    const { shown, withheld } = discloseResults(thirdParty, results, cases)
    expect(shown).toEqual([])
    expect(withheld).toEqual([
      { kind: 'must', verdict: 'fail', count: 1 },
      { kind: 'must', verdict: 'pass', count: 1 },
    ])
  })

  it.each([
    [['CVE-2024-6221'], 1],
    [['CVE-2024-9999'], 0],
    [['issue#1'], 0],
    [[], 0],
  ])('shows a case of a public advisory about that subject: %j', (advisories, count) => {
    const { shown } = discloseResults({ party: 'third', advisories }, [resultOf(published, 'fail')], cases)
    expect(shown).toHaveLength(count)
  })

  it('withholds where a server of a third party fell over', () => {
    expect(discloseResults(thirdParty, [resultOf(ordinary, 'subject-error')], cases)).toEqual({
      shown: [],
      withheld: [{ kind: 'must', verdict: 'subject-error', count: 1 }],
    })
  })

  it('withholds the whole part in which a server fell over, so that no case of it is the one that is missing', () => {
    const neighbour = caseOf('http-caches/other', {})
    const elsewhere = caseOf('timing/other', {})
    const results = [
      resultOf(ordinary, 'subject-error'),
      resultOf(neighbour, 'pass'),
      resultOf(published, 'fail'),
      resultOf(elsewhere, 'pass'),
    ]
    const { shown, withheld } = discloseResults({ party: 'third', advisories: ['CVE-2024-6221'] }, results, [
      ...cases,
      neighbour,
      elsewhere,
    ])
    expect(shown.map(({ id }) => id)).toEqual([published.id, elsewhere.id])
    expect(withheld).toEqual([
      { kind: 'must', verdict: 'pass', count: 1 },
      { kind: 'must', verdict: 'subject-error', count: 1 },
    ])
  })

  it('withholds a case that it does not know', () => {
    expect(discloseResults(thirdParty, [resultOf(ordinary, 'pass')], []).shown).toEqual([])
  })

  it.each(['corsac', 'reference'] as const)('shows everything of our own: %s', (party) => {
    const results = cases.map((conformanceCase) => resultOf(conformanceCase, 'fail'))
    expect(discloseResults({ party, advisories: [] }, results, cases)).toEqual({ shown: results, withheld: [] })
  })
})
