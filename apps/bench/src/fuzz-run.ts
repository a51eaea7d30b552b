import fc from 'fast-check'
import { FUZZ_PROPERTIES } from './fuzz-properties.ts'

/** How many runs of each property are made between two looks at the clock and the keyboard. */
const RUNS_IN_A_ROUND = 100

/** How many inputs one round judges; a run is made of whole rounds. */
export const INPUTS_IN_A_ROUND = FUZZ_PROPERTIES.reduce((total, { inputs }) => total + inputs * RUNS_IN_A_ROUND, 0)

/** What came of a round. */
export type FuzzRound =
  { readonly ok: true } | { readonly ok: false; readonly property: string; readonly report: string }

/**
 * Judges one round of inputs.
 *
 * @param seed What the inputs are made from: the same seed makes the same inputs.
 */
export function fuzzRound(seed: number): FuzzRound {
  for (const { name, property } of FUZZ_PROPERTIES) {
    const { failed, errorInstance } = fc.check(property, { seed, numRuns: RUNS_IN_A_ROUND })
    if (failed) return { ok: false, property: name, report: String(errorInstance) }
  }
  return { ok: true }
}
