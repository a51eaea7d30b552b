import { readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { CONFORMANCE_EXIT_CODES } from './conformance/conformance-exit-code.ts'
import { EXIT_CODES } from './exit-code.ts'
import { runCorsac } from './fixtures/run-corsac.ts'
import { serve } from './fixtures/servers.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

/** The commands that the page shows, each with what it prints. */
const transcripts = [...readme.matchAll(/```console\n\$ corsac (.*)\n([^]*?)```/g)].map(
  ([, command = '', output = '']) => ({
    args: [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
    output,
  }),
)

/** The server that stands for https://api.example. */
const listener: RequestListener = (request, response) => {
  response.sendDate = false
  response.removeHeader('connection')
  if (request.url === '/list') {
    response.writeHead(200, {
      'access-control-allow-origin': '*',
      'content-type': 'application/json',
      'x-total-count': '3',
    })
  } else {
    const headers = {
      'access-control-allow-origin': 'https://app.example',
      'access-control-allow-methods': 'GET, POST',
    }
    response.writeHead(204, { ...headers, vary: 'Origin' })
  }
  response.end()
}

/** What is the same however long the name of the server is and however the connection ends. */
function normalize(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s+(?:Connection|Content-Length|Keep-Alive|Transfer-Encoding): /i.test(line))
    .join(' ')
    .replaceAll(/and \d+ that no page/g, 'and some that no page')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

describe('README.md', () => {
  it('shows commands', () => {
    expect(transcripts).toHaveLength(3)
  })

  it.each(transcripts)('shows what corsac $args prints', async ({ args, output }) => {
    const origin = await serve(listener)
    const recorded = fileURLToPath(new URL('har/fixtures/chromium.har', import.meta.url))
    const { stdout } = await runCorsac(
      args.map((arg) => arg.replace('https://api.example', origin).replace('recorded.har', recorded)),
    )
    const shown = stdout.replaceAll(origin, 'https://api.example').replaceAll(recorded, 'recorded.har')
    expect(normalize(shown)).toBe(normalize(output))
  })

  it('lists every exit code', () => {
    for (const { code, meaning } of [...Object.values(EXIT_CODES), ...Object.values(CONFORMANCE_EXIT_CODES)]) {
      expect(readme).toMatch(new RegExp(`^\\| ${code} +\\| ${meaning} +\\|$`, 'm'))
    }
  })

  it.each(['explain', 'conformance'])('lists every option of %s', async (command) => {
    const { stdout } = await runCorsac([command, '--help'])
    const options = [...stdout.matchAll(/^ {2}((?:-\w, )?--[a-z-]+(?: <\w+>)?)/gm)].map(([, option = '']) => option)
    expect(options.length).toBeGreaterThan(15)
    for (const option of options.filter((one) => !/--(?:help|version)$/.test(one))) {
      expect(readme).toMatch(new RegExp(`^\\| \`${option}\` +\\|`, 'm'))
    }
  })
})
