import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Answer, askApp } from './ask-app.ts'
import type { FrameworkApp } from './framework-app.ts'
import { tarballsFor } from './pack-packages.ts'
import { prepareApp } from './prepare-app.ts'
import type { CommandOptions } from './run-command.ts'
import { RunnerError } from './runner-error.ts'
import { startApp } from './start-app.ts'

/** What came of an app: its answers, or why it could not be asked. */
export type AppRun = { readonly app: FrameworkApp } & (
  { readonly answers: readonly Answer[]; readonly log: string } | { readonly notRun: string }
)

/** What {@link runApp} needs to be told. */
export interface RunAppOptions extends Omit<CommandOptions, 'cwd'> {
  readonly tarballs: ReadonlyMap<string, string>
  /** Whether the folder that the app ran in is left there. */
  readonly keep: boolean
  readonly onStep: (step: string) => void
}

/** Installs, builds, starts and asks an app, in a temporary folder. */
export async function runApp(
  app: FrameworkApp,
  { env, keep, onStep, signal, tarballs }: RunAppOptions,
): Promise<AppRun> {
  const cwd = await mkdtemp(join(tmpdir(), `corsac-${app.id}-`))
  const options = { cwd, env, signal }
  try {
    await prepareApp(app, tarballsFor(app.packages, tarballs), { ...options, onStep })
    onStep('starting')
    const running = await startApp(app.endpoints.paths.seen, options)
    try {
      onStep('asking')
      return { app, answers: await askApp(running.url, app), log: running.log() }
    } finally {
      await running.stop()
    }
  } catch (error) {
    if (error instanceof RunnerError) return { app, notRun: error.message }
    throw error
  } finally {
    if (keep) onStep(`kept in ${cwd}`)
    else await rm(cwd, { recursive: true, force: true })
  }
}
