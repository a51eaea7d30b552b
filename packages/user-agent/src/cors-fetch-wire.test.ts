import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createCorsFetch } from './cors-fetch.ts'
import { refusalOf, sharing } from './fixtures/cors-server.ts'
import { serve, serveBytes } from './fixtures/server.ts'

const corsFetch = createCorsFetch({ origin: 'https://app.example' })

describe('createCorsFetchWire', () => {
  it('lets go of a redirect whose body does not end', async () => {
    const target = await serve(sharing())
    const closed: Promise<unknown>[] = []
    const url = await serve((_, response) => {
      closed.push(once(response, 'close'))
      response.writeHead(302, { 'access-control-allow-origin': '*', location: target }).write('and so on')
    })
    expect((await corsFetch(url)).redirected).toBe(true)
    await Promise.all(closed)
  })

  it.each<[string, string, Parameters<typeof serveBytes>[1], RegExp]>([
    ['the connection ends', '', (_, socket) => socket.destroy(), /socket hang up|read ECONNRESET/],
    ['the answer is no HTTP', '220 mail.example ESMTP\r\n', undefined, /Parse Error/],
    [
      'the protocol changes',
      'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n',
      undefined,
      /the connection was closed/,
    ],
  ])('says so where %s', async (_, answer, onRequest, error) => {
    const { exchange, reason } = await refusalOf(corsFetch(await serveBytes(answer, onRequest)))
    expect(reason).toBe('no-response')
    expect(exchange.messages.at(-1)?.error).toMatch(error)
  })

  it('says that a preflight got no response', async () => {
    const call = corsFetch('http://127.0.0.1:1/', { method: 'PUT' })
    expect(await refusalOf(call)).toMatchObject({
      reason: 'preflight-no-response',
      exchange: { outcome: 'preflight-refused' },
    })
  })
})
