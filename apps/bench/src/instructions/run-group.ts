// Runs the subjects of one group, in a process that valgrind watches, and names what it has run, in order.
import { countCalls } from './counting-window.ts'
import { countedKinds } from './counted-subject.ts'
import { subjectGroups } from './subject-groups.ts'

const [name = ''] = process.argv.slice(2)
const load = subjectGroups[name]
if (load === undefined) throw new Error(`There is no group "${name}" to count.`)
const counted: (readonly [subject: string, kind: string])[] = []
for (const { calls, name: subject } of await load()) {
  for (const kind of countedKinds) {
    const prepare = calls[kind]
    if (prepare === null) continue
    await countCalls(prepare)
    counted.push([subject, kind])
  }
}
process.stdout.write(JSON.stringify(counted))
// Some frameworks keep timers.
process.exit()
