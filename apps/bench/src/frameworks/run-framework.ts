// Measures one framework, in a process of its own: what another one has compiled and collected would be in the way.
import { frameworks } from './all-frameworks.ts'
import { measureFramework } from './measure-framework.ts'
import { summarizeScenario, type FrameworkSummary } from './summary.ts'

const [name = '', rounds = '', batch = ''] = process.argv.slice(2)
const load = frameworks[name]
if (load === undefined) throw new Error(`There is no framework "${name}" in the bench.`)
const framework = await load()
const measured = await measureFramework(framework, { rounds: Number(rounds), batch: Number(batch) })
const summary: FrameworkSummary = {
  name: framework.name,
  packages: framework.packages,
  scenarios: measured.map(summarizeScenario),
}
process.stdout.write(JSON.stringify(summary))
// Some frameworks keep timers.
process.exit()
