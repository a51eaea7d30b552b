import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { awaitAnswer, awaitSilence } from './answering-server.ts'
import { findFreePort } from './free-port.ts'

const servers: Server[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) {
    if (!server.listening) continue
    server.close()
    await once(server, 'close')
  }
})

async function listen(listener: RequestListener, port: number, host: string): Promise<Server> {
  const server = createServer(listener)
  servers.push(server)
  server.listen(port, host)
  await once(server, 'listening')
  return server
}

function wait(port: number, accepts: (status: number) => boolean = () => true, signal = new AbortController().signal) {
  return awaitAnswer({ port, path: '/', accepts, signal })
}

describe('awaitAnswer', () => {
  it.each([
    ['127.0.0.1', 'http://127.0.0.1:'],
    ['::1', 'http://[::1]:'],
  ])('finds a server that listens on %s', async (host, url) => {
    const port = await findFreePort()
    await listen((_request, response) => response.end(), port, host)
    await expect(wait(port)).resolves.toBe(`${url}${port}`)
  })

  it('waits until the server is there, and answers as it is to', async () => {
    const port = await findFreePort()
    const answer = wait(port, (status) => status === 200)
    const statuses = [503, 404, 200]
    await listen((_request, response) => response.writeHead(statuses.shift() ?? 500).end(), port, '127.0.0.1')
    await expect(answer).resolves.toBe(`http://127.0.0.1:${port}`)
    expect(statuses).toEqual([])
  })

  it('ends with its signal', async () => {
    await expect(wait(await findFreePort(), () => true, AbortSignal.timeout(50))).resolves.toBeNull()
  })
})

describe('awaitSilence', () => {
  it('waits until nobody listens', async () => {
    const port = await findFreePort()
    const server = await listen((_request, response) => response.end(), port, '127.0.0.1')
    const silence = awaitSilence(`http://127.0.0.1:${port}`, new AbortController().signal)
    server.close()
    await silence
    await awaitSilence(`http://[::1]:${port}`, new AbortController().signal)
  })

  it('ends with its signal', async () => {
    const port = await findFreePort()
    await listen((_request, response) => response.end(), port, '127.0.0.1')
    await expect(awaitSilence(`http://127.0.0.1:${port}`, AbortSignal.timeout(50))).resolves.toBeUndefined()
  })
})
