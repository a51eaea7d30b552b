import { compareObservations, type Difference } from './compare-observations.ts'
import type { Engine } from './engines/engine.ts'
import { type Observation, observe } from './observation.ts'
import { playInEngine, type PlayedTrial } from './play-in-engine.ts'
import { playInModel } from './play-in-model.ts'
import { createStage } from './stage.ts'
import type { Trial } from './trial.ts'
import type { World } from './world.ts'

/** What a trial came to in an engine and in the model of it. */
export interface Comparison {
  readonly trial: Trial
  readonly engine: Observation
  readonly model: Observation
  readonly differences: readonly Difference[]
}

/** Plays trials side by side in an engine, and each in the model of that engine. */
export async function compareTrials(
  trials: readonly Trial[],
  engine: Engine,
  world: World,
): Promise<readonly Comparison[]> {
  const played = await playInEngine(trials, engine, world)
  return Promise.all(played.map((one) => compareWithModel(one, engine.name)))
}

/** Plays a trial that an engine has played in a model too, with the same waits, and lists what differs. */
export async function compareWithModel(
  { stage, results }: PlayedTrial,
  modelOf: Engine['name'] | null,
): Promise<Comparison> {
  const { place, trial } = stage
  const engine = observe(
    stage,
    results.map(({ end }) => end),
  )
  const starts = results.map(({ start }) => start)
  const model = await playInModel(createStage(trial, place), { engine: modelOf, starts })
  return { trial, engine, model, differences: compareObservations(engine, model) }
}
