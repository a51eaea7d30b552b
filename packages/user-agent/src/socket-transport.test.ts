import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { serve, serveBytes } from './fixtures/server.ts'
import { selfSigned, serveTls } from './fixtures/tls-server.ts'
import type { HeaderPairs } from './header-list.ts'
import { createSocketTransport } from './socket-transport.ts'
import type { TransportRequest } from './transport.ts'

const emptyResponse = 'HTTP/1.1 204 No Content\r\n\r\n'

/** Sends a request to a server that keeps what it gets, and gives the lines that went over the wire. */
async function linesSent(request: Omit<TransportRequest, 'url'>): Promise<readonly string[]> {
  let received = ''
  const origin = await serveBytes(emptyResponse, (bytes) => {
    received += bytes
  })
  await createSocketTransport()({ ...request, url: `${origin}/path?query` })
  return received.replaceAll(origin.slice('http://'.length), 'HOST').split('\r\n')
}

describe('createSocketTransport', () => {
  it('sends the fields in their order, as they are spelled, duplicates too', async () => {
    const headers: HeaderPairs = [
      ['X-B', '1'],
      ['origin', 'https://a.example'],
      ['x-b', '\u00E9'],
      ['ORIGIN', ''],
    ]
    expect(await linesSent({ method: 'GET', headers })).toEqual([
      'GET /path?query HTTP/1.1',
      'Host: HOST',
      'X-B: 1',
      'origin: https://a.example',
      'x-b: \u00E9',
      'ORIGIN: ',
      'Connection: close',
      '',
      '',
    ])
  })

  it('adds none of the fields of framing that are given', async () => {
    const headers: HeaderPairs = [
      ['HOST', 'b.example'],
      ['connection', 'Close'],
      ['content-length', '1'],
    ]
    expect(await linesSent({ method: 'PUT', headers, body: 'x' })).toEqual([
      'PUT /path?query HTTP/1.1',
      'HOST: b.example',
      'connection: Close',
      'content-length: 1',
      '',
      'x',
    ])
  })

  it('sends a body as UTF-8 without spoiling the bytes of the fields', async () => {
    const lines = await linesSent({ method: 'POST', headers: [['X-A', '\u00FF']], body: '\u00E9!' })
    expect(lines).toContain('X-A: \u00FF')
    expect(lines).toContain('Content-Length: 3')
    expect(lines.at(-1)).toBe('\u00C3\u00A9!')
  })

  it.each(['POST', 'PUT', 'PATCH', 'QUERY'])('gives a %s without a body the length zero', async (method) => {
    expect(await linesSent({ method, headers: [] })).toEqual([
      `${method} /path?query HTTP/1.1`,
      'Host: HOST',
      'Content-Length: 0',
      'Connection: close',
      '',
      '',
    ])
  })

  it.each(['GET', 'HEAD', 'OPTIONS', 'DELETE'])('gives a %s without a body no length', async (method) => {
    expect(await linesSent({ method, headers: [] })).toHaveLength(5)
  })

  it('sends a method in lower case as it is, which Node would upper-case', async () => {
    const headers: HeaderPairs = [
      ['X-A', '1'],
      ['X-B', '\u00E9'],
      ['x-a', '2'],
    ]
    expect(await linesSent({ method: 'patch', headers, body: 'x' })).toEqual([
      'patch /path?query HTTP/1.1',
      'Host: HOST',
      'X-A: 1',
      'X-A: 2',
      'X-B: \u00E9',
      'Content-Length: 1',
      'Connection: close',
      '',
      'x',
    ])
  })

  it('makes no Authorization of the credentials in a URL', async () => {
    const origin = await serve((request, response) => response.end(String(request.headers.authorization)))
    const url = origin.replace('http://', 'http://user:password@')
    expect((await createSocketTransport()({ method: 'GET', url, headers: [] })).body).toBe('undefined')
  })

  it('gives every field of the response as it came, and the body as text', async () => {
    const origin = await serveBytes(
      'HTTP/1.1 404 Not Found\r\nX-A: 1\r\nx-a:  \u00E9 \r\nSet-Cookie: a\r\nSet-Cookie: b\r\nContent-Length: 2\r\n\r\n\u00C3\u00A9',
    )
    expect(await createSocketTransport()({ method: 'GET', url: origin, headers: [] })).toEqual({
      status: 404,
      headers: [
        ['X-A', '1'],
        ['x-a', '\u00E9'],
        ['Set-Cookie', 'a'],
        ['Set-Cookie', 'b'],
        ['Content-Length', '2'],
      ],
      body: '\u00E9',
    })
  })

  it('follows no redirect', async () => {
    const origin = await serve((_, response) => response.writeHead(302, { location: '/elsewhere' }).end())
    expect(await createSocketTransport()({ method: 'GET', url: origin, headers: [] })).toMatchObject({ status: 302 })
  })

  it('closes the connection, so that a server can stop at once', async () => {
    const origin = await serve((_, response) => response.end())
    const { headers } = await createSocketTransport()({ method: 'GET', url: origin, headers: [] })
    expect(headers).toContainEqual(['Connection', 'close'])
  })

  it('rejects where nobody listens, and says where', async () => {
    const origin = await new Promise<string>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const address = server.address()
        const port = typeof address === 'object' ? (address?.port ?? 0) : 0
        server.close(() => {
          resolve(`http://127.0.0.1:${port}`)
        })
      })
    })
    const sent = createSocketTransport()({ method: 'GET', url: `${origin}/x`, headers: [] })
    await expect(sent).rejects.toThrow(`no response from ${origin}/x: connect ECONNREFUSED`)
  })

  it('names every address that failed where a host has several', async () => {
    const sent = createSocketTransport()({ method: 'GET', url: 'http://localhost:1/', headers: [] })
    await expect(sent).rejects.toThrow(
      /^no response from http:\/\/localhost:1\/: .*connect ECONNREFUSED 127\.0\.0\.1:1/,
    )
  })

  it('rejects where the connection ends without a response', async () => {
    const origin = await serveBytes('', (_, socket) => socket.destroy())
    const sent = createSocketTransport()({ method: 'GET', url: origin, headers: [] })
    await expect(sent).rejects.toThrow(/no response from .+: (?:socket hang up|read ECONNRESET)/)
  })

  it('rejects what is no HTTP', async () => {
    const origin = await serveBytes('220 mail.example ESMTP\r\n')
    const sent = createSocketTransport()({ method: 'GET', url: origin, headers: [] })
    await expect(sent).rejects.toThrow('no response from')
  })

  it('rejects where a server changes the protocol unasked', async () => {
    const origin = await serveBytes('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n')
    const sent = createSocketTransport()({ method: 'GET', url: origin, headers: [] })
    await expect(sent).rejects.toThrow('no response from')
  })

  it('rejects when nothing comes in time', async () => {
    const origin = await serveBytes('')
    const sent = createSocketTransport({ timeout: 50 })({ method: 'GET', url: origin, headers: [] })
    await expect(sent).rejects.toThrow('nothing within 50 ms')
  })

  it('gives a body that does not end as far as it came in time', async () => {
    const origin = await serveBytes('HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n')
    expect(await createSocketTransport({ timeout: 1500 })({ method: 'GET', url: origin, headers: [] })).toEqual({
      status: 200,
      headers: [['Content-Type', 'text/event-stream']],
      body: 'data: 1\n\n',
    })
  })

  it('gives a body that breaks off as far as it came', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('partial', () => response.socket?.end())
    })
    const response = await createSocketTransport()({ method: 'GET', url: origin, headers: [] })
    expect(response).toMatchObject({ status: 200, body: 'partial' })
  })

  it.each<[string, TransportRequest]>([
    ['a control character in a value', { method: 'GET', url: 'http://127.0.0.1/', headers: [['x-a', '\x01']] }],
    ['a method that is no token', { method: 'G ET', url: 'http://127.0.0.1/', headers: [] }],
    ['a URL that is none', { method: 'GET', url: '/relative', headers: [] }],
    ['a scheme that is not HTTP', { method: 'GET', url: 'ftp://127.0.0.1/', headers: [] }],
  ])('rejects %s, which Node cannot send', async (_, request) => {
    await expect(createSocketTransport()(request)).rejects.toThrow()
  })

  it('speaks TLS to an https URL', async () => {
    let received = ''
    const origin = await serveBytes('', (bytes, socket) => {
      received = bytes
      socket.destroy()
    })
    const sent = createSocketTransport()({ method: 'GET', url: origin.replace('http:', 'https:'), headers: [] })
    await expect(sent).rejects.toThrow('no response from https://')
    // 0x16 0x03: a TLS record with a handshake.
    expect(received.slice(0, 2)).toBe('\x16\x03')
  })

  it('trusts at the other end of TLS whom it is told to trust', async () => {
    const url = await serveTls((_, response) => response.writeHead(204).end())
    const request: TransportRequest = { method: 'GET', url, headers: [] }
    await expect(createSocketTransport()(request)).rejects.toThrow('self-signed certificate')
    expect(await createSocketTransport({ tls: { ca: selfSigned.cert } })(request)).toMatchObject({ status: 204 })
    expect(await createSocketTransport({ tls: { rejectUnauthorized: false } })(request)).toMatchObject({ status: 204 })
  })

  it('gives up its connection when nobody waits for the response any more', async () => {
    const abandoned = new AbortController()
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', () => {
        abandoned.abort(new Error('the page is gone'))
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const sent = createSocketTransport()({
      ...{ method: 'GET', url: `http://127.0.0.1:${port}/`, headers: [], signal: abandoned.signal },
    })
    await expect(sent).rejects.toThrow('nobody waits for it any more')
    // It closes when its last connection does.
    server.close()
    await once(server, 'close')
  })

  it('sends nothing for a signal that is aborted already', async () => {
    const sent = createSocketTransport()({
      ...{ method: 'GET', url: 'http://127.0.0.1:9/', headers: [], signal: AbortSignal.abort() },
    })
    await expect(sent).rejects.toThrow('nobody waits for it any more')
  })
})
