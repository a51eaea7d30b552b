import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'

const repository = resolve(import.meta.dirname, '..')

/** What the generator reads or changes, and what a package needs to be checked. */
const COPIED = [
  ...['.prettierignore', '.prettierrc.json', 'LICENSE', 'README.md', 'eslint.config.js', 'package.json'],
  ...['pnpm-workspace.yaml', 'tsconfig.base.json', 'turbo.json', 'vitest.config.ts', 'apps/example/package.json'],
  ...['scripts/check-packages.mjs', 'scripts/map-group-by.mjs', 'turbo'],
]

/** How a command ended, and what it said. */
export interface CommandEnd {
  readonly status: number | null
  readonly output: string
}

/** A copy of the repository in which a binding is the one package: the others are where they always are. */
export interface BindingWorkspace {
  readonly root: string
  /** Runs a command of an installed package, such as `vitest/vitest.mjs`, at the root of the workspace. */
  readonly run: (command: string, args: readonly string[]) => Promise<CommandEnd>
  /** Gives a package the dependencies that its manifest declares, and no others, out of what is installed anyway. */
  readonly install: (folder: string) => void
  readonly remove: () => void
}

/** Makes such a workspace in a temporary folder. */
export function createBindingWorkspace(): BindingWorkspace {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'corsac-binding-')))
  for (const path of COPIED) cpSync(join(repository, path), join(root, path), { recursive: true })
  mkdirSync(join(root, '.changeset'))
  mkdirSync(join(root, 'packages'))
  for (const name of modulesIn(join(repository, 'node_modules'))) {
    link(join(repository, 'node_modules', name), join(root, 'node_modules', name))
  }
  return {
    root,
    run: (command, args) => runNode(join(root, 'node_modules', command), args, root),
    install: (folder) => {
      install(join(root, folder))
    },
    remove: () => {
      rmSync(root, { recursive: true, force: true })
    },
  }
}

async function runNode(script: string, args: readonly string[], cwd: string): Promise<CommandEnd> {
  // Whatever the test runner has told its own workers is not for others; and nothing may be asked of a registry.
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:VITEST|NODE_ENV$|TEST$|FORCE_COLOR$)/.test(name),
  )
  const child = spawn(process.execPath, [script, ...args], {
    cwd,
    env: { ...Object.fromEntries(inherited), NO_COLOR: '1', npm_config_registry: 'http://127.0.0.1:9/' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const status = new Promise<number | null>((settle, fail) => {
    child.on('error', fail).on('close', settle)
  })
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { status: await status, output: `${stdout}${stderr}` }
}

interface Manifest {
  readonly name: string
  readonly version: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

function readManifest(folder: string): Manifest {
  const path = join(folder, 'package.json')
  const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (!isManifest(manifest)) throw new Error(`${path} has no name and version.`)
  return manifest
}

function isManifest(value: unknown): value is Manifest {
  return typeof value === 'object' && value !== null && 'name' in value && 'version' in value
}

function install(folder: string): void {
  const { dependencies, devDependencies } = readManifest(folder)
  const installed = new Map(
    packageFolders()
      .flatMap((each) => modulesIn(join(each, 'node_modules')).map((name) => join(each, 'node_modules', name)))
      .map((each) => [each, readManifest(each)] as const)
      .map(([each, { name, version }]) => [`${name}@${version}`, each]),
  )
  for (const [name, range] of Object.entries({ ...dependencies, ...devDependencies })) {
    const wanted = idOf(name, range)
    const found = installed.get(wanted)
    if (found === undefined) throw new Error(`No package of this repository has ${wanted} installed.`)
    link(found, join(folder, 'node_modules', name))
  }
}

/** Names the version that a manifest asks for. */
function idOf(name: string, range: string): string {
  if (range === 'workspace:^')
    return `${name}@${readManifest(join(repository, 'packages', name.replace('@corsac/', ''))).version}`
  if (range === 'catalog:') {
    const catalog = readFileSync(join(repository, 'pnpm-workspace.yaml'), 'utf8')
    return `${name}@${new RegExp(`^ {2}'?${name}'?: (.*)$`, 'm').exec(catalog)?.[1] ?? 'nothing in the catalog'}`
  }
  return range.startsWith('npm:') ? range.slice(4) : `${name}@${range}`
}

function packageFolders(): readonly string[] {
  return [
    repository,
    ...['packages', 'apps'].flatMap((parent) =>
      readdirSync(join(repository, parent)).map((name) => join(repository, parent, name)),
    ),
  ]
}

/** The names of the packages in a folder of modules. */
function modulesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(folder, name)).map((each) => `${name}/${each}`) : [name],
    )
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true })
  symlinkSync(realpathSync(target), path)
}
