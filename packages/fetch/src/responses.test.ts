import { createServer } from 'node:http'
import { listen } from '@corsac/test-kit'
import { serve } from 'srvx'
import { afterEach, describe, expect, it } from 'vitest'
import { cors, type FetchHandler } from './cors.ts'

const A = 'https://a.example'
const B = 'https://b.example'
const withCors = cors(
  { allowOrigins: [A, B], exposeHeaders: ['x-total'] },
  { onHandlerError: (error) => new Response(String(error), { status: 500 }) },
)

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

function requestFrom(origin: string, url = 'https://api.example/'): Request {
  return new Request(url, { headers: { origin } })
}

/** Serves a handler under CORS, on Node. */
async function listenTo(handler: FetchHandler<readonly []>): Promise<string> {
  const wrapped = withCors(handler)
  const server = serve({
    port: 0,
    hostname: '127.0.0.1',
    silent: true,
    gracefulShutdown: false,
    fetch: (request) => wrapped(request),
  })
  await server.ready()
  closers.push(() => server.close(true))
  return server.url ?? ''
}

/** Serves what a handler fetches: another service, which has a CORS policy of its own. */
async function listenUpstream(): Promise<string> {
  const server = await listen(
    createServer((_, response) => {
      response
        .writeHead(203, 'Elsewhere', {
          'access-control-allow-origin': '*',
          'access-control-allow-credentials': 'true',
          'access-control-expose-headers': 'x-upstream',
          'set-cookie': ['a=1', 'b=2'],
          vary: 'Accept-Language, origin',
          'x-total': '7',
        })
        .end('from upstream')
    }),
  )
  closers.push(() => server.close())
  return server.url
}

describe('a response that comes from fetch()', () => {
  it('is shared as our own, although its headers cannot be changed', async () => {
    const upstream = await listenUpstream()
    const originals: Response[] = []
    const url = await listenTo(async () => {
      const response = await fetch(upstream)
      originals.push(response)
      return response
    })
    const response = await fetch(url, { headers: { origin: A } })

    expect(() => originals[0]?.headers.set('x-a', '1')).toThrow('immutable')
    expect([response.status, response.statusText, await response.text()]).toEqual([203, 'Elsewhere', 'from upstream'])
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(Object.fromEntries([...response.headers].filter(([name]) => /^(?:access|vary|x-)/.test(name)))).toEqual({
      'access-control-allow-origin': A,
      'access-control-expose-headers': 'x-total',
      vary: 'Accept-Language, origin',
      'x-total': '7',
    })
  })
})

describe('a response that is cloned', () => {
  it('leaves the original as it was, and readable', async () => {
    const kept = Response.json({ kept: true }, { headers: { vary: 'Accept' } })
    const response = await withCors(() => kept.clone())(requestFrom(A))
    expect(await response.json()).toEqual({ kept: true })
    expect(response.headers.get('vary')).toBe('Accept, Origin')
    expect(kept.headers.get('vary')).toBe('Accept')
    expect(await kept.json()).toEqual({ kept: true })
  })

  it('serves two pages from one that is kept, each with its own origin', async () => {
    const kept = new Response('kept')
    const handle = withCors(() => kept.clone())
    const responses = await Promise.all([handle(requestFrom(A)), handle(requestFrom(B))])
    expect(responses.map(({ headers }) => headers.get('access-control-allow-origin'))).toEqual([A, B])
    expect(await Promise.all(responses.map((response) => response.text()))).toEqual(['kept', 'kept'])
  })

  it('can be cloned again on its way out', async () => {
    const response = await withCors(() => new Response('twice'))(requestFrom(A))
    const clone = response.clone()
    expect(await Promise.all([response.text(), clone.text()])).toEqual(['twice', 'twice'])
    expect(clone.headers.get('access-control-allow-origin')).toBe(A)
  })

  it('is an error, which the page reads, where its body has been used up', async () => {
    const spent = new Response('once')
    const handle = withCors(() => spent)
    expect(await (await handle(requestFrom(A))).text()).toBe('once')
    const response = await handle(requestFrom(B))
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([500, B])
    expect(await response.text()).toContain('TypeError')
  })
})

describe('a network error', () => {
  it.each([
    ['returned', () => Response.error()],
    [
      'thrown',
      () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- frameworks throw responses
        throw Response.error()
      },
    ],
  ])('stays one where it is %s', async (_, handler) => {
    const response = await withCors(handler)(requestFrom(A))
    expect([response.type, response.status, [...response.headers]]).toEqual(['error', 0, []])
  })
})

describe('an upgrade', () => {
  it('is an error on Node, whose responses cannot have the status 101', async () => {
    const response = await withCors(() => new Response(null, { status: 101 }))(requestFrom(A))
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([500, A])
    expect(await response.text()).toContain('RangeError')
  })
})

