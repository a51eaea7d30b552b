// Says in which functions the time of one framework's requests goes, in a process of its own.
import { Session } from 'node:inspector/promises'
import { setImmediate } from 'node:timers/promises'
import { frameworks } from './all-frameworks.ts'
import { type Kind, kinds } from './framework-bench.ts'
import { type ProfiledFunction, sumByFunction } from './profiled-functions.ts'
import { type Scenario, scenarios } from './scenario.ts'

const BATCH = 200
const WARM_UP_BATCHES = 100
const BATCHES = 1000
/** Microseconds between two samples. */
const INTERVAL = 50

const [frameworkName = '', scenarioName = '', kindName = ''] = process.argv.slice(2)
const load = frameworks[frameworkName]
const scenario = scenarios.find(({ name }) => name === scenarioName)
const kind = kinds.find((each) => each === kindName)
if (load === undefined || scenario === undefined || kind === undefined)
  throw new Error(`There is no "${frameworkName}", "${scenarioName}", "${kindName}" in the bench.`)

const framework = await load()
process.stdout.write(JSON.stringify(await profile(kind, scenario)))
// Some frameworks keep timers.
process.exit()

async function profile(ofKind: Kind, ofScenario: Scenario): Promise<readonly ProfiledFunction[]> {
  const app = await framework.create(ofKind, ofScenario.policy)
  const run = async (batches: number): Promise<void> => {
    for (let index = 0; index < batches; index++) {
      const exchanges = Array.from({ length: BATCH }, () => app.prepare(ofScenario.request))
      await setImmediate()
      for (const { handle } of exchanges) await handle()
    }
  }
  await run(WARM_UP_BATCHES)
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: INTERVAL })
  await session.post('Profiler.start')
  await run(BATCHES)
  const result = await session.post('Profiler.stop')
  return sumByFunction(result.profile, BATCHES * BATCH)
}
