import { formatTerminal } from '@corsac/test-kit/reports'
import { Command } from 'commander'
import pc from 'picocolors'
import { bundleHandler } from './bundle-handler.ts'
import { formatSums } from './format-sums.ts'
import { clearProgress, showProgress } from './progress.ts'
import { runRuntime } from './run-runtime.ts'
import { exitCodeOf, type RuntimeRun } from './runtime-run.ts'
import { listRuntimes, type Runtime } from './runtime.ts'

const INTERRUPTED = 130

const runtimes = await listRuntimes()
const names = runtimes.map(({ name }) => name).join(', ')
const command = new Command('test:runtimes')
  .description(
    'Puts @corsac/fetch through the conformance suite on runtimes that are not Node. `should` cases count too.',
  )
  .argument('[names...]', `some of ${names}; all if left out`)
  .option('--list', 'name the runtimes with their versions, and run none', false)
  .parse()
const { list } = command.opts<{ readonly list: boolean }>()
const unknown = command.args.find((name) => !runtimes.some((runtime) => runtime.name === name))
if (unknown !== undefined) command.error(`There is no runtime "${unknown}"; there are ${names}.`, { exitCode: 2 })
const chosen = runtimes.filter(({ name }) => command.args.length === 0 || command.args.includes(name))

if (list) for (const { name, version } of chosen) console.log(`${name} ${version}`)
else await runAll(chosen)

async function runAll(all: readonly Runtime[]): Promise<void> {
  const interruption = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      interruption.abort()
    })
  }
  await bundleHandler()
  const runs: RuntimeRun[] = []
  try {
    for (const runtime of all) runs.push(await runOne(runtime, interruption.signal))
  } catch (error) {
    if (!interruption.signal.aborted) throw error
  }
  if (runs.length > 0) console.log(formatSums(runs))
  process.exitCode = interruption.signal.aborted ? INTERRUPTED : exitCodeOf(runs)
}

async function runOne(runtime: Runtime, signal: AbortSignal): Promise<RuntimeRun> {
  const { manifest, name, version } = runtime
  const run = await runRuntime(runtime, {
    onProgress: (text) => {
      showProgress(name, text)
    },
    signal,
  })
  clearProgress()
  const { outcome } = run
  console.log(
    'report' in outcome
      ? formatTerminal(outcome.report, { color: pc.isColorSupported, strict: true })
      : pc.red(`✕ ${manifest.name} ${version} was not run: ${outcome.notRun}\n`),
  )
  return run
}
