import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import type { WireRequest, WireResponse } from './stage.ts'
import { startWireServer, type WireServer } from './wire-server.ts'

const running = new Set<WireServer>()

afterEach(async () => {
  await Promise.all([...running].map((server) => server.close()))
  running.clear()
})

/** Sends bytes to a server in pieces, and resolves to what it saw and what it answered. */
async function exchange(answer: WireResponse, ...pieces: readonly string[]): Promise<[WireRequest[], string]> {
  const seen: WireRequest[] = []
  const server = await startWireServer((request) => {
    seen.push(request)
    return answer
  })
  running.add(server)
  const socket = connect(server.port, '127.0.0.1')
  socket.setEncoding('latin1')
  const received = text(socket)
  await once(socket, 'connect')
  for (const piece of pieces) {
    socket.write(piece, 'latin1')
    await new Promise((resolve) => setImmediate(resolve))
  }
  socket.end()
  return [seen, await received]
}

const empty: WireResponse = { status: 204, headers: [], body: '' }

describe('startWireServer', () => {
  it('takes methods that no list knows, in any case', async () => {
    const [seen] = await exchange(
      empty,
      'patch /a HTTP/1.1\r\nHost: x\r\n\r\n',
      'M-SEARCH /b HTTP/1.1\r\nHost: x\r\n\r\n',
    )
    expect(seen.map(({ method, url }) => [method, url])).toEqual([
      ['patch', 'http://x/a'],
      ['M-SEARCH', 'http://x/b'],
    ])
  })

  it('gives header fields as they are, repeated ones too', async () => {
    const [[request]] = await exchange(empty, 'GET / HTTP/1.1\r\nHost: x\r\nX-A:  caf\u00e9 \r\nx-a:\r\n\r\n')
    expect(request?.headers).toEqual([
      ['Host', 'x'],
      ['X-A', 'caf\u00e9'],
      ['x-a', ''],
    ])
  })

  it('waits for the whole head and the whole body', async () => {
    const [seen] = await exchange(
      empty,
      'POST / HTTP/1.1\r\nHo',
      'st: x\r\nContent-Length: 4\r\n\r',
      '\nab',
      'cdGET / HTTP/1.1\r\nHost: x\r\n\r\n',
    )
    expect(seen.map(({ method, body }) => [method, body])).toEqual([
      ['POST', 'abcd'],
      ['GET', ''],
    ])
  })

  it('writes fields as they are given, and the body', async () => {
    const headers = [
      ['Access-Control-Allow-Origin', '*'],
      ['access-control-allow-origin', 'caf\u00e9'],
      ['Content-Length', '2'],
    ] as const
    const [, received] = await exchange({ status: 200, headers, body: 'ok' }, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n')
    expect(received).toBe(
      'HTTP/1.1 200 Answer\r\nAccess-Control-Allow-Origin: *\r\naccess-control-allow-origin: caf\u00e9\r\nContent-Length: 2\r\n\r\nok',
    )
  })

  it('leaves the body of a response to HEAD out', async () => {
    const answer = { status: 200, headers: [['Content-Length', '2']], body: 'ok' } as const
    const [, received] = await exchange(answer, 'HEAD / HTTP/1.1\r\nHost: x\r\n\r\n')
    expect(received).toBe('HTTP/1.1 200 Answer\r\nContent-Length: 2\r\n\r\n')
  })
})
