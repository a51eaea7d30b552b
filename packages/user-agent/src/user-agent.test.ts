import { readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Engine } from './engine-quirk.ts'
import type { Exchange, PageRequest } from './exchange.ts'
import { serve, serveBytes } from './fixtures/server.ts'
import { getHeader } from './header-list.ts'
import { createCookieStore, createSocketTransport } from './node.ts'
import { createUserAgent } from './user-agent.ts'

const page = { origin: 'https://app.example' }
const agent = createUserAgent({ transport: createSocketTransport({ timeout: 5000 }) })

const defaults: Omit<PageRequest, 'url'> = {
  method: 'GET',
  headers: [],
  credentials: 'same-origin',
  mode: 'cors',
  redirect: 'follow',
}

function fetchFrom(url: string, differences: Partial<PageRequest> = {}, origin = page.origin): Promise<Exchange> {
  return agent.fetch({ origin }, { ...defaults, url, ...differences })
}

/** A server that answers every request with the same fields. */
function answering(headers: Record<string, string>, status = 200): RequestListener {
  return (_, response) => response.writeHead(status, headers).end('body')
}

/** The text of the step that failed. */
function failure(exchange: Exchange): string {
  const failures = exchange.steps.filter(({ verdict }) => verdict === 'fail')
  expect(failures).toHaveLength(1)
  return failures.map(({ text }) => text).join('')
}

