import { getEventListeners, once } from 'node:events'
import type { RequestListener } from 'node:http'
import { describe, expect, it } from 'vitest'
import { createCorsFetch } from './cors-fetch.ts'
import { createCookieStore } from './create-cookie-store.ts'
import type { Exchange } from './exchange.ts'
import { echoOf, refusalOf, serveEcho, sharing } from './fixtures/cors-server.ts'
import { serve } from './fixtures/server.ts'
import { selfSigned, serveTls } from './fixtures/tls-server.ts'

const origin = 'https://app.example'
const corsFetch = createCorsFetch({ origin })

describe('createCorsFetch', () => {
  it('reads what a server shares, and hides the headers that it does not expose', async () => {
    const url = await serve(
      sharing({ 'access-control-expose-headers': 'etag', etag: '"1"', 'x-a': '1', 'set-cookie': 'a=1' }),
    )
    const response = await corsFetch(`${url}/path?query#fragment`)
    expect(response).toBeInstanceOf(Response)
    expect(response).toMatchObject({
      ok: true,
      redirected: false,
      status: 200,
      statusText: 'OK',
      type: 'cors',
      url: `${url}/path?query`,
    })
    expect([...response.headers]).toEqual([['etag', '"1"']])
    expect(await response.text()).toBe('body')
  })

  it('sends Origin, and none of the headers that a page cannot set', async () => {
    const url = await serveEcho()
    const init = { headers: { Cookie: 'a=1', Origin: 'https://other.example', 'Sec-Fetch-Mode': 'x', Host: 'x' } }
    expect(await echoOf(corsFetch(url, init))).toMatchObject({
      headers: {
        accept: '*/*',
        'accept-encoding': 'gzip, deflate, br',
        connection: 'close',
        host: url.slice('http://'.length),
        origin,
      },
    })
  })

  it('sends a method as browsers do, some in upper case and others as they are', async () => {
    const url = await serveEcho()
    expect(await echoOf(corsFetch(url, { method: 'put' }))).toMatchObject({ method: 'PUT' })
    expect((await refusalOf(corsFetch(await serve(sharing()), { method: 'patch' }))).message).toContain('"patch"')
  })

  it('lets no two Access-Control-Allow-Origin fields pass for one', async () => {
    const url = await serve((_, response) => {
      response.setHeader('access-control-allow-origin', [origin, origin])
      response.end()
    })
    expect((await refusalOf(corsFetch(url))).reason).toBe('origin-mismatch')
  })

  it('resolves relative URLs against the origin, or the base URL of the page', async () => {
    const url = await serveEcho()
    expect(await echoOf(createCorsFetch({ origin: url })('a?b'))).toMatchObject({ url: '/a?b' })
    const inShop = createCorsFetch({ origin: url, baseUrl: `${url}/shop/cart` })
    expect(await echoOf(inShop('a?b'))).toMatchObject({ url: '/shop/a?b' })
    expect((await refusalOf(createCorsFetch({ origin: 'null' })('a?b'))).reason).toBe('url-invalid')
  })

  it('speaks for a page with an opaque origin', async () => {
    const url = await serve((request, response) => {
      response.setHeader('access-control-allow-origin', String(request.headers.origin)).end()
    })
    expect(await createCorsFetch({ origin: 'null' })(url)).toMatchObject({ type: 'cors', status: 200 })
  })

  it('gives an opaque response in the mode no-cors', async () => {
    const url = await serve((_, response) => response.writeHead(404, { 'x-a': '1' }).end('body'))
    const response = await corsFetch(url, { mode: 'no-cors' })
    expect(response).toMatchObject({ ok: false, redirected: false, status: 0, statusText: '', type: 'opaque', url: '' })
    expect([...response.headers]).toEqual([])
    expect(response.body).toBeNull()
    expect(await response.clone().text()).toBe('')
  })

  it('keeps to the mode same-origin', async () => {
    const url = await serve(sharing())
    expect((await refusalOf(corsFetch(url, { mode: 'same-origin' }))).reason).toBe('mode-same-origin')
    expect(await createCorsFetch({ origin: url })('/', { mode: 'same-origin' })).toMatchObject({ type: 'basic' })
  })

  it('withholds its origin where the referrer policy says so', async () => {
    let received: unknown
    const url = await serve((request, response) => {
      received = request.headers.origin
      response.end()
    })
    const init = { method: 'POST', mode: 'no-cors', referrerPolicy: 'unsafe-url' } as const
    await corsFetch(url, init)
    expect(received).toBe(origin)
    await corsFetch(url, { ...init, referrerPolicy: 'no-referrer' })
    expect(received).toBe('null')
    // The default one goes by the encryption, which the URL lacks.
    await corsFetch(url, { ...init, referrerPolicy: '' })
    expect(received).toBe('null')
  })

  it('takes the modes of a Request, unless the call says otherwise', async () => {
    const url = await serveEcho()
    const request = new Request(url, { method: 'POST', body: 'x', headers: { 'X-A': '1' }, mode: 'no-cors' })
    expect((await corsFetch(request)).type).toBe('opaque')
    expect(request.bodyUsed).toBe(true)
    const other = new Request(url, { method: 'POST', body: 'x', headers: { 'X-A': '1' } })
    const echo = await echoOf(corsFetch(other, { method: 'PUT', headers: { 'X-B': '2' } }))
    expect(echo).toMatchObject({ method: 'PUT', headers: { 'x-b': '2' }, body: 'x' })
    expect(echo).not.toHaveProperty('headers.x-a')
  })

  it('takes URL objects', async () => {
    const url = await serve(sharing())
    expect((await corsFetch(new URL('/a', url))).url).toBe(`${url}/a`)
  })

  it.each<[string, RequestInit]>([
    ['a body with GET', { body: 'x' }],
    ['a body with HEAD', { method: 'head', body: new FormData() }],
    ['a stream without duplex', { method: 'POST', body: new ReadableStream() }],
    ['a mode for navigations', { mode: 'navigate' }],
    ['credentials of no known mode', { credentials: 'none' as 'omit' }],
  ])('leaves it to Node to reject %s, with a TypeError', async (_, init) => {
    await expect(corsFetch('http://127.0.0.1:1/', init)).rejects.toThrow(TypeError)
  })

  it('leaves it to Node to reject a Request whose body was read', async () => {
    const used = new Request('http://127.0.0.1:1/', { method: 'POST', body: 'x' })
    await used.text()
    await expect(corsFetch(used)).rejects.toThrow(TypeError)
  })

  it.each([
    ['url-invalid', 'http://', {}],
    ['url-with-credentials', 'http://a:b@127.0.0.1/', {}],
    ['url-scheme-not-http', 'ftp://127.0.0.1/', {}],
    ['method-not-a-token', '/', { method: 'G T' }],
    ['method-forbidden', '/', { method: 'TRACE' }],
    ['method-not-safelisted-in-no-cors', '/', { method: 'PUT', mode: 'no-cors' }],
    ['header-name-invalid', '/', { headers: { 'a b': '1' } }],
    ['header-value-invalid', '/', { headers: [['a', 'b\nc']] }],
    ['no-cors-redirect-mode', 'http://127.0.0.1:1/', { mode: 'no-cors', redirect: 'manual' }],
  ] as [string, string, RequestInit][])('rejects with %s, and sends nothing', async (reason, url, init) => {
    expect(await refusalOf(corsFetch(url, init))).toMatchObject({
      reason,
      exchange: { outcome: 'blocked', messages: [] },
    })
  })

  it('reaches servers whose certificate it is told to trust', async () => {
    const url = await serveTls(sharing())
    expect((await refusalOf(corsFetch(url))).reason).toBe('no-response')
    expect((await createCorsFetch({ origin, tls: { ca: selfSigned.cert } })(url)).status).toBe(200)
    expect((await createCorsFetch({ origin, tls: { rejectUnauthorized: false } })(url)).status).toBe(200)
  })

  it('hands every exchange over, whatever its end', async () => {
    const exchanges: Exchange[] = []
    const fetch = createCorsFetch({ origin, onExchange: (exchange) => exchanges.push(exchange) })
    await fetch(await serve(sharing()), { method: 'POST', body: 'text' })
    await refusalOf(fetch(await serve((_, response) => response.end())))
    await refusalOf(fetch('http://127.0.0.1:1/', { method: 'TRACE' }))
    expect(exchanges.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['readable', null],
      ['blocked', 'origin-missing'],
      ['blocked', 'method-forbidden'],
    ])
    expect(exchanges[0]).toMatchObject({ page: { origin }, request: { method: 'POST', body: 'text' } })
    expect(JSON.parse(JSON.stringify(exchanges))).toEqual(exchanges)
  })
})

