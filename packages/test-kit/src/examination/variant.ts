import type { RuleSet } from './rule-set.ts'

/** A server that does its duty in another way than the reference server. */
export interface Variant {
  readonly id: string
  /** What it does otherwise, in one sentence. */
  readonly difference: string
  /** The rules that it has instead of those of the reference server. */
  readonly change: Partial<RuleSet>
}
