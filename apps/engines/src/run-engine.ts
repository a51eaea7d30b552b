import type { Engine, EngineName } from './engines/engine.ts'
import { LAUNCHERS } from './engines/launchers.ts'
import { examineEngine, type Examination } from './examine-engine.ts'
import { clearProgress, showProgress } from './progress.ts'
import { proveQuirks, type QuirkProof } from './prove-quirks.ts'
import type { Trial } from './trial.ts'
import { warmUp } from './warm-up.ts'
import { startWorld, type World } from './world.ts'

/** What came of one engine. */
export interface EngineRun {
  readonly name: EngineName
  /** The engine's version, as it says itself. */
  readonly version: string
  readonly quirks: readonly QuirkProof[]
  readonly examination: Examination
  readonly seconds: number
}

/** What a run can be told. */
export interface EngineRunOptions {
  /** The number of the first trial among those of the seed. */
  readonly first: number
  /** For how many seconds the demonstration of a quirk may wait. */
  readonly longestWait: number
  /** Ends it early. */
  readonly signal: AbortSignal
  /** Called once the engine is there. */
  readonly onStart: (engine: Engine) => void
}

/** Starts an engine with servers of its own, proves its quirks, plays trials, and leaves nothing behind. */
export async function runEngine(
  name: EngineName,
  trials: readonly Trial[],
  { first, longestWait, signal, onStart }: EngineRunOptions,
): Promise<EngineRun> {
  const world = await startWorld()
  try {
    const engine = await startEngine(name, world)
    try {
      onStart(engine)
      showProgress('demonstrating quirks')
      const start = performance.now()
      const quirks = await proveQuirks(engine, world, longestWait)
      const examination = await examineEngine(trials, engine, world, {
        first,
        signal,
        startAnew: () => startEngine(name, world),
        onProgress: (played, differing) => {
          const share = Math.floor((100 * played) / trials.length)
          showProgress(`${share} % of ${trials.length} exchanges${differing === 0 ? '' : `, ${differing} differ`}`)
        },
      })
      return { name, version: engine.version, quirks, examination, seconds: (performance.now() - start) / 1000 }
    } finally {
      await engine.close()
    }
  } finally {
    clearProgress()
    await world.close()
  }
}

async function startEngine(name: EngineName, world: World): Promise<Engine> {
  const engine = await LAUNCHERS[name](world.pageUrl)
  await warmUp(engine, world)
  return engine
}
