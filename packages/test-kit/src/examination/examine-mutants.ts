import { conformanceCases } from '../cases/conformance-suites.ts'
import { examine } from '../running/examine.ts'
import type { CaseResult } from '../reports/report.ts'
import { rulesOf } from './mutant.ts'
import { mutants } from './mutants.ts'
import { createReferenceInProcess } from './reference-in-process.ts'
import type { RuleSet } from './rule-set.ts'

/** For each case, by its id, the mutants that it catches, in the order of the mutants. */
export type Catches = ReadonlyMap<string, readonly string[]>

/** Examines a server made of rules on every case, in process. */
export async function examineRules(name: string, rules: RuleSet): Promise<readonly CaseResult[]> {
  const { subject, transport } = createReferenceInProcess(name, rules)
  const { results } = await examine(subject, { transport })
  return results
}

/** Examines every mutant, and tells which case catches which. */
export async function examineMutants(): Promise<Catches> {
  const catches = new Map<string, string[]>(conformanceCases.map(({ id }) => [id, []]))
  for (const mutant of mutants) {
    for (const { id, verdict } of await examineRules(mutant.id, rulesOf(mutant))) {
      if (verdict === 'fail') catches.get(id)?.push(mutant.id)
    }
  }
  return catches
}
