import { type Comparison, compareTrials } from './compare-trials.ts'
import type { Engine } from './engines/engine.ts'
import { reduceDifference } from './reduce-difference.ts'
import type { Trial } from './trial.ts'
import type { World } from './world.ts'

/** What came of playing trials in an engine. */
export interface Examination {
  /** How many trials were played. */
  readonly exchanges: number
  /** How many of them the page got a response from, and how many went over the wire after a preflight had passed. */
  readonly readable: number
  readonly preflights: number
  readonly messages: number
  /** How many differed at first, and no more when they were played again alone: a clock was late, or a cache full. */
  readonly unsteady: number
  /** What differs, each reduced to the simplest trial. */
  readonly differences: readonly ReducedDifference[]
}

/** A difference, and where it came from. */
export interface ReducedDifference {
  /** The number of the trial among those of its seed. */
  readonly number: number
  readonly comparison: Comparison
}

/** What an examination can be told. */
export interface ExaminationOptions {
  /** The number of the first trial. */
  readonly first: number
  /** Called now and then with the number of trials played so far. */
  readonly onProgress: (played: number, differences: number) => void
  /** Ends it early. */
  readonly signal: AbortSignal
  /**
   * Starts the engine once more. A browser's preflight cache has room for so many entries, and none knows of those that it
   * dropped: what differs has to differ in a browser that is new.
   */
  readonly startAnew: () => Promise<Engine>
}

/** How many trials are handed to a page at once. */
const BATCH = 96

/** How often a trial that has differed has to differ again: Firefox now and then does not cache a preflight. */
const TIMES_ALONE = 3

/** How many differences are reduced: the others are mostly the same again. */
const MOST_REDUCED = 20

/** Plays trials in an engine and compares each with the model. What differs is played again, alone in a new browser, and reduced. */
export async function examineEngine(
  trials: readonly Trial[],
  engine: Engine,
  world: World,
  { first, onProgress, signal, startAnew }: ExaminationOptions,
): Promise<Examination> {
  const counts = { exchanges: 0, readable: 0, preflights: 0, messages: 0, unsteady: 0 }
  const differing: ReducedDifference[] = []
  for (let start = 0; start < trials.length && !signal.aborted; start += BATCH) {
    const played = await compareTrials(trials.slice(start, start + BATCH), engine, world)
    for (const [index, comparison] of played.entries()) {
      counts.exchanges += 1
      count(comparison, counts)
      if (comparison.differences.length > 0) differing.push({ number: first + start + index, comparison })
    }
    onProgress(counts.exchanges, differing.length)
  }

  const differences: ReducedDifference[] = []
  for (const { number, comparison } of differing) {
    if (signal.aborted) break
    const fresh = await startAnew()
    try {
      const again = await playAgain(comparison.trial, fresh, world)
      if (again === null) counts.unsteady += 1
      else if (differences.length >= MOST_REDUCED) differences.push({ number, comparison: again })
      else differences.push({ number, comparison: await reduceDifference(again, fresh, world) })
    } finally {
      await fresh.close()
    }
  }
  return { ...counts, differences }
}

/** Plays a trial alone, until once nothing differs, which gives `null`, or it has differed every time. */
async function playAgain(trial: Trial, engine: Engine, world: World): Promise<Comparison | null> {
  let again: Comparison | null = null
  for (let time = 0; time < TIMES_ALONE; time++) {
    const [comparison] = await compareTrials([trial], engine, world)
    if (comparison === undefined || comparison.differences.length === 0) return null
    again = comparison
  }
  return again
}

function count({ model }: Comparison, counts: { readable: number; preflights: number; messages: number }): void {
  if (model.ends.some(({ kind }) => kind === 'resolved')) counts.readable += 1
  counts.messages += model.messages.length
  counts.preflights += model.messages.filter(({ purpose }) => purpose === 'preflight').length
}