describe('a redirect by Response.redirect()', () => {
  it.each([301, 302, 303, 307, 308])('keeps its status %i and its address', async (status) => {
    const response = await withCors(() => Response.redirect('https://b.example/next', status))(requestFrom(A))
    expect([response.status, Object.fromEntries(response.headers)]).toEqual([
      status,
      {
        'access-control-allow-origin': A,
        'access-control-expose-headers': 'x-total',
        location: 'https://b.example/next',
        vary: 'Origin',
      },
    ])
  })

  it('is followed by a page, over sockets', async () => {
    const url = await listenTo((request) =>
      request.url.endsWith('/old') ? Response.redirect(new URL('/new', request.url)) : new Response('found'),
    )
    const response = await fetch(new URL('/old', url), { headers: { origin: A } })
    expect([response.redirected, response.headers.get('access-control-allow-origin')]).toEqual([true, A])
    expect(await response.text()).toBe('found')
  })
})

describe('a stream', () => {
  /** A stream that the test writes, and which tells whether it was cancelled. */
  function openStream(): {
    readonly body: ReadableStream<Uint8Array>
    readonly cancelled: Promise<void>
    readonly write: (text: string) => void
    readonly fail: (error: Error) => void
    readonly end: () => void
  } {
    const encoder = new TextEncoder()
    let source: ReadableStreamDefaultController<Uint8Array> | undefined
    let cancel: () => void = () => undefined
    const cancelled = new Promise<void>((resolve) => {
      cancel = resolve
    })
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        source = controller
      },
      cancel: () => {
        cancel()
      },
    })
    return {
      body,
      cancelled,
      write: (text) => source?.enqueue(encoder.encode(text)),
      fail: (error) => source?.error(error),
      end: () => source?.close(),
    }
  }

  it('reaches the page while it is still being written', async () => {
    const stream = openStream()
    const url = await listenTo(() => new Response(stream.body, { headers: { 'content-type': 'text/event-stream' } }))
    stream.write('one')
    const response = await fetch(url, { headers: { origin: A } })
    expect(response.headers.get('access-control-allow-origin')).toBe(A)
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader?.read())?.value).toBe('one')
    // Only now, so that nothing waits for the whole body.
    stream.write('two')
    expect((await reader?.read())?.value).toBe('two')
    stream.end()
    expect((await reader?.read())?.done).toBe(true)
  })

  it('hears of it when the page leaves', async () => {
    const stream = openStream()
    const url = await listenTo(() => new Response(stream.body))
    stream.write('one')
    const leaving = new AbortController()
    const response = await fetch(url, { headers: { origin: A }, signal: leaving.signal })
    await response.body?.getReader().read()
    leaving.abort()
    await stream.cancelled
  })

  it('hands the cancellation of its reader on, without a server in between', async () => {
    const stream = openStream()
    const response = await withCors(() => new Response(stream.body))(requestFrom(A))
    await response.body?.cancel()
    await stream.cancelled
  })

  it('that breaks off is a broken response, which the page had begun to read', async () => {
    const stream = openStream()
    const response = await withCors(() => new Response(stream.body))(requestFrom(A))
    const reader = response.body?.getReader()
    stream.write('one')
    expect((await reader?.read())?.done).toBe(false)
    stream.fail(new Error('broken'))
    await expect(reader?.read()).rejects.toThrow('broken')
    expect(response.headers.get('access-control-allow-origin')).toBe(A)
  })

  it('is not read ahead of the page', async () => {
    let pulls = 0
    const body = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          pulls++
          controller.enqueue(new Uint8Array(1))
        },
      },
      { highWaterMark: 0 },
    )
    const response = await withCors(() => new Response(body))(requestFrom(A))
    await new Promise(setImmediate)
    expect(pulls).toBe(0)
    await response.body?.getReader().read()
    expect(pulls).toBe(1)
  })
})

describe("a response of a framework's own class", () => {
  /** A stream that is not the platform's, as the ponyfills of some frameworks have. */
  class OwnStream {
    readonly #chunks: AsyncGenerator<Uint8Array>
    constructor(chunks: AsyncGenerator<Uint8Array>) {
      this.#chunks = chunks
    }
    [Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
      return this.#chunks
    }
  }

  it('is shared, and hears of a client that leaves', async () => {
    let hasLeft: () => void = () => undefined
    const left = new Promise<void>((resolve) => (hasLeft = resolve))
    async function* write(): AsyncGenerator<Uint8Array> {
      try {
        for (let count = 0; ; count++) {
          yield new TextEncoder().encode(`${count}\n`)
          await new Promise(setImmediate)
        }
      } finally {
        hasLeft()
      }
    }
    const url = await listenTo(() => {
      const own = new Response(null, { headers: { 'content-type': 'text/plain' } })
      Object.defineProperty(own, 'body', { value: new OwnStream(write()) })
      return own
    })
    const leave = new AbortController()
    const response = await fetch(url, { headers: { origin: A }, signal: leave.signal })
    expect(response.headers.get('access-control-allow-origin')).toBe(A)
    const { value } = await (response.body?.getReader().read() ?? { value: undefined })
    expect(new TextDecoder().decode(value)).toMatch(/^0\n/)
    leave.abort()
    await left
  })
})
