import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { Parser, type Result } from 'tap-parser'
import { startVitest } from 'vitest/node'

/** A test as a framework has reported it. */
export interface FrameworkTest {
  /** The titles of the groups that it is in, and its own. */
  readonly title: string
  readonly state: 'passed' | 'failed' | 'skipped'
  /** Why it failed or was skipped, where the framework has a place for that. */
  readonly text: string
}

/** What a framework made of the fixture that is written for it. */
export interface FrameworkRun {
  readonly tests: readonly FrameworkTest[]
  /** What the tests have said beside. */
  readonly output: string
}

const fixtures = fileURLToPath(new URL('framework-fixtures/', import.meta.url))
const { resolve } = createRequire(import.meta.url)

/** Runs the fixture of each framework in that very framework. */
export const frameworkRuns: readonly (readonly [framework: string, run: () => Promise<FrameworkRun>])[] = [
  ['vitest', () => inFolder(runVitest)],
  ['jest', () => inFolder(runJest)],
  ['mocha', () => inFolder(runMocha)],
  ['node:test', runNodeTest],
]

async function runVitest(cacheDir: string): Promise<FrameworkRun> {
  // A vitest that fails sets the exit code, and here it is meant to fail.
  const { exitCode } = process
  const output: string[] = []
  const reporter = {
    onUserConsoleLog({ content }: { content: string }) {
      output.push(content)
    },
  }
  const vitest = await startVitest(
    [],
    { root: fixtures, config: false, watch: false, include: ['vitest.fixture.ts'], reporters: [reporter] },
    { cacheDir },
  )
  const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()])
  await vitest.close()
  process.exitCode = exitCode
  return {
    output: output.join(''),
    tests: tests.map((test) => {
      const result = test.result()
      if (result.state === 'pending') throw new Error(`${test.fullName} did not run`)
      const note = result.state === 'skipped' ? result.note : result.errors?.[0]?.message
      return { title: test.fullName, state: result.state, text: note ?? '' }
    }),
  }
}

async function runJest(folder: string): Promise<FrameworkRun> {
  const outputFile = join(folder, 'results.json')
  const config = {
    rootDir: fixtures,
    cacheDirectory: folder,
    testMatch: ['**/jest.fixture.ts'],
    transform: { '\\.ts$': '<rootDir>/typescript-transform.cjs' },
  }
  const options = ['--config', JSON.stringify(config), '--json', '--outputFile', outputFile]
  const { stderr } = await runNode(resolve('jest/bin/jest'), ...options)
  const results: unknown = JSON.parse(await readFile(outputFile, 'utf8'))
  if (!isJestResults(results)) throw new Error(`jest did not run:\n${stderr}`)
  return {
    output: stderr,
    tests: results.testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .map(({ failureMessages, fullName, status }) => ({
        title: fullName,
        state: status === 'pending' ? 'skipped' : status,
        text: failureMessages.join('\n'),
      })),
  }
}

interface JestResults {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: 'passed' | 'failed' | 'pending'
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

function isJestResults(value: unknown): value is JestResults {
  return typeof value === 'object' && value !== null && 'testResults' in value
}

async function runMocha(folder: string): Promise<FrameworkRun> {
  const outputFile = join(folder, 'results.json')
  const options = ['--reporter', 'json', '--reporter-option', `output=${outputFile}`]
  const fixture = join(fixtures, 'mocha.fixture.ts')
  const { stderr, stdout } = await runNode('--import', 'tsx', resolve('mocha/bin/mocha.js'), ...options, fixture)
  const results: unknown = JSON.parse(await readFile(outputFile, 'utf8'))
  if (!isMochaResults(results)) throw new Error(`mocha did not run:\n${stderr}`)
  const { passes, pending, tests } = results
  const has = (list: readonly MochaTest[], { fullTitle }: MochaTest) => list.some((one) => one.fullTitle === fullTitle)
  return {
    output: stdout + stderr,
    tests: tests.map((test) => ({
      title: test.fullTitle,
      state: has(passes, test) ? 'passed' : has(pending, test) ? 'skipped' : 'failed',
      text: test.err.message ?? '',
    })),
  }
}

interface MochaTest {
  readonly fullTitle: string
  readonly err: { readonly message?: string }
}

interface MochaResults {
  readonly tests: readonly MochaTest[]
  readonly passes: readonly MochaTest[]
  readonly pending: readonly MochaTest[]
}

function isMochaResults(value: unknown): value is MochaResults {
  return typeof value === 'object' && value !== null && 'passes' in value && 'pending' in value && 'tests' in value
}

async function runNodeTest(): Promise<FrameworkRun> {
  const fixture = join(fixtures, 'node-test.fixture.ts')
  const { stdout } = await runNode('--import', 'tsx', '--test-reporter', 'tap', fixture)
  const tests: FrameworkTest[] = []

  function collect(parser: Parser, path: string): void {
    parser.on('child', (child: Parser) => {
      collect(child, `${path}${child.name} `)
    })
    parser.on('assert', ({ diag, name, ok, skip }: Result) => {
      const { error = '', type } = readDiagnostics(diag)
      // A group closes with a test point of its own.
      if (type === 'suite') return
      const state = typeof skip === 'string' ? 'skipped' : ok ? 'passed' : 'failed'
      tests.push({ title: path + name, state, text: typeof skip === 'string' ? skip : error })
    })
  }

  const parser = new Parser()
  collect(parser, '')
  parser.end(stdout)
  return { tests, output: stdout }
}

function readDiagnostics(diagnostics: unknown): { readonly error?: string; readonly type?: string } {
  return typeof diagnostics === 'object' && diagnostics !== null ? diagnostics : {}
}

async function runNode(...args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  // What this run was started by must not show through.
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined, NODE_OPTIONS: '', JEST_WORKER_ID: undefined }
  const child = spawn(process.execPath, args, { cwd: fixtures, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { stdout, stderr }
}

async function inFolder(run: (folder: string) => Promise<FrameworkRun>): Promise<FrameworkRun> {
  const folder = await mkdtemp(join(tmpdir(), 'corsac-frameworks-'))
  try {
    return await run(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
