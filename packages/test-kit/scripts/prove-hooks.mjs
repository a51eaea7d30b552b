// Proves that the hooks work as they are packed: in throw-away projects, with the newest and the oldest release of every
// test framework that the package promises to work with, as ES modules and as CommonJS.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packageFolder = fileURLToPath(new URL('..', import.meta.url))
const { resolve } = createRequire(import.meta.url)

/** The releases that every project has, by the name of the project. */
const projects = [
  ['newest', ['vitest@5', 'jest@30', '@jest/globals@30', 'mocha@12', '@types/mocha@10', '@types/node@22']],
  [
    'oldest',
    ['vitest@3.0.0', 'jest@29.0.0', '@jest/globals@29.0.0', 'mocha@10.0.0', '@types/mocha@10', '@types/node@22'],
  ],
]

/** How each framework is started on the tests that are written for it. */
const runs = [
  ['vitest', 'mjs', (file) => ['vitest/vitest.mjs', 'run', '--root', '.', '--reporter', 'tap', file]],
  ['jest', 'cjs', (file) => ['jest/bin/jest.js', '--config', jestConfig('cjs'), '--runTestsByPath', file]],
  ['jest', 'mjs', (file) => ['jest/bin/jest.js', '--config', jestConfig('mjs'), '--runTestsByPath', file]],
  ['mocha', 'cjs', (file) => ['mocha/bin/mocha.js', file]],
  ['mocha', 'mjs', (file) => ['mocha/bin/mocha.js', file]],
  ['node-test', 'cjs', (file) => ['--test', file]],
  ['node-test', 'mjs', (file) => ['--test', file]],
]

/**
 * Installs the packed packages and the frameworks, lets each of them examine a server that is right, one that is wrong and
 * one that lacks something, and compiles the types.
 *
 * @param folder - an empty place for the projects
 * @param tarballs - the packed packages that are installed; those of this one and of `@corsac/user-agent` at least
 * @param pass - called with a sentence for everything that was proven
 * @throws {Error} if something does not work
 */
export function proveHooks({ folder, pass, tarballs }) {
  for (const [name, releases] of projects) {
    const project = join(folder, `hooks-${name}`)
    mkdirSync(project, { recursive: true })
    writeProject(project)
    run('npm', ['install', '--no-audit', '--no-fund', ...releases, ...tarballs], project)
    for (const [framework, extension, command] of runs) {
      for (const [subject, examine] of Object.entries(examinations)) {
        const file = `${framework}.${subject}.test.${extension}`
        const [first, ...rest] = command(file)
        const script = first.startsWith('--') ? first : join('node_modules', first)
        const flags = framework === 'jest' && extension === 'mjs' ? ['--experimental-vm-modules'] : []
        const { output, status } = runNode([...flags, script, ...rest], project)
        examine({ output, status, ...takeReport(project, output) }, `${name}, ${file}`)
      }
      pass(
        `${framework} (${name}), ${extension === 'mjs' ? 'ES modules' : 'CommonJS'}: the hook passes, fails and skips`,
      )
    }
    for (const [file, ...options] of typeChecks) {
      run(process.execPath, [resolve('typescript/bin/tsc'), ...typeOptions, ...options, file], project)
    }
    pass(`the types of the hooks compile with the ${name} frameworks`)
  }
}

/** What has to come of each examination: the exit status, the output, and the numbers of the report. */
const examinations = {
  right({ output, passed, status }, what) {
    assert.equal(status, 0, `${what} does not pass:\n${output}`)
    assert.ok(passed > 10, `${what} reports ${passed} passed:\n${output}`)
  },
  wrong({ output, passed, status }, what) {
    assert.notEqual(status, 0, `${what} does not fail:\n${output}`)
    assert.match(output, /cors-requests\/unlisted-origin-blocked/, `${what} does not say what failed:\n${output}`)
    assert.match(output, /to mend: Do not share this response/, `${what} does not say how to mend it:\n${output}`)
    assert.ok(passed > 0 && passed < 15, `${what} reports ${passed} passed:\n${output}`)
  },
  lacking({ output, passed, skipped, status }, what) {
    assert.equal(status, 0, `${what} does not pass:\n${output}`)
    assert.ok(passed > 10 && skipped === 3, `${what} reports ${passed} passed, ${skipped} skipped:\n${output}`)
    assert.match(output, /It switches nothing|SKIP|3 skipped/, `${what} does not say what is skipped:\n${output}`)
  },
}

/** Reads the report that the hook has handed over at its end, and removes it. */
function takeReport(project, output) {
  const file = join(project, 'report.json')
  assert.ok(existsSync(file), `the hook has reported nothing:\n${output}`)
  const { results } = JSON.parse(readFileSync(file, 'utf8'))
  rmSync(file)
  const count = (wanted) => results.filter(({ verdict }) => verdict === wanted).length
  return { passed: count('pass'), skipped: count('not-applicable') }
}

