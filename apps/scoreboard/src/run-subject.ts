import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type CaseResult,
  type ConformanceCase,
  type ConformanceSubject,
  createCommandSubject,
  examine,
  parseSubjectManifest,
} from '@corsac/test-kit'
import { readConfiguration } from './configuration-files.ts'
import { findRelease } from './find-release.ts'
import { NotPreparedError, prepareSubject } from './prepare-subject.ts'
import { runBinding } from './run-binding.ts'
import type { SubjectRun } from './scoreboard-report.ts'
import type { SubjectEntry } from './subject-entry.ts'

const subjectsFolder = fileURLToPath(new URL('../subjects/', import.meta.url))

/** What {@link runSubject} needs to be told. */
export interface RunSubjectOptions {
  readonly cases: readonly ConformanceCase[]
  /** Called with what is being done, for those who wait. */
  readonly onProgress: (text: string) => void
  readonly signal: AbortSignal
}

/** Prepares a subject, examines it, and finds out which release it was. */
export async function runSubject(entry: SubjectEntry, options: RunSubjectOptions): Promise<SubjectRun> {
  if (entry.package.registry === 'workspace') return runBinding(entry, options)
  const { cases, onProgress, signal } = options
  const folder = resolve(subjectsFolder, entry.id)
  const { lacks = {}, ...manifest } = await readManifest(folder)
  const subjectRun = { entry, name: manifest.name, lacks, configuration: await readConfiguration(entry) }
  try {
    await prepareSubject(entry, folder, { onStep: onProgress, signal })
    const release = await findRelease(entry, folder)
    const subject = createCommandSubject({ ...manifest, lacks, cwd: folder })
    const results = await examineAll(subject, cases, options)
    return { ...subjectRun, release, outcome: { results } }
  } catch (error) {
    if (!(error instanceof NotPreparedError)) throw error
    return { ...subjectRun, release: null, outcome: { notRun: error.message } }
  }
}

/**
 * Examines the hostile cases after all others, on servers of their own: what they break, breaks no other case. At last
 * those to which no response came are asked again: on a machine with much else to do, that may say nothing of a server.
 */
async function examineAll(
  subject: ConformanceSubject,
  cases: readonly ConformanceCase[],
  { onProgress, signal }: RunSubjectOptions,
): Promise<readonly CaseResult[]> {
  const results = new Map<string, CaseResult>()

  async function examineSome(some: readonly ConformanceCase[]): Promise<void> {
    await examine(subject, {
      cases: some,
      signal,
      onResult: (result) => {
        results.set(result.id, result)
        onProgress(`${results.size} of ${cases.length} cases`)
      },
    })
  }

  await examineSome(cases.filter(({ hostile = false }) => !hostile))
  await examineSome(cases.filter(({ hostile = false }) => hostile))
  const unanswered = [...results.values()].filter(lacksResponse).map(({ id }) => id)
  await examineSome(cases.filter(({ id }) => unanswered.includes(id)))
  return cases.flatMap(({ id }) => results.get(id) ?? [])
}

function lacksResponse({ exchanges, verdict }: CaseResult): boolean {
  const isSilent = exchanges.some(({ messages }) => messages.some(({ response }) => response === null))
  return verdict === 'subject-error' || (verdict === 'fail' && isSilent)
}

async function readManifest(folder: string): Promise<Omit<Parameters<typeof createCommandSubject>[0], 'cwd'>> {
  const file = resolve(folder, 'subject.json')
  const manifest = parseSubjectManifest(JSON.parse(await readFile(file, 'utf8')))
  if (!manifest.ok) throw new Error(`${file} describes no subject: ${manifest.issues.join('; ')}`)
  return manifest.value
}
