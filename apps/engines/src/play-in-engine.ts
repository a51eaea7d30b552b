import type { Engine } from './engines/engine.ts'
import { fillIn, urlOfHop } from './fill-in.ts'
import type { PageCall, PageResult, PageTrial } from './page-report.ts'
import type { Stage } from './stage.ts'
import type { Trial } from './trial.ts'
import type { World } from './world.ts'

/** A trial that was played in an engine. */
export interface PlayedTrial {
  /** With what the servers saw. */
  readonly stage: Stage
  /** What came of each request for the page. */
  readonly results: readonly PageResult[]
}

/** Plays trials side by side in an engine. */
export async function playInEngine(
  trials: readonly Trial[],
  engine: Engine,
  world: World,
): Promise<readonly PlayedTrial[]> {
  const stages = trials.map((trial) => world.enter(trial))
  try {
    const reports = await engine.play(stages.map(describeToPage))
    const resultsOf = new Map(reports.map(({ id, results }) => [id, results]))
    return stages.map((stage) => ({ stage, results: resultsOf.get(stage.place.id) ?? [] }))
  } finally {
    for (const stage of stages) world.leave(stage)
  }
}

function describeToPage({ trial, place }: Stage): PageTrial {
  const calls = trial.requests.map((request): PageCall => {
    const { hop, wait, method, headers, credentials, mode, redirect, body, uploadListeners = false } = request
    return {
      url: urlOfHop(hop, trial, place),
      wait,
      uploadListeners,
      init: {
        method,
        headers: headers.map(([name, value]) => [name, fillIn(value, trial, place)] as const),
        credentials,
        mode,
        redirect,
        ...(body === undefined ? {} : { body }),
      },
    }
  })
  return { id: place.id, page: trial.page, calls }
}
