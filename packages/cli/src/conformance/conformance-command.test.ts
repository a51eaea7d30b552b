import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { reportFormats } from '@corsac/test-kit/reports'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CorsacRun, runCorsac } from '../fixtures/run-corsac.ts'
import { serve } from '../fixtures/servers.ts'
import { CONFORMANCE_EXIT_CODES } from './conformance-exit-code.ts'

const packageFolder = fileURLToPath(new URL('../..', import.meta.url))
const server = fileURLToPath(new URL('../fixtures/conformance-server.mjs', import.meta.url))
const blocked = 'cors-requests/unlisted-origin-blocked'
const only = ['--only', 'cors-requests/listed-origins-readable', '--only', blocked]

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'corsac-conformance-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

function serverThat(behaviour: string): string {
  return `'${process.execPath}' '${server}' ${behaviour}`
}

function examine(behaviour: string, ...args: readonly string[]): Promise<CorsacRun> {
  return runCorsac(['conformance', '--command', serverThat(behaviour), ...only, ...args])
}

function write(name: string, value: unknown): string {
  const file = join(folder, name)
  writeFileSync(file, JSON.stringify(value))
  return file
}

/** A server that shares with one origin. */
const sharing: RequestListener = (_request, response) =>
  response.writeHead(200, { 'access-control-allow-origin': 'https://a.example' }).end('{}')

