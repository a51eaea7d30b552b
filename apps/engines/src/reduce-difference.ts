import { type Comparison, compareTrials } from './compare-trials.ts'
import type { Engine } from './engines/engine.ts'
import { reduceTrial } from './reduce-trial.ts'
import type { World } from './world.ts'

/** How many variants are played side by side. */
const BATCH = 12

/** Finds the simplest trial that still differs in the same way, by playing ever simpler ones. */
export async function reduceDifference(comparison: Comparison, engine: Engine, world: World): Promise<Comparison> {
  for (let simplest = comparison; ;) {
    const simpler = await findSimpler(simplest, engine, world)
    if (simpler === null) return simplest
    simplest = simpler
  }
}

async function findSimpler(comparison: Comparison, engine: Engine, world: World): Promise<Comparison | null> {
  const variants = reduceTrial(comparison.trial)
  for (let start = 0; start < variants.length; start += BATCH) {
    const played = await compareTrials(variants.slice(start, start + BATCH), engine, world)
    const simpler = played.find((variant) => kindOf(variant) === kindOf(comparison))
    if (simpler !== undefined) return simpler
  }
  return null
}

/** What differs first, wherever in the trial it does. */
function kindOf({ differences: [first] }: Comparison): string | null {
  if (first === undefined) return null
  const where = first.where.replace(/\d+/g, '')
  return where.endsWith('.kind') ? `${where} ${String(first.engine)}` : where
}
