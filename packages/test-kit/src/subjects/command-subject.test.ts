import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createSocketTransport } from '@corsac/user-agent/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CommandSubjectOptions, createCommandSubject } from './command-subject.ts'
import type { ConformanceCase } from '../cases/conformance-case.ts'
import { completeAssignment } from '../exam/exam-policy.ts'
import { examine } from '../running/examine.ts'
import { NotApplicableError } from './not-applicable-error.ts'
import type { RunningSubject } from './subject.ts'

const fixtures = fileURLToPath(new URL('command-fixtures/', import.meta.url))
const transport = createSocketTransport()
const assignment = completeAssignment({ allowOrigins: ['https://a.example'] })

let folder: string

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'corsac-command-')))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

function fixture(behaviour: string, file = ''): string {
  return `'${process.execPath}' '${fixtures}server.mjs' ${behaviour} '${file}'`
}

function start(command: string, rest: Partial<CommandSubjectOptions> = {}): Promise<RunningSubject> {
  return createCommandSubject({ name: 'command', command, ...rest }).start(assignment)
}

function ask({ url }: RunningSubject): Promise<{ body?: string }> {
  return transport({ method: 'GET', url: `${url}/data`, headers: [] })
}

/** Waits until a process is gone. */
async function untilGone(pid: number): Promise<void> {
  while (isThere(pid)) await delay(20)
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('createCommandSubject', () => {
  it('starts the command with a port, the whole policy, and the environment that is asked for', async () => {
    const running = await start(fixture('answers'), { cwd: folder, env: { GREETING: 'hello' } })
    const { body = '' } = await ask(running)
    const told = JSON.parse(body)
    expect(JSON.parse(told.CORSAC_POLICY)).toEqual(assignment)
    expect(told).toMatchObject({ GREETING: 'hello', cwd: folder })
    await running.close()
  })

  it('has the shell read the command', async () => {
    const running = await start(`cd '${folder}' && GREETING="to \${PORT:+a port}" ${fixture('answers')}`)
    const { body = '' } = await ask(running)
    expect(JSON.parse(body)).toMatchObject({ GREETING: 'to a port', cwd: folder })
    await running.close()
  })

  it('has a name, a version and what it lacks', () => {
    const lacks = { timing: 'It is no clock.' }
    expect(createCommandSubject({ name: 'one', version: '1.2.3', command: 'true', lacks })).toMatchObject({
      name: 'one',
      version: '1.2.3',
      lacks,
    })
    expect(Object.keys(createCommandSubject({ name: 'one', command: 'true' }))).toEqual(['name', 'start'])
  })

  it('lets the server end in order, and frees the port', async () => {
    const file = join(folder, 'polite')
    const running = await start(fixture('polite', file))
    await running.close()
    expect(await readFile(file, 'utf8')).toBe('ended in order')
    await expect(ask(running)).rejects.toThrow('ECONNREFUSED')
  })

  it('ends what does not want to end, and what the command has started', async () => {
    const file = join(folder, 'stubborn')
    const running = await start(fixture('parent', file))
    const pid = Number(await readFile(file, 'utf8'))
    await running.close()
    await untilGone(pid)
    await expect(ask(running)).rejects.toThrow('ECONNREFUSED')
  })

  it('shows what a command has written that ends too early', async () => {
    const starting = start(fixture('breaks'))
    await expect(starting).rejects.toThrow(
      / ended with status 1 before it answered; it wrote last:\n {2}\| Traceback:\n/,
    )
    await expect(starting).rejects.toThrow('  | no module named app')
  })

  it('says what is wrong with a command that cannot be run', async () => {
    await expect(start('no-such-command')).rejects.toThrow(/`no-such-command` ended with status 127.*not found/s)
    await expect(start('true')).rejects.toThrow('`true` ended with status 0 before it answered, and wrote nothing')
    await expect(start('kill -9 $$')).rejects.toThrow('was ended by SIGKILL before it answered')
    await expect(start('true', { cwd: '/no/such/folder' })).rejects.toThrow('could not be run in /no/such/folder')
  })

  it('gives up on a command that does not answer, and ends it', async () => {
    await expect(start(fixture('silent'), { startTimeout: 300 })).rejects.toThrow(
      /did not answer on port \d+ within 300 ms: does it listen on \$PORT\?, and wrote nothing/,
    )
  })

  it('waits until the path that tells of its health is well, where there is one', async () => {
    await (await start(fixture('late'), { healthPath: '/health' })).close()
    await expect(start(fixture('late'), { healthPath: '/other', startTimeout: 700 })).rejects.toThrow(
      'is /other right?',
    )
  })

  it('takes the exit status 64, with a reason, for a policy that the server declines', async () => {
    const starting = start(fixture('declines'))
    await expect(starting).rejects.toThrow(NotApplicableError)
    await expect(starting).rejects.toThrow(/^It has no words for patterns\.$/)
  })

  it.each(['misused', 'mutters'])('takes nothing less for it: %s', async (behaviour) => {
    await expect(start(fixture(behaviour))).rejects.toThrow('before it answered; it wrote last:')
  })

  it('shows why a server died on the way, and reports a policy that it declines as not applicable', async () => {
    const cases: readonly ConformanceCase[] = [
      {
        id: 'part/case',
        requirement: 'It answers.',
        kind: 'must',
        spec: [],
        policy: {},
        steps: [{ raw: { method: 'GET', path: '/data', headers: [] }, expect: { status: 200 } }],
      },
    ]
    const verdictOf = async (behaviour: string) => {
      const { results } = await examine(createCommandSubject({ name: behaviour, command: fixture(behaviour) }), {
        cases,
      })
      return results[0]
    }
    expect(await verdictOf('dies')).toMatchObject({
      verdict: 'subject-error',
      why: expect.stringMatching(/no response.*\n.* ended with status 3; it wrote last:\n {2}\| out of memory$/),
    })
    expect(await verdictOf('declines')).toMatchObject({
      verdict: 'not-applicable',
      why: 'It has no words for patterns.',
    })
    expect(await verdictOf('breaks')).toMatchObject({ verdict: 'subject-error' })
  })

  it.each<NodeJS.Signals>(['SIGINT', 'SIGTERM', 'SIGKILL'])('ends the command where %s ends us', async (signal) => {
    const file = join(folder, signal)
    const script = join(fixtures, 'abandon.ts')
    const parent = spawn(process.execPath, ['--import', 'tsx', script, fixture('stubborn', file)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(parent.stdout, 'data')
    const pid = Number(await readFile(file, 'utf8'))
    expect(isThere(pid)).toBe(true)
    parent.kill(signal)
    await once(parent, 'exit')
    await untilGone(pid)
  })
})
