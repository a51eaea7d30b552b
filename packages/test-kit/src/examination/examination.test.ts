import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { conformanceCases } from '../cases/conformance-suites.ts'
import { examine } from '../running/examine.ts'
import { formatResult } from '../reports/format-result.ts'
import type { CaseResult } from '../reports/report.ts'
import { assertionsOf } from './assertions.ts'
import { examineRules } from './examine-mutants.ts'
import { formatCatches } from './format-catches.ts'
import { rulesOf } from './mutant.ts'
import { mutants } from './mutants.ts'
import { referenceRules } from './reference-rules.ts'
import { createReferenceSubject } from './reference-server.ts'
import { variants } from './variants.ts'

/** For each case, the mutants that it catches; for each assertion, by case and step, whether it was ever missed. */
const catches = new Map<string, string[]>(conformanceCases.map(({ id }) => [id, []]))
const missed = new Set<string>()

describe('the reference server', () => {
  it.each([
    ['over sockets', () => examine(createReferenceSubject('reference', referenceRules)).then(({ results }) => results)],
    ['in process', () => examineRules('reference', referenceRules)],
  ])('passes every case %s', async (_way, run) => {
    const results = await run()
    expect(results.filter(({ verdict }) => verdict !== 'pass').map(formatResult)).toEqual([])
    expect(results).toHaveLength(conformanceCases.length)
  })
})

describe('a server that does its duty in another way', () => {
  it.each(variants)('passes every must: $id', async ({ change, id }) => {
    const results = await examineRules(id, { ...referenceRules, ...change })
    const held = results.filter(({ kind, verdict }) => verdict !== 'pass' && !(verdict === 'fail' && kind !== 'must'))
    expect(held.map(formatResult)).toEqual([])
  })
})

describe('a server that is wrong on purpose', () => {
  it.each(mutants)('is caught: $id', async (mutant) => {
    const results = await examineRules(mutant.id, rulesOf(mutant))
    const failed = results.filter(({ verdict }) => verdict === 'fail')
    expect(results.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'fail').map(formatResult)).toEqual([])
    expect(failed.length, mutant.fault).toBeGreaterThan(0)
    failed.forEach((result) => {
      note(mutant.id, result)
    })
  })

  it('has an id of its own', () => {
    const ids = [...mutants, ...variants].map(({ id }) => id)
    expect(mutants.length).toBe(new Set(mutants.map(({ id }) => id)).size)
    expect(ids.filter((id) => !/^[a-z\d]+(?:-[a-z\d]+)*$/.test(id))).toEqual([])
  })
})

// These read what the examinations above have brought to light.
describe('a case', () => {
  it('catches at least one mutant', () => {
    const idle = [...catches].filter(([, caught]) => caught.length === 0).map(([id]) => id)
    expect(idle).toEqual([])
  })

  it('is listed with a mutant that it catches in MUTANTS.md (else run `npm run data`)', () => {
    expect(readFileSync(new URL('../../MUTANTS.md', import.meta.url), 'utf8')).toBe(formatCatches(catches))
  })

  it('asserts nothing that no mutant misses', () => {
    const idle = conformanceCases.flatMap(({ id, steps }) =>
      steps.flatMap((step, index) => assertionsOf(step).map((subject) => nameAssertion(id, index, subject))),
    )
    expect(idle.filter((assertion) => !missed.has(assertion))).toEqual([])
  })
})

function note(mutant: string, { id, misses }: CaseResult): void {
  catches.get(id)?.push(mutant)
  for (const { step, subject } of misses) missed.add(nameAssertion(id, step, subject))
}

function nameAssertion(id: string, step: number, subject: string): string {
  return `${id}, step ${step + 1}: ${subject}`
}
