// Proves that what would be published can be installed and imported, from every kind of project.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { packInto, publishedPackages, runOrExit } from './packages.mjs'

const folder = mkdtempSync(join(tmpdir(), 'corsac-packages-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const tarballs = packInto(folder)
for (const [name, tarball] of tarballs) {
  runOrExit('publint', ['run', tarball, '--strict'])
  // What node10 resolution cannot know are subpaths: no supported Node resolves so any more.
  runOrExit('attw', [tarball, '--profile', 'node16'])
  console.log(`${name}: publint and attw are clean (${basename(tarball)})`)
}

const entries = publishedPackages().flatMap(({ manifest }) =>
  Object.keys(manifest.exports)
    .filter((subpath) => subpath !== './package.json' && subpath !== './vitest')
    .map((subpath) => `${manifest.name}${subpath.slice(1)}`),
)
const project = join(folder, 'project')
mkdirSync(project)
writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
runOrExit('npm', ['install', '--no-audit', '--no-fund', 'express@5', ...tarballs.values()], { cwd: project })

const importAll = entries.map((entry, index) => `import * as m${index} from '${entry}'`).join('\n')
const names = entries.map((_, index) => `m${index}`).join(', ')
const prove = `for (const each of [${names}]) if (Object.keys(each).length === 0) throw new Error('An entry exports nothing')\n`
writeFileSync(join(project, 'esm.mjs'), `${importAll}\n${prove}`)
const requireAll = entries.map((entry, index) => `const m${index} = require('${entry}')`).join('\n')
writeFileSync(join(project, 'cjs.cjs'), `${requireAll}\n${prove}`)
writeFileSync(join(project, 'mixed.mjs'), mixedCopies())
writeFileSync(join(project, 'types.ts'), `${importAll}\nexport const all: readonly object[] = [${names}]\n`)
for (const script of ['esm.mjs', 'cjs.cjs', 'mixed.mjs']) {
  runOrExit(process.execPath, [script], { cwd: project })
  console.log(`${script}: every entry loads and works`)
}

const tsc = resolve('node_modules/.bin/tsc')
for (const [module, moduleResolution] of [
  ['nodenext', 'nodenext'],
  ['preserve', 'bundler'],
]) {
  const options = [
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    'false',
    '--target',
    'es2023',
    '--lib',
    'es2023,dom',
    '--types',
    'node',
  ]
  runOrExit(
    tsc,
    [
      ...options,
      '--module',
      module,
      '--moduleResolution',
      moduleResolution,
      '--typeRoots',
      resolve('node_modules/@types'),
      'types.ts',
    ],
    {
      cwd: project,
    },
  )
  console.log(`types.ts: compiles with ${moduleResolution} resolution`)
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
