import { defineWebSocketHandler, type EventHandler } from 'h3'
import { describe, expect, it } from 'vitest'
import { cors } from './cors.ts'
import { A, B, config, createApp } from './exchange.testing.ts'

function ask(handler: EventHandler, origin = A, headers: Record<string, string> = {}): Response | Promise<Response> {
  const app = createApp().use(cors(config)).get('/', handler)
  return app.fetch(new Request('http://api.example/', { headers: { origin, ...headers } }))
}

describe('a response that cors() makes elsewhere than on Node', () => {
  it.each<[string, EventHandler]>([
    ['a document', () => ({ a: 1 })],
    ['a response', () => new Response('x')],
  ])('is there at once where the handler does not wait: %s', (_, handler) => {
    const response = ask(handler)
    expect(response).toBeInstanceOf(Response)
    expect(response).not.toBeInstanceOf(Promise)
  })

  it('is a copy of one that the handler returns again, so that no page gets the origin of another', async () => {
    const again = new Response(null, { headers: { vary: 'Accept' } })
    const responses = await Promise.all([A, B].map((origin) => ask(() => again, origin)))
    expect(responses.map(({ headers }) => headers.get('access-control-allow-origin'))).toEqual([A, B])
    expect([...again.headers]).toEqual([['vary', 'Accept']])
  })

  it('has the status, the headers and the body of the original', async () => {
    const response = await ask(
      () =>
        new Response('body', {
          status: 299,
          statusText: 'Odd',
          headers: [
            ['set-cookie', 'a=1'],
            ['set-cookie', 'b=2'],
          ],
        }),
    )
    expect([response.status, response.statusText, await response.text()]).toEqual([299, 'Odd', 'body'])
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  })

  it.each<[string, () => Response]>([
    ['a network error', () => Response.error()],
    [
      'an upgrade',
      () => Object.defineProperty(new Response(null, { headers: { upgrade: 'websocket' } }), 'status', { value: 101 }),
    ],
  ])('is the original where that is %s', async (_, create) => {
    const original = create()
    const response = await ask(() => original)
    expect(response).toBe(original)
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([])
  })

  it('keeps the hooks of a WebSocket, by which crossws finds them', async () => {
    const hooks = { message: () => undefined }
    const response = await ask(defineWebSocketHandler(hooks), A, { upgrade: 'websocket', connection: 'upgrade' })
    expect(response).toMatchObject({ status: 426, crossws: hooks })
  })
})
