import { type CaseResult, conformanceCases, createCommandSubject, examine } from '@corsac/test-kit'
import { installRuntime, NotInstalledError } from './install-runtime.ts'
import { platformCases } from './platform-cases.ts'
import type { RuntimeRun } from './runtime-run.ts'
import type { Runtime } from './runtime.ts'

/** What {@link runRuntime} needs to be told. */
export interface RunOptions {
  /** Called with what is being done, for those who wait. */
  readonly onProgress: (text: string) => void
  readonly signal: AbortSignal
}

/**
 * Installs a runtime, and examines the handler on it: under all conformance cases, and those of the platform. It is started
 * anew for each policy.
 */
export async function runRuntime(runtime: Runtime, { onProgress, signal }: RunOptions): Promise<RuntimeRun> {
  try {
    await installRuntime(runtime, {
      onInstall: () => {
        onProgress('npm install')
      },
      signal,
    })
  } catch (error) {
    if (!(error instanceof NotInstalledError)) throw error
    return { runtime, outcome: { notRun: error.message } }
  }
  const report = await examine(createCommandSubject(runtime.manifest), {
    cases: [...conformanceCases, ...platformCases],
    signal,
    onResult: (_: CaseResult, { done, total }) => {
      onProgress(`${done} of ${total} cases`)
    },
  })
  return { runtime, outcome: { report } }
}
