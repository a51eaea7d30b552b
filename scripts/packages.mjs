import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The workspace packages that are published: their folders and manifests. */
export function publishedPackages() {
  return (
    readdirSync('packages')
      .map((name) => join('packages', name))
      // Tools leave caches beside the packages, such as node_modules/.vite.
      .filter((folder) => existsSync(join(folder, 'package.json')))
      .map((folder) => ({ folder, manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) }))
      .filter(({ manifest }) => manifest.private !== true)
  )
}

/** Runs a command and stops the script with its output when it fails. */
export function runOrExit(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', ...options })
  if (status === 0) return stdout
  console.error(`${command} ${args.join(' ')} failed${options.cwd === undefined ? '' : ` in ${options.cwd}`}:`)
  console.error(error?.message ?? `${stdout ?? ''}${stderr ?? ''}`)
  process.exit(1)
}

/** Builds every published package and packs it into a folder; gives the paths of the tarballs by package name. */
export function packInto(destination) {
  const filters = publishedPackages().flatMap(({ manifest }) => ['--filter', manifest.name])
  runOrExit('turbo', ['run', 'build', ...filters, '--output-logs=errors-only'])
  return new Map(
    publishedPackages().map(({ folder, manifest }) => {
      const [{ filename }] = [
        JSON.parse(runOrExit('pnpm', ['pack', '--json', '--pack-destination', destination], { cwd: folder })),
      ].flat()
      return [manifest.name, filename]
    }),
  )
}
