import { describe, expect, it } from 'vitest'
import { onTheWire, pageRequest } from './fixtures/page-request.ts'
import { createHandlerTransport } from './handler-transport.ts'
import { createUserAgent } from './user-agent.ts'

const page = { origin: 'https://app.example' }
const put = pageRequest({ method: 'PUT' })

/** A server that shares everything with everybody, and answers preflights as it is told. */
function sharing(preflightHeaders: Record<string, string>): (request: Request) => Response {
  return ({ headers }) => {
    const isPreflight = headers.has('access-control-request-method')
    const shared = {
      'access-control-allow-origin': headers.get('origin') ?? '*',
      'access-control-allow-credentials': 'true',
    }
    return new Response(null, { status: 204, headers: isPreflight ? { ...shared, ...preflightHeaders } : shared })
  }
}

const allowingPut = sharing({ 'access-control-allow-methods': 'PUT, DELETE', 'access-control-max-age': '600' })

describe('corsPreflightFetch', () => {
  it('asks once for all that one preflight allows, as long as it may be kept', async () => {
    let time = 0
    const agent = createUserAgent({ transport: createHandlerTransport(allowingPut), now: () => time })
    expect(onTheWire(await agent.fetch(page, put))).toBe('OPTIONS api.example, PUT api.example')
    time = 599_999
    const second = await agent.fetch(page, { ...put, method: 'DELETE' })
    expect(onTheWire(second)).toBe('DELETE api.example')
    expect(second.steps[1]).toMatchObject({
      algorithm: 'HTTP fetch',
      verdict: 'pass',
      text: 'a cached preflight allows this: "PUT", "DELETE", for 1 more seconds; nobody is asked again',
    })
    time = 600_000
    const third = await agent.fetch(page, put)
    expect(onTheWire(third)).toBe('OPTIONS api.example, PUT api.example')
    expect(third.steps[1]?.text).toContain('has expired')
  })

  it('checks every actual response again, whatever is cached', async () => {
    let isShared = true
    const agent = createUserAgent({
      transport: createHandlerTransport((request) => (isShared ? allowingPut(request) : new Response())),
    })
    await agent.fetch(page, put)
    isShared = false
    const exchange = await agent.fetch(page, put)
    expect(onTheWire(exchange)).toBe('PUT api.example')
    expect(exchange).toMatchObject({ outcome: 'blocked', reason: 'origin-missing' })
  })

  it('keeps the preflights of one user agent from another, and shows and empties them', async () => {
    const transport = createHandlerTransport(allowingPut)
    const agent = createUserAgent({ transport, now: () => 1000 })
    await agent.fetch(page, put)
    expect(agent.preflightCache.entries()).toEqual(
      ['PUT', 'DELETE'].map((method) => ({
        networkPartitionKey: 'https://app.example',
        origin: 'https://app.example',
        url: 'https://api.example/resource',
        credentials: false,
        maxAge: 600,
        storedAt: 1000,
        method,
        headerName: null,
      })),
    )
    expect(createUserAgent({ transport }).preflightCache.entries()).toEqual([])
    agent.preflightCache.clear()
    expect(onTheWire(await agent.fetch(page, put))).toBe('OPTIONS api.example, PUT api.example')
  })

  it('keeps preflights apart by the site in the address bar', async () => {
    const agent = createUserAgent({ transport: createHandlerTransport(allowingPut) })
    await agent.fetch(page, put)
    const framed = await agent.fetch({ ...page, topLevelOrigin: 'https://top.example' }, put)
    expect(onTheWire(framed)).toBe('OPTIONS api.example, PUT api.example')
    expect(framed.steps[1]?.text).toContain('below another site')
    const sibling = await agent.fetch({ ...page, topLevelOrigin: 'https://a.top.example' }, put)
    expect(onTheWire(sibling)).toBe('PUT api.example')
  })

  it('knows other sites with a public suffix list than without', async () => {
    const transport = createHandlerTransport(allowingPut)
    const agent = createUserAgent({ transport, registrableDomain: (host) => host })
    await agent.fetch({ ...page, topLevelOrigin: 'https://a.top.example' }, put)
    expect(agent.preflightCache.entries()[0]?.networkPartitionKey).toBe('https://a.top.example')
  })

  it('uses what was allowed to a request that redirects have tainted only for one like it', async () => {
    const agent = createUserAgent({
      transport: createHandlerTransport((request) => {
        if (!request.url.startsWith('https://from.example') || request.method === 'OPTIONS') return allowingPut(request)
        const { headers } = allowingPut(request)
        return new Response(null, { status: 307, headers: [...headers, ['location', 'https://api.example/resource']] })
      }),
    })
    const redirected = { ...put, url: 'https://from.example/' }
    expect((await agent.fetch(page, redirected)).messages.map(({ purpose }) => purpose)).toEqual([
      'preflight',
      'actual',
      'preflight',
      'actual',
    ])
    expect(onTheWire(await agent.fetch(page, redirected))).toBe('PUT from.example, PUT api.example')
    expect(onTheWire(await agent.fetch(page, put))).toBe('OPTIONS api.example, PUT api.example')
  })

  it('caches nothing of a preflight that does not allow its request, but for the quirk that does', async () => {
    const transport = createHandlerTransport(allowingPut)
    const agent = createUserAgent({ transport })
    expect((await agent.fetch(page, { ...put, method: 'PATCH' })).outcome).toBe('preflight-refused')
    expect(agent.preflightCache.entries()).toEqual([])
    const webkit = createUserAgent({ transport, engine: 'webkit' })
    await webkit.fetch(page, { ...put, method: 'PATCH' })
    expect(webkit.preflightCache.entries()).toHaveLength(2)
  })

  it('is forced by upload listeners and by a stream, for which a preflight without lists is cached too', async () => {
    const agent = createUserAgent({ transport: createHandlerTransport(sharing({})) })
    const post = pageRequest({ method: 'POST', body: 'x' })
    expect(onTheWire(await agent.fetch(page, post))).toBe('POST api.example')
    expect(onTheWire(await agent.fetch(page, { ...post, uploadListeners: true }))).toContain('OPTIONS')
    expect(agent.preflightCache.entries().map(({ method }) => method)).toEqual(['POST'])
    expect(onTheWire(await agent.fetch(page, { ...post, streamed: true }))).toBe('POST api.example')
  })
})
