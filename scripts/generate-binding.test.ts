import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ESLint } from 'eslint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BindingWorkspace, type CommandEnd, createBindingWorkspace } from './binding-workspace.ts'
import { createProjectCompiler } from './project-compiler.ts'

const repository = resolve(import.meta.dirname, '..')
const contributing = readFileSync(join(repository, 'CONTRIBUTING.md'), 'utf8')

/** The command with which CONTRIBUTING.md shows the generator. */
const shown = /turbo gen --tag (\S+) binding --args (.*)$/m.exec(contributing)

const bindings = [
  {
    name: 'polka',
    displayName: 'Polka',
    mayImport: 'node',
    args: [...(shown?.[2] ?? '').matchAll(/'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? ''),
    surroundings: "...['polka@0.5.2', '@types/polka@0.5.8'],",
    written: 'polka-cors.ts.txt',
    skipped: 0,
  },
  {
    // Hono has a binding, but this one is made from the answers alone, and under another name.
    name: 'hono-again',
    displayName: 'Hono',
    mayImport: 'fetch',
    args: [
      ...['hono', 'Hono', 'web', 'hono-again', '^4.0.0', '4.13.19', 'none'],
      ...['{ Hono }', 'new Hono()', 'use', 'app.fetch', 'MiddlewareHandler', 'context.req.raw'],
    ],
    surroundings: "...['hono@4.13.19'],",
    written: 'hono-cors.ts.txt',
    // No Response on Node can have the status 101: three cases, on the newest version and on the oldest.
    skipped: 6,
  },
]

describe('the walk through the generator', () => {
  it('names the version of the generator that is installed', () => {
    const catalog = readFileSync(join(repository, 'pnpm-workspace.yaml'), 'utf8')
    expect(shown?.[1]).toBe(/'@turbo\/gen': (\S+)/.exec(catalog)?.[1])
  })
})

// How long compilers and hundreds of cases take is the machine's.
describe.each(bindings)('a binding for $displayName, generated', { timeout: 0 }, (binding) => {
  const folder = `packages/${binding.name}`
  let workspace: BindingWorkspace
  let check: ReturnType<typeof createCheck>

  beforeAll(async () => {
    workspace = createBindingWorkspace()
    check = createCheck(workspace, folder)
    const { output, status } = await generate(workspace, binding.args)
    expect(status, output).toBe(0)
    workspace.install(folder)
  }, 0)
  afterAll(() => {
    workspace.remove()
  })

  function read(path: string): string {
    return readFileSync(join(workspace.root, path), 'utf8')
  }

  it('is known to the repository', () => {
    expect(read('eslint.config.js')).toMatch(new RegExp(`'?${binding.name}'?: \\['core', '${binding.mayImport}'\\]`))
    expect(read('README.md')).toContain(`| [\`@corsac/${binding.name}\`](packages/${binding.name}) |`)
    expect(read(`.changeset/add-${binding.name}.md`)).toContain(`'@corsac/${binding.name}': minor`)
    expect(read('scripts/check-packages.mjs')).toContain(binding.surroundings)
    expect(read('apps/example/package.json')).toContain(`"@corsac/${binding.name}": "workspace:^"`)
    expect(read(`${folder}/LICENSE`)).toBe(readFileSync(join(repository, 'LICENSE'), 'utf8'))
  })

  it('type-checks, and so does the code in its README; passes lint; is formatted', async () => {
    expect(check.types()).toEqual([])
    expect(check.readme()).toEqual([])
    expect(await check.lint()).toEqual([])
    expect(await check.format()).toBe('')
  })

  it('may import no other binding', async () => {
    expect(await check.lintImports(`export { cors } from '@corsac/koa'\n`)).toEqual([
      expect.stringContaining(`@corsac/${binding.name} may import @corsac/core, @corsac/${binding.mayImport}`),
    ])
  })

  it('fails the examination because of the one file that is left to write', async () => {
    const { failures, passed } = await check.tests('conformance')
    expect(failures.length).toBeGreaterThan(400)
    const reason = `cors() is not written yet: see ${folder}/src/cors.ts.`
    expect(failures.filter((failure) => !failure.includes(reason))).toEqual([])
    expect(passed).toBe(0)
  })

  it('passes everything once that file is written', async () => {
    copyFileSync(join(import.meta.dirname, 'fixtures', binding.written), join(workspace.root, folder, 'src/cors.ts'))
    expect(check.types()).toEqual([])
    expect(await check.lint()).toEqual([])
    expect(await check.format()).toBe('')
    const { failures, passed, skipped } = await check.tests()
    expect(failures).toEqual([])
    expect(skipped).toBe(binding.skipped)
    expect(passed).toBeGreaterThan(600)
  })

  it('is not overwritten', async () => {
    const before = read('README.md')
    const { output, status } = await generate(workspace, binding.args)
    expect([status, output]).toEqual([1, expect.stringContaining(`There is a ${folder} already.`)])
    expect(read('README.md')).toBe(before)
  })
})

describe('answers that cannot be', () => {
  let workspace: BindingWorkspace
  beforeAll(() => {
    workspace = createBindingWorkspace()
  }, 0)
  afterAll(() => {
    workspace.remove()
  })

  it.each([
    ['a kind that is none', 2, 'deno', 'did not recognize "deno"'],
    ['a name that is none', 3, 'Polka!', 'Wanted: lower case, digits and hyphens, such as polka. Given: "Polka!".'],
    ['a range without a version', 4, 'latest', 'Wanted: a range that begins with a whole version'],
    ['a version that is none', 5, '0.5', 'Wanted: an exact version, such as 3.3.0. Given: "0.5".'],
    ['no version of the types', 6, '', 'Wanted: an exact version, or none. Given: "".'],
    [
      'a factory that is no name',
      7,
      '{ Polka, listen }',
      'Wanted: polka for a default export, { Hono } for a named one.',
    ],
  ])('are refused before anything is written: %s', { timeout: 0 }, async (_, index, answer, message) => {
    const { output, status } = await generate(workspace, (bindings[0]?.args ?? []).with(index, answer))
    expect([status, output]).toEqual([1, expect.stringContaining(message)])
    expect(existsSync(join(workspace.root, 'packages/polka'))).toBe(false)
  })
})

/** Does what `turbo gen binding` does, once it has fetched the generator that is installed here. */
function generate({ root, run }: BindingWorkspace, args: readonly string[]): Promise<CommandEnd> {
  return run('@turbo/gen/dist/cli.js', ['run', 'binding', '--root', root, '--args', ...args])
}

interface TestRun {
  /** Why tests, or whole files, have failed. */
  readonly failures: readonly string[]
  readonly passed: number
  readonly skipped: number
}

/** What proves a package, as its own scripts and the repository's do. */
function createCheck({ root, run }: BindingWorkspace, folder: string) {
  const compile = createProjectCompiler(root)
  const eslint = new ESLint({ cwd: root })
  // Types are not needed to read an import, and the file is not there.
  const imports = new ESLint({
    cwd: root,
    overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
    ruleFilter: ({ ruleId }) => ruleId === 'no-restricted-imports',
  })

  async function messagesOf(results: Promise<ESLint.LintResult[]>): Promise<readonly string[]> {
    return (await results).flatMap(({ filePath, messages }) =>
      messages.map(({ line, message }) => `${filePath}:${line}: ${message}`),
    )
  }

  return {
    types: () => compile(join(root, folder, 'tsconfig.json')),
    readme: () => {
      const page = readFileSync(join(root, folder, 'README.md'), 'utf8')
      const blocks = [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map((match) => match[1] ?? '')
      expect(blocks.length).toBeGreaterThan(2)
      const files = blocks.map((code, index) => [join(root, folder, `src/readme-example-${index}.ts`), code] as const)
      return compile(join(root, folder, 'tsconfig.json'), new Map(files))
    },
    lint: () => messagesOf(eslint.lintFiles([folder])),
    lintImports: (code: string) => messagesOf(imports.lintText(code, { filePath: join(root, folder, 'src/x.ts') })),
    format: async () => {
      const { output, status } = await run('prettier/bin/prettier.cjs', ['--check', folder, 'eslint.config.js'])
      return status === 0 ? '' : output
    },
    tests: async (...files: readonly string[]): Promise<TestRun> => {
      const results = join(root, 'results.json')
      rmSync(results, { force: true })
      const options = ['--project', folder.replace('packages', '@corsac'), '--reporter=json', '--outputFile', results]
      const { output } = await run('vitest/vitest.mjs', ['run', ...files, ...options])
      if (!existsSync(results)) throw new Error(`The tests left no results:\n${output}`)
      return readTestRun(JSON.parse(readFileSync(results, 'utf8')))
    },
  }
}

interface TestFile {
  readonly name: string
  readonly status: string
  readonly message: string
  readonly assertionResults: readonly { readonly status: string; readonly failureMessages: readonly string[] }[]
}

function readTestRun({ testResults }: { readonly testResults: readonly TestFile[] }): TestRun {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  const failed = tests.filter(({ status }) => status === 'failed')
  // A file that could not be loaded, or whose hooks fail, may have no test that says so.
  const broken = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  )
  return {
    failures: [
      ...failed.map(({ failureMessages }) => failureMessages.join('\n')),
      ...broken.map(({ message, name }) => `${name}: ${message}`),
    ],
    passed: tests.filter(({ status }) => status === 'passed').length,
    skipped: tests.filter(({ status }) => status === 'skipped').length,
  }
}