/** The subjects, and for each framework and each of them a test. */
function writeProject(project) {
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true }))
  writeFileSync(join(project, 'subjects.cjs'), SUBJECTS)
  for (const [framework, extension] of runs) {
    for (const subject of Object.keys(examinations)) {
      const load = extension === 'mjs' ? asModule : asCommonJs
      const source = [
        load('{ describeConformance }', `@corsac/test-kit/${framework}`),
        load('{ conformanceSuites }', '@corsac/test-kit'),
        load(extension === 'mjs' ? 'subjects' : '* as subjects', './subjects.cjs'),
        `const suites = conformanceSuites.filter(({ id }) => subjects.suitesOf.${subject}.includes(id))`,
        `describeConformance(subjects.${subject}, { suites, onReport: subjects.report })`,
        '',
      ].join('\n')
      writeFileSync(join(project, `${framework}.${subject}.test.${extension}`), source)
    }
  }
  const imports = ['vitest', 'jest', 'mocha', 'node-test'].map(
    (name, index) => `import { describeConformance as d${index} } from '@corsac/test-kit/${name}'`,
  )
  const use = [
    "import type { ConformanceSubject } from '@corsac/test-kit'",
    'declare const subject: ConformanceSubject',
    'for (const describe of [d0, d1, d2, d3]) describe(subject, { strict: true, onReport: ({ results }) => void results })',
    '',
  ]
  for (const file of ['types.mts', 'types.cts']) writeFileSync(join(project, file), [...imports, ...use].join('\n'))
}

function asModule(names, specifier) {
  return `import ${names} from '${specifier}'`
}

function asCommonJs(names, specifier) {
  return `const ${names.replace('* as ', '')} = require('${specifier}')`
}

/** A server by hand: one that is right, one that shares with whoever asks, and one that lacks something. */
const SUBJECTS = `
const { writeFileSync } = require('node:fs')
const { createServer } = require('node:http')
const { join } = require('node:path')
const { examEndpoints, listen } = require('@corsac/test-kit')

function start(assignment, isAllowed) {
  return listen(createServer(({ headers: { origin }, method, url }, response) => {
    response.setHeader('vary', 'Origin')
    if (origin !== undefined && isAllowed(assignment, origin)) response.setHeader('access-control-allow-origin', origin)
    const endpoint = examEndpoints.find(({ path }) => path === url.split('?')[0])
    for (const [name, value] of endpoint.headers) response.setHeader(name, value)
    response.writeHead(endpoint.status).end(method === 'HEAD' ? '' : endpoint.body.join(''))
  }))
}

const isListed = ({ allowOrigins }, origin) => allowOrigins.includes(origin) || origin.startsWith('http://127.0.0.1:')

exports.right = { name: 'right', start: (assignment) => start(assignment, isListed) }
exports.wrong = { name: 'wrong', start: (assignment) => start(assignment, () => true) }
exports.lacking = { ...exports.right, name: 'lacking', lacks: { upgrade: 'It switches nothing.' } }
exports.suitesOf = { right: ['cors-requests'], wrong: ['cors-requests'], lacking: ['cors-requests', 'upgrades'] }
exports.report = (report) => writeFileSync(join(__dirname, 'report.json'), JSON.stringify(report))
`

function jestConfig(extension) {
  const config = { testEnvironment: 'node', testMatch: [`**/*.test.${extension}`], transform: {} }
  return JSON.stringify(
    extension === 'mjs' ? { ...config, moduleFileExtensions: ['mjs', 'js', 'cjs', 'json'] } : config,
  )
}

const typeOptions = [
  '--noEmit',
  '--strict',
  '--skipLibCheck',
  '--target',
  'es2023',
  '--lib',
  'es2023',
  '--types',
  'node',
]
const typeChecks = [
  ['types.mts', '--module', 'nodenext', '--moduleResolution', 'nodenext'],
  ['types.mts', '--module', 'preserve', '--moduleResolution', 'bundler'],
  ['types.cts', '--module', 'nodenext', '--moduleResolution', 'nodenext'],
]

/** Runs Node, whatever comes of it. */
function runNode(args, cwd) {
  // What this run was started by must not show through.
  const env = { ...process.env, CI: '1', NODE_OPTIONS: '', NODE_TEST_CONTEXT: undefined, VITEST: undefined }
  const { error, status, stderr, stdout } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', env })
  if (error !== undefined) throw error
  return { status, output: `${stdout}${stderr}` }
}

function run(command, args, cwd) {
  const { error, status, stderr, stdout } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (status === 0) return stdout
  throw new Error(`${command} ${args.join(' ')} failed in ${cwd}:\n${error?.message ?? `${stdout}${stderr}`}`)
}

/** By itself it packs what it needs, which has to be built. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = mkdtempSync(join(tmpdir(), 'corsac-hooks-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const tarballs = [packageFolder, join(packageFolder, '../user-agent')].map((each) => {
    const packed = JSON.parse(run('npx', ['-y', 'pnpm@10.34.9', 'pack', '--json', '--pack-destination', folder], each))
    return [packed].flat()[0].filename
  })
  proveHooks({ folder, tarballs, pass: (what) => console.log(what) })
}