describe('corsac conformance', () => {
  it('finds nothing wrong with a server that is right', async () => {
    const { code, stderr, stdout } = await examine('shares')
    expect(stderr).toBe('')
    expect(stdout).toContain('2: ✓ 2 passed\nEverything that must hold does, as far as it was examined.\n')
    expect(code).toBe(CONFORMANCE_EXIT_CODES.conformant.code)
  })

  it('shows what a server does wrong, and how to mend it', async () => {
    const { code, stdout } = await examine('reflects')
    expect(stdout).toContain(`✕ ${blocked} (must): `)
    expect(stdout).toContain('access-control-allow-origin: https://')
    expect(stdout).toContain('to mend: Do not share this response with https://')
    expect(code).toBe(CONFORMANCE_EXIT_CODES.failed.code)
  })

  it('tells a server that is broken, with its last words', async () => {
    const { code, stdout } = await examine('breaks')
    expect(stdout).toContain('ended with status 1 before it answered; it wrote last:\n')
    expect(stdout).toContain('| no module named app\n')
    expect(code).toBe(CONFORMANCE_EXIT_CODES['broken-server'].code)
  })

  it('does not pass a server that declines everything', async () => {
    const { code, stdout } = await examine('declines')
    expect(stdout).toContain('– 2 not applicable: It has no words for policies.\n')
    expect(stdout).toContain('Nothing was examined')
    expect(code).toBe(CONFORMANCE_EXIT_CODES['broken-server'].code)
  })

  it('reads what to examine from a manifest', async () => {
    const subject = write('subject.json', { name: 'one', version: '1.2.3', command: serverThat('shares') })
    const { code, stdout } = await runCorsac(['conformance', '--subject', subject, ...only])
    expect(stdout).toContain('CORS conformance of one 1.2.3\n')
    expect(code).toBe(0)
  })

  it('examines a server that runs, as the policy that it claims says, on the paths that are named', async () => {
    const asked = new Set<string>()
    const url = await serve((request, response) => {
      asked.add(`${request.url}`)
      sharing(request, response)
    })
    const policy = write('policy.json', { allowOrigins: ['https://a.example'] })
    const { code, stdout } = await runCorsac([
      'conformance',
      '--url',
      `${url}/items?all`,
      '--policy',
      policy,
      '--path',
      '/other',
      '--kind',
      'must',
    ])
    expect(stdout).toContain('Everything that must hold does')
    expect(code).toBe(0)
    expect(asked).toContain('/items?all')
    expect(asked).toContain('/other')
    expect([...asked].filter((path) => !/^\/(?:items|other)/.test(path))).toEqual([])

    const wrong = write('wrong.json', { allowOrigins: ['https://b.example'] })
    const failed = await runCorsac(['conformance', '--url', url, '--policy', wrong])
    expect(failed.stdout).toContain('expected readable, got blocked (origin-mismatch)')
    expect(failed.code).toBe(1)
  })

  it('lists cases, and asks nobody', async () => {
    const { code, stdout } = await runCorsac(['conformance', '--list', ...only])
    expect(stdout.split('\n').map((line) => line.split(/ {2,}/).slice(0, 2))).toEqual([
      ['must', 'cors-requests/listed-origins-readable'],
      ['must', blocked],
      [''],
    ])
    expect(code).toBe(0)
  })

  it('lists the cases that follow from a policy', async () => {
    const policy = write('policy.json', { allowOrigins: ['https://a.example'] })
    const { stdout } = await runCorsac(['conformance', '--list', '--url', 'https://api.example/v1', '--policy', policy])
    expect(stdout).toMatch(/^must +declared-origins\/\S+@\/v1 /m)
  })

  it('names every format of a report in its help', async () => {
    const { stdout } = await runCorsac(['conformance', '--help'])
    for (const format of reportFormats) expect(stdout).toContain(`"${format}"`)
  })

  it('writes the report in another format', async () => {
    const { code, stdout } = await examine('reflects', '--reporter', 'tap')
    expect(stdout).toMatch(/^TAP version 14\n1\.\.2\n/)
    expect(code).toBe(1)
  })

  it('writes the report to files, and says what it comes to', async () => {
    const [page, json] = [join(folder, 'report.html'), join(folder, 'report.json')]
    const { stdout } = await examine('reflects', '--reporter', 'html', '--output', page, '--json', json)
    expect(stdout).toBe(`1 case failed.\nThe report is in ${page}.\n`)
    expect(readFileSync(page, 'utf8')).toContain('<!doctype html>')
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ tool: '@corsac/test-kit' })
  })

  it('is as strict as it is asked to be', async () => {
    const should = ['--only', 'http-caches/any-origin-not-varying']
    const args = ['conformance', '--command', serverThat('shares'), ...should]
    expect((await runCorsac(args)).code).toBe(0)
    expect((await runCorsac([...args, '--strict'])).code).toBe(1)
  })

  it.each<[readonly string[], string]>([
    [[], 'which server? Name it with --command, --subject or --url'],
    [['--command', 'true', '--hostile'], '--hostile is for --url, a server that runs already'],
    [['--command', 'true', '--kind', 'may'], 'Write must, should or observe.'],
    [['--command', 'true', '--reporter', 'xml'], 'Allowed choices are terminal, json'],
    [['--command', 'true', '--timeout', '0'], 'Write a whole number from 1 on.'],
    [['--command', 'true', '--output', '/no/such/folder/report'], '--output: /no/such/folder/report cannot be written'],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, stderr, stdout } = await runCorsac(['conformance', ...args])
    expect(stderr).toContain(message)
    expect(stdout).toBe('')
    expect(code).toBe(CONFORMANCE_EXIT_CODES.usage.code)
  })

  it('stops with Ctrl-C, and the server with it', async () => {
    const file = join(folder, 'pid')
    const command = `echo $$ > '${file}' && exec ${serverThat('shares')}`
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', 'conformance', '--command', command], {
      cwd: packageFolder,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const closed = once(child, 'close')
    const errors = text(child.stderr)
    while (readPid(file) === null) await delay(20)
    child.kill('SIGINT')
    await closed
    expect(await errors).toMatch(/^Stopped after \d+ of \d+ cases\./)
    expect(child.exitCode).toBe(CONFORMANCE_EXIT_CODES.interrupted.code)
    expect(isThere(readPid(file) ?? 0)).toBe(false)
  })
})

function readPid(file: string): number | null {
  try {
    return Number(readFileSync(file, 'utf8')) || null
  } catch {
    return null
  }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
