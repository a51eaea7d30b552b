import { compareWithModel } from './compare-trials.ts'
import type { Engine } from './engines/engine.ts'
import { PAGE_NAMES, type PageName } from './origins.ts'
import { playInEngine } from './play-in-engine.ts'
import type { Trial, TrialRequest } from './trial.ts'
import type { World } from './world.ts'

const MOST_ROUNDS = 100

/** How often in a row a preflight has to be found where it was put. */
const ROUNDS_IN_A_ROW = 5

/** Waits until an engine remembers preflights: one that has just been started may forget them for a while. */
export async function warmUp(engine: Engine, world: World): Promise<void> {
  const trials = PAGE_NAMES.map(askTwice)
  let inARow = 0
  for (let round = 0; round < MOST_ROUNDS && inARow < ROUNDS_IN_A_ROW; round++) {
    const played = await playInEngine(trials, engine, world)
    const expected = await Promise.all(played.map((one) => compareWithModel(one, engine.name)))
    inARow = expected.every(({ differences }) => differences.length === 0) ? inARow + 1 : 0
  }
}

/** Makes the same request with a preflight twice: the second one may find the first one's. */
function askTwice(page: PageName): Trial {
  return {
    page,
    requests: [createRequest(), createRequest()],
    hops: [
      {
        server: 'api',
        preflight: [{ status: 204, headers: [...shared(), ['Access-Control-Allow-Methods', 'PUT']] }],
        actual: [{ status: 200, headers: shared() }],
      },
    ],
  }
}

function createRequest(): TrialRequest {
  return { method: 'PUT', headers: [], credentials: 'omit', mode: 'cors', redirect: 'follow', hop: 0, wait: 0 }
}

function shared(): readonly (readonly [string, string])[] {
  return [['Access-Control-Allow-Origin', '*']]
}
