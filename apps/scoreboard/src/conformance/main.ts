import { writeFile } from 'node:fs/promises'
import { conformanceCases, conformanceSuites, formatResult } from '@corsac/test-kit'
import { Command, InvalidArgumentError } from 'commander'
import pc from 'picocolors'
import { formatTable } from '../format-table.ts'
import { readPath } from '../options.ts'
import { terminalWidth } from '../terminal-width.ts'
import { listBindings } from './binding-folders.ts'
import { createBindingsReport, shortcomings } from './bindings-report.ts'
import type { ExaminationChoices } from './describe-conformance.ts'
import { examineBindings } from './examine-bindings.ts'

interface Options extends ExaminationChoices {
  readonly only: readonly string[]
  readonly json?: string
}

const bindings = listBindings()
const { json, ...choices } = new Command('conformance')
  .description('Examines every binding of Corsac under all conformance cases, on every framework that it is tested on.')
  .option('--only <names>', `some of ${bindings.join(', ')}; commas between`, readBindings, bindings)
  .option('--first', 'only on the first framework that its test names, which is the newest', false)
  .option('--json <file>', 'write the results to a file as well', readPath)
  .option('--exchanges', 'keep the exchanges of cases that passed there too', false)
  .parse()
  .opts<Options>()

console.error(`${choices.only.length} bindings, ${conformanceCases.length} cases on each framework. Ctrl-C ends it.`)
const { examinations, problems } = await examineBindings({
  ...choices,
  onExamined: (through) => {
    for (const { name } of through) console.error(`✓ ${name}: examined`)
  },
})

const columns = examinations.map(({ name, results }) => ({ title: name, results }))
console.log(`\n${formatTable(columns, conformanceSuites, terminalWidth())}`)
for (const examination of examinations) {
  for (const result of shortcomings(examination)) {
    console.log(`\n${pc.red(`✕ ${examination.name}`)}\n${formatResult(result)}`)
  }
}
for (const problem of problems) console.log(pc.red(`✕ not examined: ${problem}`))
if (json !== undefined) await writeFile(json, `${JSON.stringify(createBindingsReport(examinations))}\n`)
const isProven = problems.length === 0 && examinations.every((each) => shortcomings(each).length === 0)
process.exitCode = isProven ? 0 : 1

function readBindings(value: string): readonly string[] {
  const names = value.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !bindings.includes(name))
  if (unknown === undefined) return names
  throw new InvalidArgumentError(`There is no binding "${unknown}".`)
}
