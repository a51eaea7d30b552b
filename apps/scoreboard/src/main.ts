import { spawnSync } from 'node:child_process'
import { setMaxListeners } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { conformanceCases, conformanceSuites } from '@corsac/test-kit'
import pc from 'picocolors'
import { formatTable } from './format-table.ts'
import { readOptions } from './options.ts'
import { createProgress } from './progress.ts'
import { runSubject } from './run-subject.ts'
import { createScoreboardReport, type SubjectRun } from './scoreboard-report.ts'
import type { SubjectEntry } from './subject-entry.ts'

const INTERRUPTED = 130
const INSTALL_SCRIPT = fileURLToPath(new URL('../scripts/install-servers.sh', import.meta.url))

const { install, jobs, json, only } = readOptions()
if (install && spawnSync(INSTALL_SCRIPT, { stdio: 'inherit' }).status !== 0) {
  console.error(pc.red('✕ The servers could not be installed.'))
  process.exit(1)
}

const interruption = new AbortController()
// Every examination, and every command that prepares one, listens to the same signal.
setMaxListeners(0, interruption.signal)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    interruption.abort()
  })
}

const progress = createProgress()
const finished = new Map<SubjectEntry, SubjectRun>()
progress.say(`${only.length} subjects, ${conformanceCases.length} cases each. Ctrl-C ends it early.`)
const waiting = only.values()
try {
  await Promise.all(Array.from({ length: jobs }, work))
} catch (error) {
  if (!interruption.signal.aborted) throw error
}

const runs = only.flatMap((entry) => finished.get(entry) ?? [])
console.log(`\n${formatTable(runs, conformanceSuites)}`)
const notRun = runs.flatMap(({ entry, outcome }) => ('notRun' in outcome ? [`${entry.id}: ${outcome.notRun}`] : []))
for (const line of notRun) console.log(pc.yellow(`– not run: ${line}`))
if (notRun.length > 0) console.log("With --install, Debian's servers are installed first.")
if (json !== undefined) {
  await writeFile(json, `${JSON.stringify(createScoreboardReport(runs, conformanceSuites))}\n`)
}
if (interruption.signal.aborted) process.exitCode = INTERRUPTED
else if (notRun.length > 0) process.exitCode = 1

/** Takes one subject after the other from those that wait. */
async function work(): Promise<void> {
  for (const entry of waiting) {
    if (interruption.signal.aborted) return
    const run = await runSubject(entry, {
      cases: conformanceCases,
      signal: interruption.signal,
      onProgress: (text) => {
        progress.show(entry.id, text)
      },
    })
    finished.set(entry, run)
    progress.say('notRun' in run.outcome ? `– ${entry.id}: not run` : `✓ ${entry.id}: examined`)
  }
}
