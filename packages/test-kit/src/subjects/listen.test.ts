import { once } from 'node:events'
import { createServer } from 'node:http'
import { createSocketTransport } from '@corsac/user-agent/node'
import { describe, expect, it } from 'vitest'
import { listen } from './listen.ts'

const transport = createSocketTransport()

describe('listen', () => {
  it('resolves once the server answers, at an address without a trailing slash', async () => {
    const running = await listen(createServer((_request, response) => response.end('here')))
    expect(running.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    await expect(transport({ method: 'GET', url: `${running.url}/`, headers: [] })).resolves.toMatchObject({
      body: 'here',
    })
    await running.close()
  })

  it('frees the port at once, although connections are open', async () => {
    const server = createServer((_request, response) => response.write('begun'))
    const running = await listen(server)
    const asked = once(server, 'request')
    const pending = transport({ method: 'GET', url: `${running.url}/`, headers: [] })
    await asked
    await running.close()
    await pending.catch(() => undefined)
    await expect(transport({ method: 'GET', url: `${running.url}/`, headers: [] })).rejects.toThrow('no response')
  })

  it('rejects where the server cannot listen, or was stopped before', async () => {
    const server = createServer()
    const running = await listen(server)
    await expect(listen(server)).rejects.toThrow()
    await running.close()
    await expect(running.close()).rejects.toThrow()
  })
})
