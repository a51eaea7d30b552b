import type { Difference } from './compare-observations.ts'
import { describeTrial } from './describe-trial.ts'
import type { ReducedDifference } from './examine-engine.ts'

/** Differences that come from one cause, as far as their simplest trials tell. */
export interface DifferenceGroup {
  /** The simplest trial, written down. */
  readonly trial: string
  /** What differs in it. */
  readonly differences: readonly Difference[]
  /** The numbers of the trials in which it was found. */
  readonly numbers: readonly number[]
}

/** Groups differences by the simplest trial that shows them, the commonest first. */
export function groupDifferences(differences: readonly ReducedDifference[]): readonly DifferenceGroup[] {
  const groups = new Map<string, DifferenceGroup>()
  for (const { number, comparison } of differences) {
    const trial = describeTrial(comparison.trial)
    const numbers = [...(groups.get(trial)?.numbers ?? []), number]
    groups.set(trial, { trial, differences: comparison.differences, numbers })
  }
  return [...groups.values()].sort((one, other) => other.numbers.length - one.numbers.length)
}
