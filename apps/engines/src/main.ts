import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import pc from 'picocolors'
import { trials as trialArbitrary } from './arbitraries/trial.ts'
import { ENGINE_NAMES, type EngineName } from './engines/engine.ts'
import { MissingExecutableError } from './engines/find-executable.ts'
import { readOptions } from './options.ts'
import { printRun } from './print-run.ts'
import { createReport, writeReport } from './report-file.ts'
import { type EngineRun, runEngine } from './run-engine.ts'

const INTERRUPTED = 130
const INSTALL_SCRIPT = fileURLToPath(new URL('../scripts/install-engines.sh', import.meta.url))

const { engine: asked, exchanges, first, install, json, longestWait, seed } = readOptions()
if (install && spawnSync(INSTALL_SCRIPT, { stdio: 'inherit' }).status !== 0) {
  console.error(pc.red('✕ The engines could not be installed.'))
  process.exit(1)
}

const interruption = new AbortController()
const interrupted = interruption.signal
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    interruption.abort()
  })
}

console.log(`Seed ${seed}, ${exchanges.toLocaleString('en')} exchanges an engine. Ctrl-C ends it early.`)
const trials = fc.sample(trialArbitrary, { seed, numRuns: first - 1 + exchanges }).slice(first - 1)
const runs: EngineRun[] = []
const missing: string[] = []
for (const name of asked ?? ENGINE_NAMES) if (!interrupted.aborted) await run(name)

const isMissingAllowed = asked === null && process.env.CI !== 'true'
const failures = runs.flatMap(({ examination, quirks }) => [
  ...examination.differences,
  ...quirks.filter(({ verdict }) => verdict === 'refuted'),
])
if (missing.length > 0) {
  const text = `${isMissingAllowed ? 'Left out' : 'Missing'}: ${missing.join('; ')}. pnpm test:engines --install gets them on Debian.`
  console.error(isMissingAllowed ? pc.yellow(text) : pc.red(`✕ ${text}`))
}
if (json !== undefined) await writeReport(json, createReport(seed, runs.map(describeSubject), runs.flatMap(figuresOf)))
if (interrupted.aborted) process.exitCode = INTERRUPTED
else if (failures.length > 0 || runs.length === 0 || (missing.length > 0 && !isMissingAllowed)) process.exitCode = 1

async function run(name: EngineName): Promise<void> {
  try {
    const finished = await runEngine(name, trials, {
      first,
      longestWait,
      signal: interrupted,
      onStart: ({ version }) => {
        console.log(pc.bold(version))
      },
    })
    printRun(finished, seed)
    runs.push(finished)
  } catch (error) {
    // A browser that is interrupted as well has no more to say.
    if (interrupted.aborted) return
    if (!(error instanceof MissingExecutableError)) throw error
    missing.push(`${name} (${error.message})`)
  }
}

function describeSubject({ name, version }: EngineRun): { readonly name: string; readonly version: string } {
  return { name, version }
}

function figuresOf({ examination, name, quirks, seconds }: EngineRun): { name: string; value: number; unit: string }[] {
  return [
    { name: `${name}: exchanges`, value: examination.exchanges, unit: '' },
    { name: `${name}: exchanges that end readable`, value: examination.readable, unit: '' },
    { name: `${name}: messages`, value: examination.messages, unit: '' },
    { name: `${name}: preflights`, value: examination.preflights, unit: '' },
    { name: `${name}: differences`, value: examination.differences.length, unit: '' },
    { name: `${name}: exchanges played again`, value: examination.unsteady, unit: '' },
    { name: `${name}: quirks shown`, value: quirks.filter(({ verdict }) => verdict === 'proven').length, unit: '' },
    { name: `${name}: quirks in the table`, value: quirks.length, unit: '' },
    { name: `${name}: time`, value: seconds, unit: 's' },
  ]
}
