import { resolve } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import pc from 'picocolors'
import { type Figure, misses } from './figure.ts'
import { formatFigures } from './format-figures.ts'
import { createReport, formatMachine, writeReport } from './report-file.ts'
import { type BenchResults, sections } from './sections.ts'

const program = new Command('bench')
  .description('Measures what Corsac costs, beside other packages. Ratios are within one run.')
  .option('--only <sections>', `some of ${Object.keys(sections).join(', ')}; commas between`, readSections)
  .option('--quick', 'fewer rounds: to see that it runs, not to quote')
  .option('--json <file>', 'write the figures to a file as well', readPath)
  .parse()
const {
  only = Object.keys(sections),
  json,
  quick = false,
} = program.opts<{ only?: readonly string[]; json?: string; quick?: boolean }>()

console.log(`${formatMachine()}\n`)
const figures: Figure[] = []
const results: BenchResults = {}
for (const [name, { measure, title }] of Object.entries(sections)) {
  if (!only.includes(name)) continue
  console.log(pc.bold(title))
  const outcome = await measure(quick)
  console.log(`${formatFigures(outcome.figures)}\n`)
  figures.push(...outcome.figures)
  Object.assign(results, outcome.results)
}

const lines = figures.filter(({ atMost }) => atMost !== undefined)
const missed = lines.filter(misses)
console.log(`${lines.length - missed.length} of ${lines.length} pass lines held.`)
for (const { name } of missed) console.log(pc.red(`✕ ${name}`))
if (json !== undefined) await writeReport(json, createReport('@corsac/bench', figures, { quick, results }))

/** Reads the path of a file from where the command was called: the package manager runs it in its own folder. */
function readPath(value: string): string {
  return resolve(process.env.INIT_CWD ?? '', value)
}

function readSections(value: string): readonly string[] {
  const names = value.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !Object.hasOwn(sections, name))
  if (unknown === undefined) return names
  throw new InvalidArgumentError(`There is no section "${unknown}".`)
}
