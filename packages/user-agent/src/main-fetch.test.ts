import { describe, expect, it } from 'vitest'
import { onTheWire, pageRequest } from './fixtures/page-request.ts'
import { createHandlerTransport, type RequestHandler } from './handler-transport.ts'
import { createUserAgent, type UserAgent } from './user-agent.ts'

const page = { origin: 'https://app.example' }
const put = pageRequest({ method: 'PUT' })
const shared = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'PUT',
  'access-control-max-age': '600',
}

/** An agent for a server that shares every preflight, and answers what comes after it as it is told. */
function agentFor(handler: RequestHandler): UserAgent {
  return createUserAgent({
    transport: createHandlerTransport((request) =>
      request.method === 'OPTIONS' ? new Response(null, { headers: shared }) : handler(request),
    ),
  })
}

function cachedUrls({ preflightCache }: UserAgent): readonly string[] {
  return preflightCache.entries().map(({ url }) => url)
}

describe('mainFetch', () => {
  it('forgets the preflights for a URL where the response is blocked', async () => {
    const agent = agentFor(() => new Response())
    await agent.fetch(page, put)
    expect(cachedUrls(agent)).toEqual([])
    expect(onTheWire(await agent.fetch(page, put))).toBe('OPTIONS api.example, PUT api.example')
  })

  it('forgets them where no response comes', async () => {
    let isThere = true
    const agent = agentFor(() => {
      if (!isThere) throw new Error('gone')
      return new Response(null, { headers: shared })
    })
    await agent.fetch(page, put)
    expect(cachedUrls(agent)).toEqual(['https://api.example/resource'])
    isThere = false
    expect((await agent.fetch(page, put)).outcome).toBe('transport-error')
    expect(cachedUrls(agent)).toEqual([])
  })

  it('keeps them where a request that called for no preflight is blocked', async () => {
    const agent = agentFor(({ method }) => new Response(null, method === 'PUT' ? { headers: shared } : {}))
    await agent.fetch(page, put)
    expect((await agent.fetch(page, pageRequest())).outcome).toBe('blocked')
    expect(cachedUrls(agent)).toEqual(['https://api.example/resource'])
  })

  it('forgets, after a redirect, those for the URL that the request has come to', async () => {
    const agent = agentFor(({ url }) => {
      if (!url.endsWith('/from')) return new Response()
      return new Response(null, { status: 307, headers: { ...shared, location: '/to' } })
    })
    const exchange = await agent.fetch(page, { ...put, url: 'https://api.example/from' })
    expect(exchange).toMatchObject({ outcome: 'blocked', reason: 'origin-missing' })
    expect(cachedUrls(agent)).toEqual(['https://api.example/from'])
  })

  it('forgets them even where the redirect has made of the request one without a preflight', async () => {
    let target = new Response(null, { headers: shared })
    const agent = agentFor(({ method, url }) => {
      if (method === 'PUT' && url.endsWith('/from')) {
        return new Response(null, { status: 303, headers: { ...shared, location: '/to' } })
      }
      return target
    })
    await agent.fetch(page, { ...put, url: 'https://api.example/to' })
    expect(cachedUrls(agent)).toEqual(['https://api.example/to'])
    target = new Response()
    const exchange = await agent.fetch(page, { ...put, url: 'https://api.example/from' })
    expect(onTheWire(exchange)).toBe('OPTIONS api.example, PUT api.example, GET api.example')
    expect(cachedUrls(agent)).toEqual(['https://api.example/from'])
  })

  it('forgets, in the engines that wait for it, only where a preflight fails', async () => {
    let preflight: Record<string, string> = shared
    const transport = createHandlerTransport(({ method }) =>
      method === 'OPTIONS' ? new Response(null, { headers: preflight }) : new Response(),
    )
    const agent = createUserAgent({ transport, engine: 'chromium' })
    await agent.fetch(page, put)
    expect(cachedUrls(agent)).toEqual(['https://api.example/resource'])
    preflight = {}
    await agent.fetch(page, { ...put, method: 'DELETE' })
    expect(cachedUrls(agent)).toEqual([])
  })
})
