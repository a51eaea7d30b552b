// Proves that what would be published can be installed and imported, from every kind of project.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { proveHooks } from '../packages/test-kit/scripts/prove-hooks.mjs'
import { packInto, publishedPackages, runOrExit } from './packages.mjs'

let passed = 0

function pass(what) {
  passed += 1
  console.log(what)
}

const folder = mkdtempSync(join(tmpdir(), 'corsac-packages-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const tarballs = packInto(folder)
for (const [name, tarball] of tarballs) {
  runOrExit('publint', ['run', tarball, '--strict'])
  // What node10 resolution cannot know are subpaths: no supported Node resolves so any more.
  runOrExit('attw', [tarball, '--profile', 'node16'])
  pass(`${name}: publint and attw are clean (${basename(tarball)})`)
}

const entries = publishedPackages().flatMap(({ manifest }) =>
  Object.keys(manifest.exports)
    // Hooks import their test framework, which these projects do not have.
    .filter((subpath) => !/\.json$|^\.\/(?:vitest|jest|mocha)$/.test(subpath))
    .map((subpath) => `${manifest.name}${subpath.slice(1)}`),
)
const project = join(folder, 'project')
mkdirSync(project)
writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
const surroundings = [
  ...['express@5', '@types/express@5', '@types/node@20', 'koa@3', '@types/koa@3', 'fastify@5', '@hapi/hapi@21'],
  ...['hono@4', 'h3@2', 'elysia@1'],
]
runOrExit('npm', ['install', '--no-audit', '--no-fund', ...surroundings, ...tarballs.values()], { cwd: project })

const importAll = entries.map((entry, index) => `import * as m${index} from '${entry}'`).join('\n')
const names = entries.map((_, index) => `m${index}`).join(', ')
const prove = `for (const each of [${names}]) if (Object.keys(each).length === 0) throw new Error('An entry exports nothing')\n`
writeFileSync(join(project, 'esm.mjs'), `${importAll}\n${prove}`)
const requireAll = entries.map((entry, index) => `const m${index} = require('${entry}')`).join('\n')
writeFileSync(join(project, 'cjs.cjs'), `${requireAll}\n${prove}`)
writeFileSync(join(project, 'mixed.mjs'), mixedCopies())
for (const file of ['types.mts', 'types.cts']) {
  writeFileSync(join(project, file), `${importAll}\nexport const all: readonly object[] = [${names}]\n`)
}
for (const script of ['esm.mjs', 'cjs.cjs', 'mixed.mjs']) {
  runOrExit(process.execPath, [script], { cwd: project })
  pass(`${script}: every entry loads and works`)
}

const tsc = resolve('node_modules/.bin/tsc')
const options = ['--noEmit', '--strict', '--target', 'es2023', '--lib', 'es2023,dom', '--types', 'node']
for (const [module, resolution, file] of [
  ['nodenext', 'nodenext', 'types.mts'],
  ['nodenext', 'nodenext', 'types.cts'],
  ['preserve', 'bundler', 'types.mts'],
]) {
  compileOrExit([...options, '--module', module, '--moduleResolution', resolution, file])
  pass(`${file}: compiles with ${resolution} resolution`)
}

runOrExit('pnpm', ['run', 'check:sizes', '--silent'])
pass('sizes: every entry is within its budget')

proveHooks({
  folder,
  pass,
  tarballs: ['@corsac/test-kit', '@corsac/user-agent'].map((name) => tarballs.get(name)),
})
await proveReadme()
// A check that fails ends the script.
console.log(`\n${passed} passed, 0 failed`)

/** The server that the README opens with gives, installed from the packages, the answers that the README shows. */
async function proveReadme() {
  const readme = readFileSync('README.md', 'utf8')
  const [, server] = /```js\n(.*?)```/s.exec(readme)
  const port = 20_000 + (process.pid % 10_000)
  writeFileSync(join(project, 'server.mjs'), server.replace('.listen(3000)', `.listen(${port})`))
  const [, mistake, message] = /With `(cors\(.*?\))`:\n\n```\n(.*?)```/s.exec(readme)
  writeFileSync(
    join(project, 'mistake.mjs'),
    `import { cors } from '@corsac/node'\ntry { ${mistake} } catch (error) { console.log(String(error)) }\n`,
  )
  assert.equal(runOrExit(process.execPath, ['mistake.mjs'], { cwd: project }), message)
  pass('README: the error is as shown')
  const child = spawn(process.execPath, ['server.mjs'], { cwd: project, stdio: 'inherit' })
  try {
    const [, transcript] = /```console\n(.*?)```/s.exec(readme)
    for (const [, origin, answer] of transcript.matchAll(/-H 'Origin: (.*?)'.*?\n((?:[^$].*\n)+)/g)) {
      assert.equal(await ask(port, origin), answer)
      pass(`README: the answer to ${origin} is as shown`)
    }
  } finally {
    child.kill()
  }
}

/** Asks as the README's `curl | grep` does, until the server is there to answer. */
async function ask(port, origin, attempts = 100) {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
  } catch (error) {
    if (attempts === 0) throw error
    await new Promise((settle) => setTimeout(settle, 50))
    return ask(port, origin, attempts - 1)
  }
  socket.write(`GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nOrigin: ${origin}\r\n\r\n`)
  const lines = (await text(socket)).split('\r\n')
  return lines
    .filter((line) => /^(?:HTTP|access|vary)/i.test(line))
    .map((line) => `${line}\n`)
    .join('')
}

/** Compiles without sparing the declarations of packages; what is wrong in those of others is theirs to mend. */
function compileOrExit(args) {
  const { status, stdout } = spawnSync(tsc, args, { cwd: project, encoding: 'utf8', maxBuffer: 2 ** 26 })
  const [own, others] = [[], []]
  for (const line of stdout.split('\n').filter((line) => /(?:^|: )error TS/.test(line)))
    (/^node_modules\/(?!@corsac\/)/.test(line) ? others : own).push(line)
  if (others.length > 0) console.log(`  (left aside: ${others.length} errors in the declarations of others)`)
  if (own.length === 0 && (status === 0 || others.length > 0)) return
  console.error(stdout)
  process.exit(1)
}

/** The ESM and the CommonJS copy of core accept each other's policies and errors. */
function mixedCopies() {
  return `
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import * as esm from '@corsac/core'
const cjs = createRequire(import.meta.url)('@corsac/core')
assert.notEqual(esm.definePolicy, cjs.definePolicy)
const head = { method: 'GET', origin: 'https://a.example', accessControlRequestMethod: null, accessControlRequestHeaders: null }
for (const [one, other] of [[esm, cjs], [cjs, esm]]) {
  const policy = one.definePolicy({ allowOrigins: ['https://a.example', 'https://b.example'] })
  assert.ok(other.isCorsPolicy(policy))
  assert.deepEqual(other.decide(policy, head), one.decide(policy, head))
  try {
    one.definePolicy({ allowOrigins: [] })
    assert.fail('An empty list was accepted')
  } catch (error) {
    assert.ok(other.isCorsConfigError(error))
  }
}
`
}
