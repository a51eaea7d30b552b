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
import { findRelease } from './find-release.ts'
import { NotPreparedError, prepareSubject } from './prepare-subject.ts'
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
  const { cases, onProgress, signal } = options
  const folder = resolve(subjectsFolder, entry.id)
  const { lacks = {}, ...manifest } = await readManifest(folder)
  try {
    await prepareSubject(entry, folder, { onStep: onProgress, signal })
    const release = await findRelease(entry, folder)
    const subject = createCommandSubject({ ...manifest, lacks, cwd: folder })
    const results = await examineAll(subject, cases, options)
    return { entry, name: manifest.name, release, lacks, outcome: { results } }
  } catch (error) {
    if (!(error instanceof NotPreparedError)) throw error
    return { entry, name: manifest.name, release: null, lacks, outcome: { notRun: error.message } }
  }
}

/** Examines the hostile cases after all others, on servers of their own: what they break, breaks no other case. */
async function examineAll(
  subject: ConformanceSubject,
  cases: readonly ConformanceCase[],
  { onProgress, signal }: RunSubjectOptions,
): Promise<readonly CaseResult[]> {
  const results = new Map<string, CaseResult>()
  for (const isHostile of [false, true]) {
    await examine(subject, {
      cases: cases.filter(({ hostile = false }) => hostile === isHostile),
      signal,
      onResult: (result) => {
        results.set(result.id, result)
        onProgress(`${results.size} of ${cases.length} cases`)
      },
    })
  }
  return cases.flatMap(({ id }) => results.get(id) ?? [])
}

async function readManifest(folder: string): Promise<Omit<Parameters<typeof createCommandSubject>[0], 'cwd'>> {
  const file = resolve(folder, 'subject.json')
  const manifest = parseSubjectManifest(JSON.parse(await readFile(file, 'utf8')))
  if (!manifest.ok) throw new Error(`${file} describes no subject: ${manifest.issues.join('; ')}`)
  return manifest.value
}
