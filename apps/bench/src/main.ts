import { Command, InvalidArgumentError } from 'commander'
import pc from 'picocolors'
import { measureDefinition } from './definition.ts'
import { type Figure, misses } from './figure.ts'
import { formatFigures } from './format-figures.ts'
import { measureFrameworks } from './frameworks/measure-frameworks.ts'
import { measureHostileInput } from './hostile-input.ts'
import { measureLookup } from './lookup.ts'
import { measureOrdinaryRequests } from './ordinary-requests.ts'
import { createReport, writeReport } from './report-file.ts'
import { measureTypeChecking } from './type-checking.ts'

interface Section {
  readonly title: string
  measure(quick: boolean): readonly Figure[] | Promise<readonly Figure[]>
}

const SECTIONS: Readonly<Record<string, Section>> = {
  // First, while the heap has nothing of the others that could be collected meanwhile.
  definition: { title: 'Defining a policy of many origins', measure: measureDefinition },
  lookup: { title: 'Looking an origin up, by the length of the list', measure: measureLookup },
  requests: {
    title: 'Deciding about ordinary requests, beside hand-written headers',
    measure: measureOrdinaryRequests,
  },
  hostile: { title: 'Hostile header values, from 1 KB to 1 MB', measure: measureHostileInput },
  frameworks: {
    title: 'One request on each framework: without CORS, by hand, with the usual package, with Corsac',
    measure: measureFrameworks,
  },
  types: { title: 'Type-checking a configuration', measure: measureTypeChecking },
}

const program = new Command('bench')
  .description('Measures what Corsac costs: time, memory and compile time. Ratios are within one run.')
  .option('--only <sections>', `some of ${Object.keys(SECTIONS).join(', ')}; commas between`, readSections)
  .option('--quick', 'fewer rounds on the frameworks: to see that it runs, not to quote')
  .option('--json <file>', 'write the figures to a file as well')
  .parse()
const {
  only = Object.keys(SECTIONS),
  json,
  quick = false,
} = program.opts<{ only?: readonly string[]; json?: string; quick?: boolean }>()

const figures: Figure[] = []
for (const [name, section] of Object.entries(SECTIONS)) {
  if (!only.includes(name)) continue
  console.log(pc.bold(section.title))
  const measured = await section.measure(quick)
  console.log(`${formatFigures(measured)}\n`)
  figures.push(...measured)
}

const lines = figures.filter(({ atMost }) => atMost !== undefined)
const missed = lines.filter(misses)
console.log(`${lines.length - missed.length} of ${lines.length} pass lines held.`)
for (const { name } of missed) console.log(pc.red(`✕ ${name}`))
if (json !== undefined) await writeReport(json, createReport('@corsac/bench', figures))

function readSections(value: string): readonly string[] {
  const names = value.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !Object.hasOwn(SECTIONS, name))
  if (unknown === undefined) return names
  throw new InvalidArgumentError(`There is no section "${unknown}".`)
}