describe('createUserAgent', () => {
  it('reads a response that is shared, but for the headers that are not', async () => {
    const headers = { 'access-control-allow-origin': '*', 'content-type': 'text/plain', etag: '"1"', 'x-a': '1' }
    const url = await serve(answering({ ...headers, 'access-control-expose-headers': 'ETag' }))
    const exchange = await fetchFrom(url)
    expect(exchange).toMatchObject({
      page,
      outcome: 'readable',
      reason: null,
      exposedHeaders: ['content-type', 'etag'],
    })
    expect(exchange.request).toEqual({ ...defaults, url })
    expect(exchange.messages).toHaveLength(1)
    expect(exchange.messages[0]).toMatchObject({
      purpose: 'actual',
      request: {
        method: 'GET',
        url: `${url}/`,
        headers: [
          ['Accept', '*/*'],
          ['Origin', 'https://app.example'],
        ],
      },
      response: { status: 200, body: 'body' },
    })
    expect(exchange.steps.map(({ algorithm, verdict }) => `${algorithm}: ${verdict}`)).toEqual([
      'main fetch: pass',
      'HTTP-network-or-cache fetch: info',
      'CORS check: pass',
      'TAO check: info',
      'CORS filtered response: pass',
    ])
  })

  it('gives an exchange that survives JSON', async () => {
    const exchange = await fetchFrom(await serve(answering({})), { method: 'PUT', body: 'x' })
    expect(JSON.parse(JSON.stringify(exchange))).toEqual(exchange)
  })

  it('blocks a response that is not shared, whatever its status', async () => {
    const exchange = await fetchFrom(await serve(answering({ 'content-type': 'text/plain' }, 500)))
    expect(exchange).toMatchObject({ outcome: 'blocked', reason: 'origin-missing', exposedHeaders: [] })
    expect(failure(exchange)).toContain('no Access-Control-Allow-Origin')
  })

  it('blocks a wildcard where credentials are included, and takes the origin with leave for credentials', async () => {
    const wildcard = await serve(answering({ 'access-control-allow-origin': '*' }))
    expect(await fetchFrom(wildcard, { credentials: 'include' })).toMatchObject({
      outcome: 'blocked',
      reason: 'origin-wildcard-with-credentials',
    })
    const headers = { 'access-control-allow-origin': page.origin, 'access-control-expose-headers': '*', 'x-a': '1' }
    const uncredentialed = await serve(answering(headers))
    expect(await fetchFrom(uncredentialed, { credentials: 'include' })).toMatchObject({
      reason: 'credentials-not-allowed',
    })
    const credentialed = await serve(answering({ ...headers, 'access-control-allow-credentials': 'true' }))
    const exchange = await fetchFrom(credentialed, { credentials: 'include' })
    expect(exchange.outcome).toBe('readable')
    expect(exchange.exposedHeaders).not.toContain('x-a')
  })

  it('asks first, and then sends what was allowed', async () => {
    const url = await serve((request, response) => {
      const isPreflight = request.method === 'OPTIONS'
      response.setHeader('access-control-allow-origin', '*')
      if (isPreflight) {
        response.setHeader('access-control-allow-methods', 'PUT')
        response.setHeader('access-control-allow-headers', 'content-type')
      }
      response.writeHead(isPreflight ? 204 : 200).end()
    })
    const exchange = await fetchFrom(url, {
      method: 'put',
      headers: [['Content-Type', 'application/json']],
      body: '{}',
    })
    expect(exchange.outcome).toBe('readable')
    expect(exchange.messages.map(({ purpose, request }) => [purpose, request])).toEqual([
      [
        'preflight',
        {
          method: 'OPTIONS',
          url: `${url}/`,
          headers: [
            ['Accept', '*/*'],
            ['Access-Control-Request-Method', 'PUT'],
            ['Access-Control-Request-Headers', 'content-type'],
            ['Origin', 'https://app.example'],
          ],
        },
      ],
      [
        'actual',
        {
          method: 'PUT',
          url: `${url}/`,
          headers: [
            ['Content-Type', 'application/json'],
            ['Accept', '*/*'],
            ['Origin', 'https://app.example'],
          ],
        },
      ],
    ])
    expect(exchange.steps[0]).toMatchObject({ algorithm: 'new Request', verdict: 'info' })
  })

  it('never sends what a preflight does not allow, and says why', async () => {
    const url = await serve(answering({ 'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET' }))
    const exchange = await fetchFrom(url, { method: 'DELETE' })
    expect(exchange).toMatchObject({ outcome: 'preflight-refused', reason: 'preflight-method-not-allowed' })
    expect(exchange.messages.map(({ purpose }) => purpose)).toEqual(['preflight'])
    expect(failure(exchange)).toContain('Access-Control-Allow-Methods is "GET", which does not allow "DELETE"')
    expect(exchange.steps.at(-1)?.text).toContain('never sent')
  })

  it('does not tell a preflight without a response from one that is refused', async () => {
    const url = await serveBytes('', (_, socket) => socket.destroy())
    const exchange = await fetchFrom(url, { method: 'DELETE' })
    expect(exchange).toMatchObject({ outcome: 'preflight-refused', reason: 'preflight-no-response' })
    expect(exchange.messages).toMatchObject([{ purpose: 'preflight', response: null }])
  })

  it('reports the want of a response', async () => {
    const url = await serveBytes('', (_, socket) => socket.destroy())
    const exchange = await fetchFrom(url)
    expect(exchange).toMatchObject({ outcome: 'transport-error', reason: 'no-response', exposedHeaders: [] })
    expect(exchange.messages[0]?.error).toContain('no response from')
    expect(failure(exchange)).toContain('no response from')
  })

  it('bears with a transport that rejects with anything', async () => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a transport is somebody else's code
    const broken = createUserAgent({ transport: () => Promise.reject(undefined) })
    const exchange = await broken.fetch(page, { ...defaults, url: 'https://api.example/' })
    expect(exchange).toMatchObject({
      outcome: 'transport-error',
      messages: [{ error: 'the transport gave no reason' }],
    })
  })

  it('records a response without a body as one', async () => {
    const silent = createUserAgent({ transport: () => Promise.resolve({ status: 200, headers: [] }) })
    const { messages } = await silent.fetch(page, { ...defaults, url: 'https://api.example/' })
    expect(messages[0]?.response).toEqual({ status: 200, headers: [] })
  })

  it('reads everything but cookies on its own origin, and sends no Origin there', async () => {
    const url = await serve(answering({ 'x-a': '1', 'set-cookie': 'a=b', date: 'today', connection: 'close' }))
    const exchange = await fetchFrom(url, { headers: [['X-B', '1']] }, url)
    expect(exchange.outcome).toBe('readable')
    expect(exchange.exposedHeaders).toEqual(['connection', 'date', 'transfer-encoding', 'x-a'])
    expect(getHeader(exchange.messages[0]?.request.headers ?? [], 'origin')).toBeNull()
    expect(exchange.steps.at(-1)?.algorithm).toBe('basic filtered response')
  })

  it('says so where a page can read no header', async () => {
    const url = await serveBytes('HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\n\r\n', (_, socket) => {
      setImmediate(() => socket.end())
    })
    const exchange = await fetchFrom(url)
    expect(exchange).toMatchObject({ outcome: 'readable', exposedHeaders: [] })
    expect(exchange.steps.at(-1)?.text).toContain('none of the headers')
  })

  it('gets an opaque response in the mode no-cors, without the headers that it cannot set', async () => {
    const exchange = await fetchFrom(await serve(answering({})), { mode: 'no-cors', headers: [['X-A', '1']] })
    expect(exchange).toMatchObject({ outcome: 'opaque', reason: null, exposedHeaders: [] })
    expect(exchange.messages[0]?.request.headers).toEqual([['Accept', '*/*']])
  })

  it('withholds the origin from a no-cors server without encryption', async () => {
    const exchange = await fetchFrom(await serve(answering({})), { mode: 'no-cors', method: 'POST', body: 'x' })
    expect(getHeader(exchange.messages[0]?.request.headers ?? [], 'origin')).toBe('null')
  })

  it.each<[string, Partial<PageRequest>]>([
    ['mode-same-origin', { mode: 'same-origin' }],
    ['no-cors-redirect-mode', { mode: 'no-cors', redirect: 'error' }],
    ['method-forbidden', { method: 'TRACE' }],
    ['url-scheme-not-http', { url: 'ftp://api.example/' }],
    ['url-scheme-not-http', { url: 'data:,x' }],
    ['url-invalid', { url: '' }],
  ])('sends nothing, with %s', async (reason, differences) => {
    const exchange = await fetchFrom('http://127.0.0.1:1/', differences)
    expect(exchange).toMatchObject({ outcome: 'blocked', reason, messages: [] })
    expect(failure(exchange)).not.toBe('')
  })

  it('follows a redirect to another origin as null, without Authorization, and asks first again', async () => {
    const shared = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization, x-a' }
    const target = await serve(answering(shared))
    const url = await serve(answering({ ...shared, location: `${target}/end#fragment` }, 307))
    const redirecting = await serve((request, response) => {
      response.writeHead(request.method === 'OPTIONS' ? 204 : 307, { ...shared, location: `${target}/end` }).end()
    })
    expect(await fetchFrom(url, { headers: [['X-A', '1']] })).toMatchObject({ reason: 'preflight-status-not-ok' })

    const exchange = await fetchFrom(redirecting, {
      headers: [
        ['Authorization', 'x'],
        ['X-A', '1'],
      ],
    })
    expect(exchange.outcome).toBe('readable')
    expect(
      exchange.messages.map(({ purpose, request }) => [purpose, request.url, getHeader(request.headers, 'origin')]),
    ).toEqual([
      ['preflight', `${redirecting}/`, 'https://app.example'],
      ['actual', `${redirecting}/`, 'https://app.example'],
      ['preflight', `${target}/end`, 'null'],
      ['actual', `${target}/end`, 'null'],
    ])
    expect(getHeader(exchange.messages[2]?.request.headers ?? [], 'access-control-request-headers')).toBe('x-a')
    expect(getHeader(exchange.messages[3]?.request.headers ?? [], 'authorization')).toBeNull()
  })

  it('checks a redirect before it follows it', async () => {
    const url = await serve(answering({ location: '/elsewhere' }, 302))
    const exchange = await fetchFrom(url)
    expect(exchange).toMatchObject({ outcome: 'blocked', reason: 'origin-missing' })
    expect(exchange.messages).toHaveLength(1)
  })

  it('gives up after twenty redirects', async () => {
    const url = await serve(answering({ 'access-control-allow-origin': '*', location: '/again' }, 302))
    const exchange = await fetchFrom(url)
    expect(exchange).toMatchObject({ outcome: 'blocked', reason: 'redirect-too-many' })
    expect(exchange.messages).toHaveLength(21)
  })

  it('hands over a redirect without Location', async () => {
    const url = await serve(answering({ 'access-control-allow-origin': '*', 'content-type': 'text/plain' }, 302))
    expect(await fetchFrom(url)).toMatchObject({ outcome: 'readable', exposedHeaders: ['content-type'] })
  })

  it('goes by the redirect mode', async () => {
    const url = await serve(answering({ 'access-control-allow-origin': '*', location: '/elsewhere' }, 302))
    expect(await fetchFrom(url, { redirect: 'error' })).toMatchObject({
      outcome: 'blocked',
      reason: 'redirect-mode-error',
    })
    const manual = await fetchFrom(url, { redirect: 'manual' })
    expect(manual).toMatchObject({ outcome: 'opaque', reason: null, exposedHeaders: [] })
    expect(manual.messages).toHaveLength(1)
  })

  it('remembers over redirects that a TAO check failed', async () => {
    const shared = { 'access-control-allow-origin': '*' }
    const target = await serve(answering({ ...shared, 'timing-allow-origin': '*' }))
    const url = await serve(answering({ ...shared, location: target }, 302))
    const timing = async (from: string): Promise<readonly string[]> =>
      (await fetchFrom(from)).steps.filter(({ algorithm }) => algorithm === 'TAO check').map(({ text }) => text)
    expect(await timing(target)).toEqual(['the timing of this response is shown to the page'])
    expect(await timing(url)).toEqual([
      'the timing of this response is hidden from the page',
      'the timing of this response is hidden from the page',
    ])
  })

  it('lets no control character of a server into its steps', async () => {
    const url = await serve(
      answering({ 'access-control-allow-origin': '\u009B31m\u00E9', 'access-control-allow-methods': '\u0090' }),
    )
    const { steps } = await fetchFrom(url)
    for (const { text } of steps) expect(text).toMatch(/^[\x20-\x7E]+$/)
    expect(steps.map(({ text }) => text).join()).toContain('\\u009b31m')
  })
})

