import { Command, InvalidArgumentError } from 'commander'
import pc from 'picocolors'
import { fuzzRound, INPUTS_IN_A_ROUND } from './fuzz-run.ts'
import { createReport, writeReport } from './report-file.ts'

const INTERRUPTED = 130

const options = new Command('fuzz')
  .description('Hands @corsac/core made-up requests and configurations, and checks what it claims of all of them.')
  .option('--runs <count>', 'how many inputs, at least', readCount, 10_000_000)
  .option('--seed <number>', 'what the inputs are made from', readSeed, Math.floor(Math.random() * 2 ** 31))
  .option('--json <file>', 'write the figures to a file as well')
  .parse()
  .opts<{ runs: number; seed: number; json?: string }>()

const rounds = Math.ceil(options.runs / INPUTS_IN_A_ROUND)
console.log(`Seed ${options.seed}, ${(rounds * INPUTS_IN_A_ROUND).toLocaleString('en')} inputs. Ctrl-C ends it early.`)

const interruption = new AbortController()
const interrupted = interruption.signal
process.once('SIGINT', () => {
  interruption.abort()
})
const start = performance.now()
let done = 0
let failure: { seed: number; property: string; report: string } | null = null

while (done < rounds && !interrupted.aborted && failure === null) {
  // Each round has a seed of its own, so that a failure is replayed without what went before it.
  const seed = (options.seed + done) | 0
  const round = fuzzRound(seed)
  if (round.ok) done++
  else failure = { seed, property: round.property, report: round.report }
  showProgress()
  // Lets Ctrl-C in.
  await new Promise((resolve) => setImmediate(resolve))
}

const seconds = (performance.now() - start) / 1000
const inputs = done * INPUTS_IN_A_ROUND
clearProgress()
if (failure !== null) {
  console.error(pc.red(`✕ Not so: ${failure.property}`))
  console.error(failure.report)
  console.error(`Replay it with: pnpm fuzz --seed ${failure.seed} --runs 1`)
  process.exitCode = 1
} else {
  const said = `${inputs.toLocaleString('en')} inputs in ${seconds.toFixed(0)} s, seed ${options.seed}`
  console.log(
    interrupted.aborted
      ? `Interrupted after ${said}; every property held.`
      : pc.green(`✓ Every property held: ${said}.`),
  )
  if (interrupted.aborted) process.exitCode = INTERRUPTED
}
if (options.json !== undefined) {
  const figures = [
    { name: 'inputs', value: inputs, unit: '' },
    { name: 'seed', value: options.seed, unit: '' },
    { name: 'failures', value: failure === null ? 0 : 1, unit: '', atMost: 0 },
    { name: 'time', value: seconds, unit: 's' },
  ]
  await writeReport(options.json, createReport('@corsac/bench fuzz', figures))
}

function showProgress(): void {
  if (!process.stdout.isTTY) return
  const elapsed = (performance.now() - start) / 1000
  const left = (elapsed / Math.max(done, 1)) * (rounds - done)
  process.stdout.write(`\r${pc.dim(`${Math.floor((100 * done) / rounds)} %, ${left.toFixed(0)} s left`)}\u001b[K`)
}

function clearProgress(): void {
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[K')
}

function readCount(value: string): number {
  const count = Number(value.replaceAll('_', ''))
  if (Number.isInteger(count) && count > 0) return count
  throw new InvalidArgumentError('Write a whole number above 0.')
}

function readSeed(value: string): number {
  const seed = Number(value)
  if (Number.isInteger(seed) && Math.abs(seed) <= 2 ** 31) return seed
  throw new InvalidArgumentError('Write a whole number of 32 bits.')
}
