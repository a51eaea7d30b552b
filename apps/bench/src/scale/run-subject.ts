// Measures one subject, in a process of its own: what another one has compiled and collected would be in the way.
import { subjects } from './all-subjects.ts'
import { measureSubject } from './measure-subject.ts'

const [name = '', counts = '', quick = ''] = process.argv.slice(2)
const load = subjects[name]
if (load === undefined) throw new Error(`There is no subject "${name}" in the bench.`)
const rows = await measureSubject(await load(), counts.split(',').map(Number), quick === 'quick')
process.stdout.write(JSON.stringify(rows))
// Some frameworks keep timers.
process.exit()
