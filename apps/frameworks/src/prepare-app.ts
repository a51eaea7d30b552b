import { readFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import type { FrameworkApp } from './framework-app.ts'
import { isJsonObject } from './json-shape.ts'
import { type CommandOptions, runCommand } from './run-command.ts'

/**
 * Copies an app to a folder, installs what it depends on by its own lock file, with packages of ours beside it, and
 * builds it.
 *
 * @throws {RunnerError} if one of that fails
 */
export async function prepareApp(
  app: FrameworkApp,
  tarballs: readonly string[],
  { onStep, ...options }: CommandOptions & { readonly onStep: (step: string) => void },
): Promise<void> {
  await cp(app.folder, options.cwd, { recursive: true })
  onStep('installing')
  // With a lock file and without --save, this is `npm ci` and the installation of the tarballs in one.
  await runCommand('npm', ['install', '--no-save', '--no-audit', '--no-fund', ...tarballs], options)
  if (!hasBuild(options.cwd)) return
  onStep('building')
  await runCommand('npm', ['run', 'build'], options)
}

function hasBuild(folder: string): boolean {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const { scripts } = isJsonObject(manifest) ? manifest : {}
  return isJsonObject(scripts) && 'build' in scripts
}
