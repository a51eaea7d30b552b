import type { InstructionCounts } from './counted-subject.ts'
import type { InstructionRecord } from './instruction-record.ts'

/** What is compared: the instructions that Corsac adds to a bare call, or all with Corsac by all that there are by hand. */
export type ComparedFigure = 'added' | 'ratio'

/** What became of a subject since the record was made. */
export type Verdict = {
  readonly group: string
  readonly subject: string
} & (Comparison | { readonly kind: 'incomparable' | 'unrecorded' | 'missing' })

/** A figure beside the recorded one: `better` and `worse` by more than may be, `held` between. */
export interface Comparison {
  readonly kind: 'held' | 'better' | 'worse'
  readonly figure: ComparedFigure
  readonly value: number
  readonly recorded: number
  /** The value up to which it is held. */
  readonly atMost: number
}

/** How far what Corsac adds may be from what was recorded: a share of it. */
const ADDED_TOLERANCE = 0.01
/** A share of the whole call, within which counts differ by themselves; where Corsac adds next to nothing, more than its own. */
const NOISE = 0.001
/** How far a ratio may be from the recorded one: between versions of Node ratios differ by up to 4 %. */
const RATIO_TOLERANCE = 0.05

/**
 * Compares what was counted with the record, subject by subject, in the groups that were counted.
 *
 * With the version of Node that was recorded it is what Corsac adds that is compared. Another version needs other
 * instructions for the same: there it is the ratio to what is written by hand, with more tolerance. A subject for which
 * nothing is written by hand is then `incomparable`. `unrecorded` are those that the record does not have, `missing` those
 * that only the record has.
 */
export function compareCounts(record: InstructionRecord, run: InstructionRecord): readonly Verdict[] {
  const compare = record.node === run.node ? compareAdded : compareRatios
  return Object.entries(run.groups).flatMap(([group, counted]) => {
    const recorded = record.groups[group] ?? {}
    const missing = Object.keys(recorded).filter((subject) => !Object.hasOwn(counted, subject))
    return [
      ...Object.entries(counted).map(([subject, counts]): Verdict => {
        const before = recorded[subject]
        return { group, subject, ...(before === undefined ? { kind: 'unrecorded' } : compare(before, counts)) }
      }),
      ...missing.map((subject): Verdict => ({ group, subject, kind: 'missing' })),
    ]
  })
}

/** Tells whether a verdict ends the run with a failure. */
export function isFailure({ kind }: Verdict): boolean {
  return kind === 'worse' || kind === 'unrecorded' || kind === 'missing'
}

function compareAdded(before: InstructionCounts, counts: InstructionCounts): Comparison {
  const recorded = before.corsac - before.bare
  const allowance = Math.max(ADDED_TOLERANCE * Math.abs(recorded), NOISE * before.corsac)
  return compareFigures('added', counts.corsac - counts.bare, recorded, allowance)
}

function compareRatios(before: InstructionCounts, counts: InstructionCounts): Comparison | { kind: 'incomparable' } {
  if (before.byHand === null || counts.byHand === null) return { kind: 'incomparable' }
  const recorded = before.corsac / before.byHand
  return compareFigures('ratio', counts.corsac / counts.byHand, recorded, RATIO_TOLERANCE * recorded)
}

function compareFigures(figure: ComparedFigure, value: number, recorded: number, allowance: number): Comparison {
  const atMost = recorded + allowance
  const kind = value > atMost ? 'worse' : value < recorded - allowance ? 'better' : 'held'
  return { kind, figure, value, recorded, atMost }
}
