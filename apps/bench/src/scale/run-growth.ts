// Measures the growth of some subjects, in a process of their own: nobody else's garbage is then counted for theirs.
import { growthSubjects } from './growth-subjects.ts'
import type { GrowthRow } from './growth-results.ts'
import { measureGrowth } from './measure-growth.ts'

const [name = '', many = '', fewer = ''] = process.argv.slice(2)
const load = growthSubjects[name]
if (load === undefined) throw new Error(`There are no subjects "${name}" in the bench.`)
const rows: GrowthRow[] = []
for (const subject of await load({ many: Number(many), fewer: Number(fewer) })) {
  rows.push({ subject: subject.name, requests: subject.requests, bytes: await measureGrowth(subject) })
}
process.stdout.write(JSON.stringify(rows))
// Some frameworks keep timers.
process.exit()
