import { describe, expect, it } from 'vitest'
import { onTheWire, pageRequest } from './fixtures/page-request.ts'
import { createHandlerTransport } from './handler-transport.ts'
import { getHeader } from './header-list.ts'
import { createUserAgent } from './user-agent.ts'

const page = { origin: 'https://app.example' }
const shared = { 'access-control-allow-origin': '*' }

/** A server that answers with one status after the other. */
function answering(...statuses: readonly number[]): (request: Request) => Response {
  const remaining = [...statuses]
  return () => new Response(null, { status: remaining.shift() ?? 200, headers: shared })
}

describe('httpNetworkOrCacheFetch', () => {
  it('sends a request once more after a 421, and no third time', async () => {
    const agent = createUserAgent({ transport: createHandlerTransport(answering(421, 200, 421, 421)) })
    const second = await agent.fetch(page, pageRequest())
    expect(onTheWire(second)).toBe('GET api.example, GET api.example')
    expect(second.messages.at(-1)?.response?.status).toBe(200)
    const third = await agent.fetch(page, pageRequest())
    expect(third.messages.map(({ response }) => response?.status)).toEqual([421, 421])
    expect(third.outcome).toBe('readable')
  })

  it('sends a text once more after a 421, but no stream', async () => {
    const post = pageRequest({ method: 'POST', body: 'x' })
    const agent = createUserAgent({ transport: createHandlerTransport(answering(421, 200, 200, 421)) })
    expect(onTheWire(await agent.fetch(page, post))).toBe('POST api.example, POST api.example')
    const streamed = await agent.fetch(page, { ...post, streamed: true })
    expect(onTheWire(streamed)).toBe('OPTIONS api.example, POST api.example')
  })

  it('sends what a stream has in it', async () => {
    const bodies: string[] = []
    const agent = createUserAgent({
      transport: createHandlerTransport(async (request) => {
        bodies.push(`${await request.text()} ${request.headers.get('content-type') ?? 'without type'}`)
        return new Response(null, { headers: shared })
      }),
    })
    const post = pageRequest({ method: 'POST', body: 'x', streamed: true })
    expect((await agent.fetch(page, post)).outcome).toBe('readable')
    expect(bodies).toEqual([' without type', 'x without type'])
  })

  it('wants a range of a resource as it is', async () => {
    const agent = createUserAgent({ transport: createHandlerTransport(answering()) })
    const ranged = await agent.fetch(page, pageRequest({ headers: [['Range', 'bytes=0-1']] }))
    expect(ranged.messages).toHaveLength(1)
    expect(getHeader(ranged.messages[0]?.request.headers ?? [], 'accept-encoding')).toBe('identity')
    const whole = await agent.fetch(page, pageRequest())
    expect(getHeader(whole.messages[0]?.request.headers ?? [], 'accept-encoding')).toBeNull()
  })

  it('ends early where the page has aborted the fetch, before the preflight, after it, or meanwhile', async () => {
    const before = await createUserAgent({ transport: createHandlerTransport(answering()) }).fetch(
      page,
      pageRequest(),
      {
        signal: AbortSignal.abort(),
      },
    )
    expect(before).toMatchObject({ outcome: 'transport-error', reason: 'aborted', messages: [] })

    for (const method of ['OPTIONS', 'PUT']) {
      const controller = new AbortController()
      const agent = createUserAgent({
        transport: createHandlerTransport((request) => {
          if (request.method !== method) {
            return new Response(null, { headers: { ...shared, 'access-control-allow-methods': 'PUT' } })
          }
          controller.abort()
          return new Promise<Response>(() => undefined)
        }),
      })
      const exchange = await agent.fetch(page, pageRequest({ method: 'PUT' }), { signal: controller.signal })
      expect(exchange).toMatchObject({ outcome: 'transport-error', reason: 'aborted' })
      expect(exchange.messages.at(-1)).toMatchObject({ request: { method }, response: null })
      expect(agent.preflightCache.entries()).toEqual([])
    }
  })

  it('hands the signal to the transport', async () => {
    const { signal } = new AbortController()
    const signals: unknown[] = []
    const agent = createUserAgent({
      transport: (request) => {
        signals.push(request.signal)
        return Promise.resolve({ status: 200, headers: [] })
      },
    })
    await agent.fetch(page, pageRequest(), { signal })
    expect(signals).toEqual([signal])
  })
})
