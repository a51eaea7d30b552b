import { describe, expect, it } from 'vitest'
import { onTheWire, pageRequest } from './fixtures/page-request.ts'
import { createHandlerTransport, type RequestHandler } from './handler-transport.ts'
import type { TransportRequest, TransportResponse } from './transport.ts'
import { createUserAgent } from './user-agent.ts'

const url = 'https://api.example/resource?a=1'

function send(handler: RequestHandler, request: Partial<TransportRequest> = {}): Promise<TransportResponse> {
  return createHandlerTransport(handler)({ method: 'GET', url, headers: [], ...request })
}

/** Sends a request to a handler that says what it got. */
async function echo(request: Partial<TransportRequest>): Promise<unknown> {
  const { body = '' } = await send(async (received) => {
    const { headers, method } = received
    return Response.json({ method, url: received.url, headers: [...headers], body: await received.text() })
  }, request)
  return JSON.parse(body)
}

describe('createHandlerTransport', () => {
  it('hands over what only a browser may set, and nothing else', async () => {
    const headers = [
      ['Access-Control-Request-Headers', 'x-a'],
      ['Cookie', 'a=1; b=2'],
      ['Host', 'api.example'],
      ['Origin', 'https://app.example'],
      ['Sec-Fetch-Mode', 'cors'],
      ['X-Odd', '\u00E9'],
    ] as const
    expect(await echo({ headers })).toEqual({
      method: 'GET',
      url,
      headers: headers.map(([name, value]) => [name.toLowerCase(), value]),
      body: '',
    })
  })

  it('does so even on a platform that keeps those from scripts', async () => {
    const PlatformRequest = globalThis.Request
    globalThis.Request = class extends PlatformRequest {
      constructor(input: RequestInfo | URL, init?: RequestInit) {
        super(input, init)
        this.headers.delete('origin')
      }
    }
    try {
      expect(await echo({ headers: [['Origin', 'https://app.example']] })).toMatchObject({
        headers: [['origin', 'https://app.example']],
      })
    } finally {
      globalThis.Request = PlatformRequest
    }
  })

  it.each(['OPTIONS', 'PATCH', 'QUERY', 'patch'])('keeps the method %s as it is', async (method) => {
    expect(await echo({ method })).toMatchObject({ method })
  })

  it('sends text and bytes, and no Content-Type that nobody has set', async () => {
    const post = { method: 'POST', url, headers: [] }
    expect(await echo({ ...post, body: '\u00E9' })).toEqual({ ...post, body: '\u00E9' })
    expect(await echo({ ...post, body: new Uint8Array([97, 98]) })).toEqual({ ...post, body: 'ab' })
    expect(await echo({ ...post, body: '' })).toEqual({ ...post, body: '' })
  })

  it('gives every Set-Cookie by itself', async () => {
    const headers = [
      ['Set-Cookie', 'a=1; Expires=Fri, 02 Jan 2026 00:00:00 GMT'],
      ['Set-Cookie', 'b=2'],
      ['Vary', 'Origin'],
      ['Vary', 'Accept'],
    ] satisfies [string, string][]
    expect(await send(() => new Response('body', { status: 201, headers }))).toEqual({
      status: 201,
      headers: [
        ['content-type', 'text/plain;charset=UTF-8'],
        ['set-cookie', 'a=1; Expires=Fri, 02 Jan 2026 00:00:00 GMT'],
        ['set-cookie', 'b=2'],
        ['vary', 'Origin, Accept'],
      ],
      body: 'body',
    })
  })

  it('follows no redirect', async () => {
    const response = await send(() => Response.redirect('https://api.example/elsewhere', 307))
    expect(response).toMatchObject({ status: 307, headers: [['location', 'https://api.example/elsewhere']] })
  })

  it.each([204, 304])('bears with the status %i, which has no body', async (status) => {
    expect(await send(() => new Response(null, { status }))).toEqual({ status, headers: [], body: '' })
  })

  it('leaves the body of a response to HEAD unread', async () => {
    let isCancelled = false
    const body = new ReadableStream({
      cancel() {
        isCancelled = true
      },
    })
    expect(await send(() => new Response(body), { method: 'HEAD' })).toEqual({ status: 200, headers: [] })
    expect(isCancelled).toBe(true)
  })

  it('gives the head of a response whose body breaks off', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.error(new Error('broken'))
      },
    })
    expect(await send(() => new Response(body))).toEqual({ status: 200, headers: [] })
  })

  it('rejects where the handler throws, rejects, or gives a network error', async () => {
    await expect(
      send(() => {
        throw new Error('thrown')
      }),
    ).rejects.toThrow('thrown')
    await expect(send(() => Promise.reject(new Error('rejected')))).rejects.toThrow('rejected')
    await expect(send(() => Response.error())).rejects.toThrow('network error')
  })

  it('rejects what the platform cannot put into a request', async () => {
    await expect(send(() => new Response(), { headers: [['X-A', 'a\nb']] })).rejects.toThrow()
    await expect(send(() => new Response(), { method: 'TRACE' })).rejects.toThrow()
  })

  it('lets the handler see that the page has aborted', async () => {
    const controller = new AbortController()
    let isSeen = false
    const waiting = send(
      ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            isSeen = true
            reject(new Error('aborted'))
          })
        }),
      { signal: controller.signal },
    )
    controller.abort()
    await expect(waiting).rejects.toThrow('aborted')
    expect(isSeen).toBe(true)
  })

  it('serves a user agent with preflights and redirects', async () => {
    const handler: RequestHandler = ({ headers, method, url: target }) => {
      const shared = {
        'access-control-allow-origin': headers.get('origin') ?? '',
        'access-control-allow-methods': 'PUT',
      }
      if (method === 'OPTIONS') return new Response(null, { status: 204, headers: shared })
      return target.endsWith('/from')
        ? new Response(null, { status: 308, headers: { ...shared, location: '/to' } })
        : Response.json({ target }, { headers: shared })
    }
    const agent = createUserAgent({ transport: createHandlerTransport(handler) })
    const request = pageRequest({ method: 'PUT', url: 'https://api.example/from', body: 'x' })
    const exchange = await agent.fetch({ origin: 'https://app.example' }, request)
    expect(exchange).toMatchObject({ outcome: 'readable', exposedHeaders: ['content-type'] })
    expect(onTheWire(exchange)).toBe('OPTIONS api.example, PUT api.example, OPTIONS api.example, PUT api.example')
    expect(exchange.messages.at(-1)?.response?.body).toBe('{"target":"https://api.example/to"}')
  })
})
