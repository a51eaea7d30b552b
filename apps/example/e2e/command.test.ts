import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { listen, stop } from '../src/listen.ts'
import { PORT_SPAN } from '../src/start-example.ts'

const folder = fileURLToPath(new URL('..', import.meta.url))
const running = new Set<ChildProcess>()

afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

interface Command {
  readonly child: ChildProcess
  /** Waits for the address to open. */
  readonly open: () => Promise<string>
  readonly ended: Promise<Ended>
}

function run(...args: readonly string[]): Command {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...args], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  const ended = Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]).then(
    ([, stdout, stderr]): Ended => ({ code: child.exitCode, stdout, stderr }),
  )
  const open = async () => {
    while (child.exitCode === null) {
      const url = /Open (http:\S+)/.exec(output)?.[1]
      if (url !== undefined) return url
      await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
    }
    throw new Error((await ended).stderr)
  }
  return { child, open, ended }
}

/** Finds a port whose neighbours were free a moment ago. */
async function findFreePorts(): Promise<number> {
  for (let port = 20_000 + (process.pid % 20_000); ; port += PORT_SPAN + 1) {
    const servers = Array.from({ length: PORT_SPAN + 1 }, () => createServer())
    const attempts = await Promise.allSettled(servers.map((server, offset) => listen(server, port + offset)))
    await Promise.all(servers.map(stop))
    if (attempts.every(({ status }) => status === 'fulfilled')) return port
  }
}

async function isAnswering(url: string): Promise<boolean> {
  try {
    await fetch(url)
    return true
  } catch {
    return false
  }
}

describe('the command', () => {
  it('explains itself with --help', async () => {
    const { code, stdout } = await run('--help').ended
    expect(code).toBe(0)
    expect(stdout).toContain('--port <number>')
    expect(stdout).toContain('(default: 4180)')
  })

  it.each(['http', '-1', '65530', '4180x', ''])('refuses %j as a port and says what it may be', async (port) => {
    const { code, stderr } = await run('--port', port).ended
    expect(code).toBe(1)
    expect(stderr).toContain('Write a number from 0 (any free ports) to 65525.')
  })

  it('says which address to open and which servers there are, on the ports that it was given', async () => {
    const port = await findFreePorts()
    const { child, open, ended } = run('--port', String(port))
    expect(await open()).toBe(`http://127.0.0.1:${port}`)
    child.kill('SIGINT')
    const { stdout } = await ended
    for (const [binding, offset] of [
      ['@corsac/node', 1],
      ['@corsac/express', 2],
      ['@corsac/fetch', 3],
      ['@corsac/koa', 4],
      ['@corsac/fastify', 5],
      ['@corsac/hapi', 6],
      ['@corsac/hono', 7],
      ['@corsac/h3', 8],
      ['@corsac/elysia', 9],
      ['a stranger', PORT_SPAN],
    ] as const) {
      expect(stdout).toMatch(new RegExp(`${binding} +http://127.0.0.1:${port + offset}\\b`))
    }
  })

  it.each([0, 2, PORT_SPAN])(
    'names the port that is taken, what to do, and leaves nothing listening (+%i)',
    async (offset) => {
      const port = await findFreePorts()
      const other = createServer()
      await listen(other, port + offset)
      const { code, stdout, stderr } = await run('--port', String(port)).ended
      await stop(other)
      expect(code).toBe(1)
      expect(stderr).toContain(`Port ${port + offset} is taken`)
      expect(stderr).toContain('--port')
      expect(stderr).not.toContain('    at ')
      expect(stdout).toBe('')
      expect(await isAnswering(`http://127.0.0.1:${port}`)).toBe(false)
    },
  )

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'stops in order on %s, although a connection is kept open',
    async (signal) => {
      const { child, open, ended } = run('--port', '0')
      const url = await open()
      // The `fetch` of Node keeps its connection.
      await (await fetch(`${url}/servers`)).text()
      child.kill(signal)
      const { code, stderr } = await ended
      expect(code).toBe(0)
      expect(stderr).not.toContain('    at ')
      expect(await isAnswering(url)).toBe(false)
    },
  )
})
