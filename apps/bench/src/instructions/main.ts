import { Command, InvalidArgumentError, Option } from 'commander'
import pc from 'picocolors'
import { createReport, formatMachine, writeReport } from '../report-file.ts'
import { compareCounts, isFailure, type Verdict } from './compare-counts.ts'
import { countGroups } from './count-groups.ts'
import { describeVerdict } from './describe-verdict.ts'
import { formatCounts } from './format-counts.ts'
import { instructionFigures } from './instruction-figures.ts'
import { type InstructionRecord, readRecord, writeRecord } from './instruction-record.ts'
import { requireValgrind } from './require-valgrind.ts'
import { subjectGroups } from './subject-groups.ts'

const groupNames = Object.keys(subjectGroups)
const program = new Command('bench:instructions')
  .description(
    'Counts the instructions of a request under valgrind, and compares them with the record in the repository.',
  )
  .addOption(
    new Option('--only <groups>', `some of ${groupNames.join(', ')}; commas between`)
      .argParser(readGroups)
      .conflicts('update'),
  )
  .option('--update', 'write the record anew', false)
  .option('--install', 'install valgrind first if it is missing (Debian, as root)', false)
  .option('--json <file>', 'write the figures to a file as well')
  .parse()
const {
  install,
  json,
  only = groupNames,
  update,
} = program.opts<{ install: boolean; json?: string; only?: readonly string[]; update: boolean }>()

const valgrind = await requireValgrind(install)
if ('problem' in valgrind) fail(valgrind.problem)
else await count(valgrind.version)

async function count(valgrindVersion: string): Promise<void> {
  const record = await readRecord()
  if (record === null && !update) {
    fail('There is no record to compare with. pnpm bench:instructions --update writes one.')
    return
  }
  console.log(`${formatMachine()}, valgrind ${valgrindVersion}`)
  if (record !== null) console.log(describeRecord(record))
  const groups = await countGroups(only, (group, seconds) => {
    console.log(pc.dim(`${group}: ${seconds.toFixed(0)} s`))
  })
  const run: InstructionRecord = { node: process.versions.node, valgrind: valgrindVersion, groups }
  const verdicts = record === null ? [] : compareCounts(record, run)
  for (const [group, counts] of Object.entries(groups)) console.log(`\n${formatCounts(group, counts, verdicts)}`)
  if (json !== undefined)
    await writeReport(json, createReport('@corsac/bench', instructionFigures(groups, update ? [] : verdicts)))
  if (update) await replaceRecord(run, verdicts)
  else conclude(verdicts)
}

async function replaceRecord(run: InstructionRecord, verdicts: readonly Verdict[]): Promise<void> {
  await writeRecord(run)
  console.log()
  for (const verdict of verdicts) printLine(verdict, (line) => line)
  console.log('The record has been written anew: apps/bench/instructions.json.')
}

function conclude(verdicts: readonly Verdict[]): void {
  const failures = verdicts.filter(isFailure)
  const gains = verdicts.filter(({ kind }) => kind === 'better')
  const compared = verdicts.filter(({ kind }) => kind !== 'incomparable')
  console.log(`\n${compared.length - failures.length} of ${compared.length} subjects held.`)
  for (const verdict of gains) printLine(verdict, (line) => pc.green(`✓ ${line}`))
  if (gains.length > 0) console.log('pnpm bench:instructions --update keeps what was gained.')
  for (const verdict of failures) printLine(verdict, (line) => pc.red(`✕ ${line}`))
  if (failures.length === 0) return
  fail('Mend it; or, if it is worth that, run pnpm bench:instructions --update, and say why in the commit.')
}

function describeRecord({ node, valgrind: recordedBy }: InstructionRecord): string {
  const made = `The record was made on Node ${node} with valgrind ${recordedBy}`
  return node === process.versions.node
    ? `${made}: what Corsac adds is compared with it.`
    : `${made}: on another version of Node only ratios to what is written by hand are compared.`
}

function printLine(verdict: Verdict, paint: (line: string) => string): void {
  const line = describeVerdict(verdict)
  if (line !== null) console.log(paint(line))
}

function fail(message: string): void {
  console.error(pc.red(message))
  process.exitCode = 1
}

function readGroups(value: string): readonly string[] {
  const names = value.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !Object.hasOwn(subjectGroups, name))
  if (unknown === undefined) return names
  throw new InvalidArgumentError(`There is no group "${unknown}".`)
}
