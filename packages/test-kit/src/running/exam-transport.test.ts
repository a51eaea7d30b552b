import { createServer, type RequestListener } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { createExamTransport } from './exam-transport.ts'
import { listen } from '../subjects/listen.ts'
import type { RunningSubject } from '../subjects/subject.ts'

const transport = createExamTransport({ timeout: 2_000 })
const running: RunningSubject[] = []

const upgrade = [
  ['Connection', 'Upgrade'],
  ['Upgrade', 'websocket'],
] as const

async function start(
  listener: RequestListener,
  answer?: string,
): Promise<(headers: readonly (readonly [string, string])[]) => ReturnType<typeof transport>> {
  const server = createServer(listener)
  if (answer !== undefined) server.on('upgrade', (_request, socket) => socket.end(answer))
  const subject = await listen(server)
  running.push(subject)
  return (headers) => transport({ method: 'GET', url: `${subject.url}/upgrade`, headers })
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((subject) => subject.close()))
})

describe('createExamTransport', () => {
  it('gives a 101 as it came', async () => {
    const ask = await start(
      (_request, response) => response.end(),
      'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nX-Exam: 1\r\nX-Exam: 2\r\n\r\n',
    )
    await expect(ask(upgrade)).resolves.toEqual({
      status: 101,
      headers: [...upgrade, ['X-Exam', '1'], ['X-Exam', '2']],
    })
  })

  it('gives the response of a server that does not switch', async () => {
    const ask = await start((_request, response) => response.writeHead(426, { 'x-exam': '1' }).end('no'))
    const { headers, status } = await ask(upgrade)
    expect(status).toBe(426)
    expect(headers).toContainEqual(['x-exam', '1'])
  })

  it('sends other requests over plain sockets', async () => {
    const ask = await start((_request, response) => response.end('here'))
    await expect(ask([])).resolves.toMatchObject({ status: 200, body: 'here' })
  })

  it('rejects where no response comes', async () => {
    const ask = await start((_request, response) => response.destroy())
    await expect(ask(upgrade)).rejects.toThrow('no response from')
  })

  it('rejects where nothing comes in time, or nobody waits any more', async () => {
    const server = await listen(createServer(() => undefined))
    running.push(server)
    const request = { method: 'GET', url: server.url, headers: upgrade }
    await expect(createExamTransport({ timeout: 1 })(request)).rejects.toThrow('nothing within 1 ms')
    await expect(transport({ ...request, signal: AbortSignal.abort() })).rejects.toThrow()
  })
})
