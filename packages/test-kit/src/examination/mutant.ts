import { referenceRules } from './reference-rules.ts'
import { createReferenceSubject } from './reference-server.ts'
import type { RuleSet } from './rule-set.ts'
import type { ConformanceSubject } from '../subject.ts'

/** A server that is wrong on purpose, in one point. */
export interface Mutant {
  readonly id: string
  /** What it does wrong, in one sentence. */
  readonly fault: string
  /** The rules that it has instead of the right ones; a function where they keep state from request to request. */
  readonly change: Partial<RuleSet> | (() => Partial<RuleSet>)
}

/** Makes a subject of a mutant. */
export function createMutantSubject({ change, id }: Mutant): ConformanceSubject {
  return createReferenceSubject(id, { ...referenceRules, ...(typeof change === 'function' ? change() : change) })
}
