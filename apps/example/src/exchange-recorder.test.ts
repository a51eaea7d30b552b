import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { createExchangeRecorder, type ExchangeRecorder } from './exchange-recorder.ts'
import { listen, stop } from './listen.ts'

const servers: Server[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map(stop))
})

async function serve(recorder: ExchangeRecorder, listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  recorder.watch(server)
  return `http://127.0.0.1:${await listen(server, 0)}`
}

describe('createExchangeRecorder', () => {
  it('records a preflight and the actual request of an exchange, as they went over the wire', async () => {
    const recorder = createExchangeRecorder()
    const url = await serve(recorder, (request, response) => {
      response.writeHead(request.method === 'OPTIONS' ? 204 : 200).end()
    })
    const address = `${url}/penguins/7?exchange=a-1`
    await fetch(address, { method: 'OPTIONS', headers: { 'Access-Control-Request-Method': 'PUT', Origin: 'null' } })
    await fetch(address, { method: 'PUT', headers: { 'X-Two': 'b' } })

    expect(recorder.messagesOf('a-1')).toMatchObject([
      { purpose: 'preflight', request: { method: 'OPTIONS', url: address }, response: { status: 204 } },
      { purpose: 'actual', request: { method: 'PUT', url: address }, response: { status: 200 } },
    ])
    expect(recorder.messagesOf('a-1')?.[1]?.request.headers).toContainEqual(['X-Two', 'b'])
  })

  it.each([
    ['a flat list', ['X-One', 'a', 'X-Two', 'b']],
    ['an object', { 'X-One': 'a', 'X-Two': 'b' }],
  ])('knows headers that were given to writeHead alone, in %s, and those that Node adds', async (_, headers) => {
    const recorder = createExchangeRecorder()
    const url = await serve(recorder, (_request, response) => {
      response.writeHead(200, 'Fine', headers).end('body')
    })
    await (await fetch(`${url}/?exchange=b`)).text()

    const [message] = recorder.messagesOf('b') ?? []
    expect(message?.response?.headers).toEqual(
      expect.arrayContaining([
        ['X-One', 'a'],
        ['X-Two', 'b'],
        ['Transfer-Encoding', 'chunked'],
      ]),
    )
  })

  it('keeps repeated headers and colons in values', async () => {
    const recorder = createExchangeRecorder()
    const url = await serve(recorder, (_request, response) => {
      response.setHeader('Set-Cookie', ['a=1', 'b=2'])
      response.setHeader('Access-Control-Allow-Origin', 'http://a.example:81')
      response.end()
    })
    await fetch(`${url}/?other=1&exchange=c`)

    const headers = recorder.messagesOf('c')?.[0]?.response?.headers
    expect(headers?.filter(([name]) => name === 'Set-Cookie')).toEqual([
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
    ])
    expect(headers).toContainEqual(['Access-Control-Allow-Origin', 'http://a.example:81'])
  })

  it('says that there is no response while there is none', async () => {
    const recorder = createExchangeRecorder()
    let letGo = (): void => undefined
    const url = await serve(recorder, (_request, response) => {
      letGo = () => {
        response.end()
      }
    })
    const pending = fetch(`${url}/?exchange=d`)
    while (recorder.messagesOf('d') === null) await new Promise(setImmediate)
    expect(recorder.messagesOf('d')).toMatchObject([{ response: null, error: 'The server has not answered.' }])
    letGo()
    await pending
    expect(recorder.messagesOf('d')).toMatchObject([{ response: { status: 200 } }])
  })

  it('records nothing without an exchange', async () => {
    const recorder = createExchangeRecorder()
    const url = await serve(recorder, (_request, response) => response.end())
    await fetch(url)
    await fetch(`${url}/?exchange=`)
    await fetch(`${url}/?exchange=${'x'.repeat(65)}`)
    expect(recorder.messagesOf('')).toBeNull()
    expect(recorder.messagesOf('x'.repeat(65))).toBeNull()
  })

  it('forgets the oldest exchange, and all but the first messages of one', async () => {
    const recorder = createExchangeRecorder(2)
    const url = await serve(recorder, (_request, response) => response.end())
    for (const id of ['e', 'f', 'g']) await fetch(`${url}/?exchange=${id}`)
    expect(['e', 'f', 'g'].map((id) => recorder.messagesOf(id)?.length)).toEqual([undefined, 1, 1])
    for (let times = 0; times < 12; times += 1) await fetch(`${url}/?exchange=g`)
    expect(recorder.messagesOf('g')).toHaveLength(10)
  })
})