describe('createCorsFetch, from call to call', () => {
  /** A server that allows whatever it is asked for, for ten seconds, and tells the methods of the requests it got. */
  async function serveCounted(): Promise<{ readonly url: string; readonly methods: readonly unknown[] }> {
    const methods: unknown[] = []
    const url = await serve((request, response) => {
      methods.push(request.method)
      const allowed = { 'access-control-allow-methods': '*', 'access-control-allow-headers': '*' }
      sharing({ ...allowed, 'access-control-max-age': '10' })(request, response)
    })
    return { url, methods }
  }

  it('asks once for as long as the answer may be kept', async () => {
    let now = 0
    const fetch = createCorsFetch({ origin, now: () => now })
    const { methods, url } = await serveCounted()
    await fetch(url, { method: 'PUT' })
    now = 9_999
    await fetch(url, { method: 'DELETE' })
    expect(methods).toEqual(['OPTIONS', 'PUT', 'DELETE'])
    now = 10_000
    await fetch(url, { method: 'PUT' })
    expect(methods.slice(3)).toEqual(['OPTIONS', 'PUT'])
    await createCorsFetch({ origin, now: () => now })(url, { method: 'PUT' })
    expect(methods.slice(5)).toEqual(['OPTIONS', 'PUT'])
  })

  it('differs from the standard as an engine does, where it is told to', async () => {
    const { url } = await serveCounted()
    const init = { headers: { authorization: 'x' } }
    expect((await refusalOf(corsFetch(url, init))).reason).toBe('preflight-authorization-not-listed')
    expect((await createCorsFetch({ origin, engine: 'chromium' })(url, init)).status).toBe(200)
  })

  /** A server that sets a cookie on each response, and tells which it got. */
  function serveCookies(): Promise<string> {
    return serve((request, response) => {
      response.writeHead(200, {
        'access-control-allow-origin': origin,
        'access-control-allow-credentials': 'true',
        'set-cookie': `a=${String(request.url?.slice(1))}`,
      })
      response.end(String(request.headers.cookie))
    })
  }

  it('sends and stores cookies across origins where credentials are included, and only there', async () => {
    const fetch = createCorsFetch({ origin })
    const url = await serveCookies()
    const cookiesSent = async (path: string, credentials?: RequestCredentials): Promise<string> =>
      (await fetch(`${url}/${path}`, credentials === undefined ? {} : { credentials })).text()
    expect(await cookiesSent('1', 'include')).toBe('undefined')
    expect(await cookiesSent('2', 'include')).toBe('a=1')
    expect(await cookiesSent('3')).toBe('undefined')
    expect(await cookiesSent('4', 'omit')).toBe('undefined')
    expect(await cookiesSent('5', 'include')).toBe('a=2')
    expect(await (await createCorsFetch({ origin })(url, { credentials: 'include' })).text()).toBe('undefined')
  })

  it('sends and stores the cookies of its own origin without being told to', async () => {
    const url = await serveCookies()
    const fetch = createCorsFetch({ origin: url })
    const response = await fetch('/1')
    expect(response.headers.getSetCookie()).toEqual([])
    expect(await (await fetch('/2')).text()).toBe('a=1')
    expect(await (await fetch('/3', { credentials: 'omit' })).text()).toBe('undefined')
  })

  it('keeps its cookies where it is told to', async () => {
    const url = await serveCookies()
    const cookieStore = createCookieStore()
    await createCorsFetch({ origin, cookieStore })(`${url}/1`, { credentials: 'include' })
    const fetch = createCorsFetch({ origin: 'https://admin.app.example', cookieStore })
    const { exchange, reason } = await refusalOf(fetch(`${url}/2`, { credentials: 'include' }))
    expect(reason).toBe('origin-mismatch')
    expect(exchange.messages[0]?.request.headers).toContainEqual(['Cookie', 'a=1'])
  })
})

