import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { findValgrind } from './run-callgrind.ts'

const INSTALL_SCRIPT = fileURLToPath(new URL('install-valgrind.sh', import.meta.url))

/**
 * Finds valgrind, and installs it first where that is asked for and it is not there.
 *
 * @returns Its version, or what stands in the way.
 */
export async function requireValgrind(
  install: boolean,
): Promise<{ readonly version: string } | { readonly problem: string }> {
  const version = await findValgrind()
  if (version !== null) return { version }
  if (!install) return { problem: 'Valgrind is missing. pnpm bench:instructions --install gets it on Debian.' }
  if (process.getuid?.() !== 0) return { problem: 'Valgrind is missing, and only root can install it.' }
  spawnSync(INSTALL_SCRIPT, { stdio: 'inherit' })
  const installed = await findValgrind()
  return installed === null ? { problem: 'Valgrind could not be installed.' } : { version: installed }
}
