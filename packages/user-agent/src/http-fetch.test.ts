import { describe, expect, it } from 'vitest'
import { pageRequest } from './fixtures/page-request.ts'
import { createHandlerTransport } from './handler-transport.ts'
import { createUserAgent } from './user-agent.ts'

const page = { origin: 'https://app.example' }
const noCors = pageRequest({ mode: 'no-cors' })

describe('httpFetch', () => {
  it('takes a 407 for a network error, whatever it shares', async () => {
    const headers = { 'access-control-allow-origin': '*' }
    const agent = createUserAgent({
      transport: createHandlerTransport(() => new Response(null, { status: 407, headers })),
    })
    expect(await agent.fetch(page, pageRequest())).toMatchObject({
      outcome: 'blocked',
      reason: 'proxy-authentication-required',
    })
    expect(await agent.fetch(page, pageRequest({ method: 'PUT' }))).toMatchObject({
      outcome: 'preflight-refused',
      reason: 'preflight-status-not-ok',
    })
  })

  it('keeps from a page without CORS what the resource policy keeps from it, redirects included', async () => {
    const headers = { 'cross-origin-resource-policy': 'same-site', location: '/elsewhere' }
    for (const status of [200, 302]) {
      const agent = createUserAgent({
        transport: createHandlerTransport(() => new Response(null, { status, headers })),
      })
      const exchange = await agent.fetch(page, noCors)
      expect(exchange).toMatchObject({ outcome: 'blocked', reason: 'resource-policy-same-site' })
      expect(exchange.messages).toHaveLength(1)
    }
  })

  it('has no use for the resource policy where the response is shared or the page its own', async () => {
    const headers = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'same-origin' }
    const agent = createUserAgent({ transport: createHandlerTransport(() => new Response(null, { headers })) })
    expect((await agent.fetch(page, pageRequest())).outcome).toBe('readable')
    expect((await agent.fetch({ origin: 'https://api.example' }, noCors)).outcome).toBe('readable')
  })
})
