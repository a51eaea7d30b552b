import { spawnSync } from 'node:child_process'
import { setMaxListeners } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { conformanceSuites } from '@corsac/test-kit'
import pc from 'picocolors'
import { examineSubjects } from './examine-subjects.ts'
import { formatPage } from './format-page.ts'
import { formatTable, type TableColumn } from './format-table.ts'
import { type Options, readOptions } from './options.ts'
import { readReport, ReportFileError, writeReport } from './report-file.ts'
import { terminalWidth } from './terminal-width.ts'
import { createScoreboardReport, type ScoreboardReport, type SubjectRun } from './scoreboard-report.ts'

const INTERRUPTED = 130
const INSTALL_SCRIPT = fileURLToPath(new URL('../scripts/install-servers.sh', import.meta.url))

const options = readOptions()
if (options.from === undefined) await examineAndReport(options)
else await makePage(options.from, options.page)

async function examineAndReport({ install, jobs, json, only, page }: Options): Promise<void> {
  if (install && spawnSync(INSTALL_SCRIPT, { stdio: 'inherit' }).status !== 0) {
    console.error(pc.red('✕ The servers could not be installed.'))
    process.exitCode = 1
    return
  }
  const { signal } = interruptible()
  const runs = await examineSubjects(only, { jobs, signal })
  console.log(`\n${formatTable(runs.map(columnOf), conformanceSuites, terminalWidth())}`)
  const isComplete = sayNotRun(runs)
  const report = createScoreboardReport(runs, conformanceSuites)
  if (json !== undefined) await writeReport(json, report)
  await writePage(report, page)
  if (signal.aborted) process.exitCode = INTERRUPTED
  else if (!isComplete) process.exitCode = 1
}

async function makePage(from: string, page: string | undefined): Promise<void> {
  try {
    await writePage(await readReport(from), page)
  } catch (error) {
    if (!(error instanceof ReportFileError)) throw error
    console.error(pc.red(`✕ ${error.message}`))
    process.exitCode = 1
  }
}

async function writePage(report: ScoreboardReport, page: string | undefined): Promise<void> {
  if (page === undefined) return
  await writeFile(page, await formatPage(report))
  console.log(`Page: ${page}`)
}

function columnOf({ entry, outcome, release }: SubjectRun): TableColumn {
  const title = release === null ? entry.id : `${entry.id} ${release.version}`
  return { title, results: 'notRun' in outcome ? null : outcome.results }
}

/** Every examination, and every command that prepares one, listens to the same signal. */
function interruptible(): AbortController {
  const interruption = new AbortController()
  setMaxListeners(0, interruption.signal)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      interruption.abort()
    })
  }
  return interruption
}

/** Names the subjects that were not examined; tells whether there are none. */
function sayNotRun(runs: readonly SubjectRun[]): boolean {
  const notRun = runs.flatMap(({ entry, outcome }) => ('notRun' in outcome ? [`${entry.id}: ${outcome.notRun}`] : []))
  for (const line of notRun) console.log(pc.yellow(`– not run: ${line}`))
  if (notRun.length > 0) console.log("With --install, Debian's servers are installed first.")
  return notRun.length === 0
}
