import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ConformanceCase } from '@corsac/test-kit'
import { readConfiguration } from './configuration-files.ts'
import { isBindingsReport } from './conformance/bindings-report.ts'
import type { BindingExamination } from './conformance/describe-conformance.ts'
import { findRelease } from './find-release.ts'
import { runCommand } from './run-command.ts'
import type { RunSubjectOptions } from './run-subject.ts'
import type { SubjectRun } from './scoreboard-report.ts'
import type { SubjectEntry } from './subject-entry.ts'

const app = fileURLToPath(new URL('../', import.meta.url))

/** Examines a binding of this repository, in a process of its own, on the newest of the frameworks that it is tested on. */
export async function runBinding(
  entry: SubjectEntry,
  { cases, onProgress, signal }: RunSubjectOptions,
): Promise<SubjectRun> {
  const folder = await mkdtemp(join(tmpdir(), 'scoreboard-binding-'))
  const file = join(folder, 'report.json')
  const name = entry.id.replace('corsac-', '')
  const options = `--only ${name} --first --exchanges --json ${file}`
  try {
    onProgress('examined as its own tests do')
    const { complaint, output } = await runCommand(
      `exec '${process.execPath}' --import tsx src/conformance/main.ts ${options}`,
      app,
      signal,
    )
    const examination = await readExamination(file, cases)
    return {
      entry,
      name: entry.package.name,
      release: await findRelease(entry, folder),
      lacks: examination?.lacks ?? {},
      configuration: await readConfiguration(entry),
      outcome: examination ?? {
        notRun: ['Its own conformance test does not run under these cases.', ...problemsIn(output), complaint].join(
          '\n',
        ),
      },
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

function problemsIn(output: string): readonly string[] {
  return output.split('\n').filter((line) => line.startsWith('✕'))
}

async function readExamination(file: string, cases: readonly ConformanceCase[]): Promise<BindingExamination | null> {
  try {
    const report: unknown = JSON.parse(await readFile(file, 'utf8'))
    const examination = isBindingsReport(report) ? report.subjects[0] : undefined
    // Its process has read the cases by itself, and somebody may have changed them since.
    const isOfTheseCases = examination?.results.every(({ id, kind }, index) => {
      const same = cases[index]
      return same?.id === id && same.kind === kind
    })
    return isOfTheseCases === true && examination?.results.length === cases.length ? examination : null
  } catch {
    // The command has said why there is none.
    return null
  }
}
