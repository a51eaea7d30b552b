import { conformanceCases } from '@corsac/test-kit'
import { createProgress } from './progress.ts'
import { runSubject } from './run-subject.ts'
import type { SubjectRun } from './scoreboard-report.ts'
import type { SubjectEntry } from './subject-entry.ts'

/**
 * Examines subjects under all cases, some at a time, and says on standard error how far it is.
 *
 * What has been examined when `signal` is aborted is returned.
 */
export async function examineSubjects(
  entries: readonly SubjectEntry[],
  { jobs, signal }: { readonly jobs: number; readonly signal: AbortSignal },
): Promise<readonly SubjectRun[]> {
  const progress = createProgress()
  const finished = new Map<SubjectEntry, SubjectRun>()
  const waiting = entries.values()

  async function work(): Promise<void> {
    for (const entry of waiting) {
      if (signal.aborted) return
      const run = await runSubject(entry, {
        cases: conformanceCases,
        signal,
        onProgress: (text) => {
          progress.show(entry.id, text)
        },
      })
      finished.set(entry, run)
      progress.say('notRun' in run.outcome ? `– ${entry.id}: not run` : `✓ ${entry.id}: examined`)
    }
  }

  progress.say(`${entries.length} subjects, ${conformanceCases.length} cases each. Ctrl-C ends it early.`)
  try {
    await Promise.all(Array.from({ length: jobs }, work))
  } catch (error) {
    if (!signal.aborted) throw error
  }
  return entries.flatMap((entry) => finished.get(entry) ?? [])
}
