import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { EXIT_CODES } from '../exit-code.ts'
import { runCorsac } from '../fixtures/run-corsac.ts'
import { serve, serveRaw } from '../fixtures/servers.ts'

const page = 'https://app.example'
const url = 'http://127.0.0.1:9/'
const har = fileURLToPath(new URL('../har/fixtures/chromium.har', import.meta.url))

describe('corsac explain', () => {
  it.each<[string, readonly string[], string]>([
    ['no URL', ['explain', '--origin', page], 'there is no URL to ask for'],
    ['no origin', ['explain', url], '--origin is missing: '],
    ['an origin with a path', ['explain', url, '--origin', `${page}/index.html`], `did you mean ${page}?`],
    [
      'a URL without a scheme',
      ['explain', 'api.example/data', '--origin', page],
      'did you mean https://api.example/data?',
    ],
    ['a header without a colon', ['explain', url, '--origin', page, '-H', 'accept'], '--header "accept" has no colon'],
    [
      'an unknown engine',
      ['explain', url, '--origin', page, '--engine', 'opera'],
      "argument 'opera' is invalid. Write chromium, firefox, webkit or standard.",
    ],
    [
      'an unknown mode',
      ['explain', url, '--origin', page, '--mode', 'navigate'],
      'Allowed choices are cors, no-cors, same-origin.',
    ],
    [
      'a timeout that is none',
      ['explain', url, '--origin', page, '--timeout', '1s'],
      'Write a whole number from 1 on.',
    ],
    ['an unknown option', ['explain', url, '--origins', page], "unknown option '--origins'"],
    ['an unknown command', ['explian'], "unknown command 'explian'"],
    [
      'a body that cannot be read',
      ['explain', url, '--origin', page, '-d', '@nowhere.json'],
      '--data "@nowhere.json" cannot be read: there is no such file',
    ],
    [
      'a HAR file that cannot be read',
      ['explain', '--har', 'nowhere.har'],
      '--har "nowhere.har" cannot be read: there is no such file',
    ],
    ['a folder for a HAR file', ['explain', '--har', 'src'], 'cannot be read: it is a folder'],
    [
      'what is no HAR file',
      ['explain', '--har', 'package.json'],
      '--har "package.json" is no HAR file: it is an object with the keys name, version, ',
    ],
    ['a URL beside a HAR file', ['explain', url, '--har', har], 'write --url'],
    ['an origin beside a HAR file', ['explain', '--har', har, '--origin', page], '--origin does not go with --har'],
    ['a selection without a HAR file', ['explain', url, '--origin', page, '--only', '1'], '--only is for --har'],
    ['a number that is not in the HAR file', ['explain', '--har', har, '--only', '99'], '--only 99: '],
    [
      'a URL that is not in the HAR file',
      ['explain', '--har', har, '--url', 'nowhere'],
      '--url "nowhere" is in none of the URLs',
    ],
  ])('names %s and the way out', async (_, args, message) => {
    const { code, stderr, stdout } = await runCorsac(args)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^error: /)
    expect(stderr).toContain(message)
    expect(stderr).not.toContain('    at ')
    expect(code).toBe(EXIT_CODES.usage.code)
  })

  it('writes colours only where somebody wants them', async () => {
    const server = await serve((_, response) => response.end())
    const args = ['explain', server, '--origin', page]
    const coloured = async (environment: Record<string, string>, ...more: readonly string[]): Promise<boolean> =>
      (await runCorsac([...args, ...more], environment)).stdout.includes('\x1B[')
    expect(await coloured({})).toBe(false)
    expect(await coloured({ FORCE_COLOR: '1' })).toBe(true)
    expect(await coloured({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false)
    expect(await coloured({ FORCE_COLOR: '1' }, '--no-color')).toBe(false)
  })

  it('wraps lines at the width that it is told, but no field that is to be pasted', async () => {
    const server = await serve((_, response) => {
      response.setHeader('content-security-policy', `default-src ${'https://cdn.example '.repeat(9)}`).end()
    })
    const { stdout } = await runCorsac(['explain', server, '--origin', page], { COLUMNS: '60' })
    const long = stdout.split('\n').filter((line) => line.length > 60)
    expect(long).toEqual(long.filter((line) => /^ {4}\S+$/.test(line)))
  })

  it('lets no control character of a server through', async () => {
    const server = await serveRaw((socket) => {
      socket.end(
        'HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: \x9B31m\r\nX-A\x7F: \x07\r\nX-B: \xE9\x85\r\n\r\n',
        'latin1',
      )
    })
    const { stdout } = await runCorsac(['explain', server, '--origin', page])
    expect(stdout.replaceAll(/[\n✕•‘’]/g, '')).toMatch(/^[\x20-\x7E]*$/)
  })

  it('bears with a reader that closes the pipe', async () => {
    const server = await serve((_, response) => response.setHeader('x-long', 'x'.repeat(15_000)).end())
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'src/main.ts', 'explain', server, '--origin', page, '--json'],
      {
        cwd: fileURLToPath(new URL('../..', import.meta.url)),
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    child.stdout.destroy()
    const [errors] = await Promise.all([text(child.stderr), once(child, 'close')])
    expect(errors).toBe('')
    expect(child.exitCode).toBe(EXIT_CODES.blocked.code)
  })

  it('helps', async () => {
    const { code, stdout } = await runCorsac(['explain', '--help'])
    for (const exit of Object.values(EXIT_CODES)) expect(stdout).toContain(`${exit.code}  ${exit.meaning}`)
    expect(stdout).toContain('-X, --request <method>')
    expect(code).toBe(0)
    expect((await runCorsac(['--help'])).stdout).toContain('explain')
  })

  it('tells its version, and helps where it is told nothing', async () => {
    const manifest: { version: string } = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    )
    expect((await runCorsac(['--version'])).stdout).toBe(`${manifest.version}\n`)
    const { code, stderr } = await runCorsac([])
    expect(stderr).toContain('Usage: corsac')
    expect(code).toBe(EXIT_CODES.usage.code)
  })
})
