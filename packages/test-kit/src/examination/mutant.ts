import { referenceRules } from './reference-rules.ts'
import type { RuleSet } from './rule-set.ts'

/** A server that is wrong on purpose, in one point. */
export interface Mutant {
  readonly id: string
  /** What it does wrong, in one sentence. */
  readonly fault: string
  /** The rules that it has instead of the right ones; a function where they keep state from request to request. */
  readonly change: Partial<RuleSet> | (() => Partial<RuleSet>)
}

/** Makes the rules of a mutant, fresh for each examination. */
export function rulesOf({ change }: Mutant): RuleSet {
  return { ...referenceRules, ...(typeof change === 'function' ? change() : change) }
}