describe('createCorsFetch, with redirects', () => {
  const shared = { 'access-control-allow-origin': '*' }

  it('follows them by default', async () => {
    const target = await serve(sharing())
    const url = await serve((_, response) => response.writeHead(302, { ...shared, location: `${target}/end` }).end())
    const response = await corsFetch(url)
    expect(response).toMatchObject({ redirected: true, status: 200, type: 'cors', url: `${target}/end` })
    expect(response.clone()).toMatchObject({ redirected: true, status: 200, type: 'cors', url: `${target}/end` })
  })

  it('refuses them with the redirect mode error', async () => {
    const url = await serve((_, response) => response.writeHead(301, { ...shared, location: '/end' }).end())
    expect((await refusalOf(corsFetch(url, { redirect: 'error' }))).reason).toBe('redirect-mode-error')
  })

  it('shows that there is one, and nothing more, with the redirect mode manual', async () => {
    const url = await serve((_, response) => response.writeHead(301, { ...shared, location: '/end' }).end())
    const response = await corsFetch(url, { redirect: 'manual' })
    expect(response).toMatchObject({ ok: false, redirected: false, status: 0, type: 'opaqueredirect', url: `${url}/` })
    expect(response.headers.get('location')).toBeNull()
  })

  it('sends a body again where the method is kept, and drops it where it becomes GET', async () => {
    const target = await serveEcho()
    const redirecting = (status: number): Promise<string> =>
      serve((request, response) => {
        response.writeHead(request.method === 'OPTIONS' ? 204 : status, {
          ...shared,
          'access-control-allow-headers': 'content-type',
          location: target,
        })
        response.end()
      })
    const init = { method: 'POST', body: new Blob(['text'], { type: 'a/b' }) }
    expect(await echoOf(corsFetch(await redirecting(307), init))).toMatchObject({
      method: 'POST',
      body: 'text',
      headers: { 'content-type': 'a/b', origin: 'null' },
    })
    const echo = await echoOf(corsFetch(await redirecting(303), init))
    expect(echo).toMatchObject({ body: '', method: 'GET' })
    expect(echo).not.toHaveProperty('headers.content-type')
  })
})

