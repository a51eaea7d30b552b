import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serve } from './fixtures/server.ts'

const folder = resolve(import.meta.dirname, '..')
const readme = readFileSync(resolve(folder, 'README.md'), 'utf8')
const vitest = resolve(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')

/** Starts the API that the examples ask, with these fields on every response. */
function serveProfile(fields: Record<string, string>): Promise<string> {
  return serve((_, response) => response.writeHead(200, { 'x-revision': '7', ...fields }).end('{"name":"Ada"}'))
}

/** Runs a test runner on an example, and resolves to what it says, as if the API were where the README has it. */
function run(
  api: string,
  ...parameters: readonly string[]
): Promise<{ readonly passed: boolean; readonly output: string }> {
  const env = { PATH: process.env['PATH'], NO_COLOR: '1', API_URL: api }
  return new Promise((resolve) => {
    execFile(process.execPath, parameters, { cwd: folder, env }, (error, stdout, stderr) => {
      resolve({ passed: error === null, output: (stdout + stderr).replaceAll(api, 'http://127.0.0.1:3000') })
    })
  })
}

function runVitest(api: string, file: string): ReturnType<typeof run> {
  return run(api, vitest, 'run', '--root', 'examples/vitest', file)
}

function runNodeTest(api: string): ReturnType<typeof run> {
  return run(api, '--import', 'tsx', '--test', '--test-reporter', 'spec', 'examples/node-test/front-end.test.mjs')
}

function withoutEllipsis(line: string): string {
  return line.replace(/…$/, '')
}

const shared = { 'access-control-allow-origin': 'https://app.example' }
const exposed = { ...shared, 'access-control-expose-headers': 'X-Revision' }

describe('the examples of a fetch for tests', () => {
  it.each(['vitest/front-end.test.ts', 'vitest/strangers.test.ts', 'node-test/front-end.test.mjs'])(
    'are in the README word for word: %s',
    (file) => {
      expect(readme).toContain(`\n${readFileSync(resolve(folder, 'examples', file), 'utf8')}\`\`\`\n`)
    },
  )

  it('pass where the API exposes the header, and keeps strangers out', async () => {
    const api = await serveProfile(exposed)
    const results = await Promise.all([
      runVitest(api, 'front-end'),
      runNodeTest(api),
      runVitest(await serveProfile({}), 'strangers'),
    ])
    for (const { output, passed } of results) expect(passed, output).toBe(true)
  })

  it('fail where the API forgets to expose the header', async () => {
    const api = await serveProfile(shared)
    const [inVitest, inNodeTest] = await Promise.all([runVitest(api, 'front-end'), runNodeTest(api)])
    expect(inVitest.passed).toBe(false)
    expect(inVitest.output).toContain("AssertionError: expected null to be '7' // Object.is equality")
    expect(inNodeTest.passed).toBe(false)
    expect(inNodeTest.output).toContain("null !== '7'")
  })

  it('say why where the API shares nothing, as the README shows it', async () => {
    const api = await serveProfile({})
    const [inVitest, inNodeTest] = await Promise.all([runVitest(api, 'front-end'), runNodeTest(api)])
    const [, block = ''] = /```text\n(TypeError: Failed to fetch .+?)```/s.exec(readme) ?? []
    const lines = block.split('\n').filter((line) => line !== '')
    expect(lines.length).toBeGreaterThan(8)
    for (const line of lines) expect(inVitest.output).toContain(`\n${withoutEllipsis(line)}`)
    // Of the stack, each runner shows what it likes.
    for (const line of lines.filter((line) => !line.startsWith(' ❯'))) {
      expect(inNodeTest.output).toContain(withoutEllipsis(line).replace(/^(?:TypeError: |Caused by: | +)/, ''))
    }
  })
})