describe('createUserAgent, under odd headers', () => {
  const names = fc.constantFrom(
    'Access-Control-Allow-Origin',
    'Access-Control-Allow-Credentials',
    'Access-Control-Allow-Methods',
    'access-control-allow-headers',
    'Access-Control-Expose-Headers',
    'Access-Control-Max-Age',
    'Cross-Origin-Resource-Policy',
    'Timing-Allow-Origin',
    'Set-Cookie',
    'Location',
    'Referrer-Policy',
    '',
    '__proto__',
  )
  const values = fc.oneof(
    fc.constantFrom(
      '*',
      'null',
      'true',
      'https://app.example',
      'PUT, x-a',
      '-1',
      '9'.repeat(400),
      'same-site',
      '/again',
    ),
    fc.string({ unit: 'binary' }),
  )
  const headers = fc.array(fc.tuple(names, values), { maxLength: 8 })
  const requests = fc.record({
    method: fc.constantFrom('GET', 'PUT', 'patch', '*', ''),
    url: fc.constantFrom('https://api.example/', 'http://app.example/', 'https://app.example/', 'x:', ''),
    headers: fc.array(fc.tuple(fc.constantFrom('X-A', 'Authorization', 'Range', 'Content-Type', ' '), values)),
    credentials: fc.constantFrom('omit' as const, 'same-origin' as const, 'include' as const),
    mode: fc.constantFrom('cors' as const, 'no-cors' as const, 'same-origin' as const),
    redirect: fc.constantFrom('follow' as const, 'error' as const, 'manual' as const),
    uploadListeners: fc.boolean(),
  })
  const answers = fc.array(fc.record({ status: fc.integer({ min: 0, max: 999 }), headers }), { minLength: 1 })
  const engines = fc.constantFrom<(Engine | undefined)[]>(undefined, 'chromium', 'firefox', 'webkit')

  it('never throws, and gives exchanges that survive JSON and can be printed', async () => {
    await fc.assert(
      fc.asyncProperty(
        answers,
        fc.array(requests, { minLength: 1, maxLength: 3 }),
        engines,
        async (list, made, engine) => {
          let count = 0
          const odd = createUserAgent({
            cookieStore: createCookieStore(),
            transport: () => Promise.resolve(list[count++ % list.length] ?? { status: 200, headers: [] }),
            ...(engine === undefined ? {} : { engine }),
          })
          for (const request of made) {
            const exchange = await odd.fetch(page, request)
            expect(JSON.parse(JSON.stringify(exchange))).toEqual(exchange)
            for (const { text } of exchange.steps) expect(text).toMatch(/^[\x20-\x7E]+$/)
            const isNetworkError = exchange.outcome !== 'readable' && exchange.outcome !== 'opaque'
            expect(exchange.reason === null).toBe(!isNetworkError)
          }
        },
      ),
    )
  })
})

describe('index.ts', () => {
  it('reaches nothing of Node, since it runs in browsers too', () => {
    const seen = new Set<string>()
    const visit = (file: string): void => {
      if (seen.has(file)) return
      seen.add(file)
      const source = readFileSync(new URL(file, import.meta.url), 'utf8')
      for (const [, specifier = ''] of source.matchAll(/^(?:import|export|\}).* from '(?<specifier>[^']+)'$/gm)) {
        expect(specifier, `imported by ${file}`).toMatch(/^\.\/[a-z-]+\.ts$/)
        visit(specifier)
      }
    }
    visit('./index.ts')
    expect(seen).toContain('./user-agent.ts')
    expect(seen).not.toContain('./socket-transport.ts')
  })
})