describe('createCorsFetch, aborted', () => {
  const reason = new Error('enough')

  /** Aborts as soon as the server is reached, which then never answers. */
  function abortWhenReached(method: string): { readonly listener: RequestListener; readonly signal: AbortSignal } {
    const controller = new AbortController()
    return {
      signal: controller.signal,
      listener(request, response) {
        if (request.method === method) controller.abort(reason)
        else sharing({ 'access-control-allow-methods': 'PUT' })(request, response)
      },
    }
  }

  it('rejects at once where the signal was aborted before', async () => {
    const listener: RequestListener = () => expect.unreachable()
    const url = await serve(listener)
    await expect(corsFetch(url, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    await expect(corsFetch(new Request(url, { signal: AbortSignal.abort(reason) }))).rejects.toBe(reason)
    await expect(corsFetch(url, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
  })

  it.each(['OPTIONS', 'PUT'])('rejects while the %s is under way', async (method) => {
    const { listener, signal } = abortWhenReached(method)
    await expect(corsFetch(await serve(listener), { method: 'PUT', signal })).rejects.toBe(reason)
  })

  it('rejects with the signal of a Request, but not where the call has put it out of action', async () => {
    const { listener, signal } = abortWhenReached('GET')
    const url = await serve(listener)
    await expect(corsFetch(new Request(url, { signal }))).rejects.toBe(reason)
    const aborted = new Request(await serve(sharing()), { signal: AbortSignal.abort() })
    expect((await corsFetch(aborted, { signal: null })).status).toBe(200)
  })

  it('rejects when it takes too long', async () => {
    const url = await serve(() => undefined)
    await expect(corsFetch(url, { signal: AbortSignal.timeout(100) })).rejects.toMatchObject({ name: 'TimeoutError' })
  })

  it('fails a body that is being read, and closes the connection', async () => {
    const controller = new AbortController()
    const closed: Promise<unknown>[] = []
    const url = await serve((_, response) => {
      closed.push(once(response, 'close'))
      response.writeHead(200, { 'access-control-allow-origin': '*' }).write('first')
    })
    const { body } = await corsFetch(url, { signal: controller.signal })
    const reader = body?.getReader()
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('first')
    const next = reader?.read()
    controller.abort(reason)
    await expect(next).rejects.toBe(reason)
    await Promise.all(closed)
  })

  it('fails a body that is there and has not been read', async () => {
    const controller = new AbortController()
    const response = await corsFetch(await serve(sharing()), { signal: controller.signal })
    controller.abort(reason)
    await expect(response.text()).rejects.toBe(reason)
  })

  it('leaves nothing behind on a signal that is used again and again', async () => {
    const { signal } = new AbortController()
    const url = await serve(sharing())
    await (await corsFetch(url, { signal })).text()
    await expect.poll(() => getEventListeners(signal, 'abort')).toEqual([])
  })
})
