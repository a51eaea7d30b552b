import { isDeepStrictEqual } from 'node:util'
import { type EngineQuirk, engineQuirks } from '@corsac/user-agent'
import { compareWithModel } from './compare-trials.ts'
import type { Engine } from './engines/engine.ts'
import { playInEngine, type PlayedTrial } from './play-in-engine.ts'
import { trialOfQuirk } from './quirk-trial.ts'
import { expectQuirk, showQuirk } from './show-quirk.ts'
import type { World } from './world.ts'

/** What came of the demonstration of a quirk. */
export interface QuirkProof {
  readonly id: string
  /** `not-played` where it takes longer than one wants to wait. */
  readonly verdict: 'proven' | 'refuted' | 'not-played'
  /** Why it is not proven. */
  readonly text: string
}

/**
 * Shows every quirk of an engine in that engine: what comes of it has to be what the table says and what the model of the
 * engine does, and not what the model of the standard does.
 */
export async function proveQuirks(engine: Engine, world: World, longestWait: number): Promise<readonly QuirkProof[]> {
  const rows = engineQuirks.filter(({ engines }) => engines.some((one) => one.engine === engine.name))
  const short = rows.filter((row) => waitOf(row) <= longestWait)
  const played = await playInEngine(short.map(trialOfQuirk), engine, world)
  const proofs = short.map(async (row, index): Promise<QuirkProof> => {
    const one = played[index]
    const refutation = one === undefined ? 'it was not played' : await refute(row, one, engine)
    return { id: row.id, verdict: refutation === null ? 'proven' : 'refuted', text: refutation ?? '' }
  })
  const long = rows.filter((row) => waitOf(row) > longestWait)
  return [
    ...(await Promise.all(proofs)),
    ...long.map((row) => ({ id: row.id, verdict: 'not-played' as const, text: `it takes ${waitOf(row)} s` })),
  ]
}

/** For how many seconds a demonstration waits. */
function waitOf({ exchange }: EngineQuirk): number {
  return exchange.fetches.reduce((total, { afterSeconds = 0 }) => total + afterSeconds, 0)
}

async function refute(row: EngineQuirk, played: PlayedTrial, engine: Engine): Promise<string | null> {
  const [shown, expected] = [showQuirk(row, played), expectQuirk(row, played.stage.place.origins.app)]
  if (!isDeepStrictEqual(shown, expected)) {
    return `it was to show ${JSON.stringify(expected)}, and shows ${JSON.stringify(shown)}`
  }
  const [difference] = (await compareWithModel(played, engine.name)).differences
  if (difference !== undefined) return `the model of the engine differs: ${JSON.stringify(difference)}`
  const fromStandard = (await compareWithModel(played, null)).differences
  return fromStandard.length === 0 ? 'the model of the standard does the same' : null
}
