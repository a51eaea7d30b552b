import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pc from 'picocolors'
import { cleanEnvironment } from './clean-environment.ts'
import { formatRun, formatTable } from './format-runs.ts'
import { type FrameworkApp, listAppIds, readApp } from './framework-app.ts'
import { readOptions } from './options.ts'
import { packPackages } from './pack-packages.ts'
import { type AppRun, runApp } from './run-app.ts'

const FAILED = 1
const COULD_NOT_RUN = 2
const INTERRUPTED = 130

try {
  const { ids, keep, list } = readOptions(listAppIds())
  const apps = ids.map(readApp)
  if (list) for (const { framework, id, name, version } of apps) console.log(`${id}: ${name} (${framework} ${version})`)
  else process.exitCode = await runApps(apps, keep)
} catch (error) {
  console.error(pc.red(`✕ ${error instanceof Error ? error.message : String(error)}`))
  process.exitCode = COULD_NOT_RUN
}

async function runApps(apps: readonly FrameworkApp[], keep: boolean): Promise<number> {
  const signal = interruption()
  const env = cleanEnvironment()
  const packed = await mkdtemp(join(tmpdir(), 'corsac-packed-'))
  const runs: AppRun[] = []
  try {
    console.log(pc.dim('packing the packages'))
    const tarballs = await packPackages(packed, { env, signal })
    for (const app of apps) {
      const onStep = (step: string) => {
        console.log(pc.dim(`${app.id}: ${step}`))
      }
      const run = await runApp(app, { env, keep, onStep, signal, tarballs })
      if (signal.aborted) return INTERRUPTED
      console.log(formatRun(run))
      runs.push(run)
    }
  } catch (error) {
    if (signal.aborted) return INTERRUPTED
    throw error
  } finally {
    await rm(packed, { recursive: true, force: true })
  }
  console.log(`\n${formatTable(runs)}`)
  return exitCodeOf(runs)
}

function exitCodeOf(runs: readonly AppRun[]): number {
  if (runs.some((run) => 'notRun' in run)) return COULD_NOT_RUN
  return runs.some((run) => 'answers' in run && run.answers.some(({ verdict }) => verdict === 'fail')) ? FAILED : 0
}

/** Ctrl-C stops what is under way, and lets what was started be cleared away. */
function interruption(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      controller.abort()
    })
  }
  return controller.signal
}
