import { serve } from 'srvx'
import { afterEach, describe, expect, it } from 'vitest'
import { cors } from './cors.ts'

const A = 'https://a.example'
const EVIL = 'https://evil.example'
const withCors = cors(
  { allowOrigins: [A, 'https://b.example'], allowMethods: ['PUT'], allowHeaders: ['x-a'] },
  { debug: true },
)
const handle = withCors(() => new Response('the application'))

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

function preflight(origin: string, method: string): Request {
  return new Request('https://api.example/', {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': method },
  })
}

describe('cors on a web-standard handler, with debug', () => {
  it.each([
    ['an origin', EVIL, 'PUT', 403, null, 'allowOrigins'],
    ['a method', A, 'DELETE', 200, A, 'allowMethods'],
  ])('explains that %s is refused', async (_, origin, method, status, shared, key) => {
    const response = await handle(preflight(origin, method))
    expect(response.status).toBe(status)
    expect(response.headers.get('access-control-allow-origin')).toBe(shared)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ status, remedy: [{ key }] })
  })

  it('leaves what passes without a body', async () => {
    const response = await handle(preflight(A, 'PUT'))
    expect([response.status, response.body, response.headers.get('content-type')]).toEqual([204, null, null])
  })

  it.each([
    ['ASCII', EVIL, 'PUT', 403],
    ['more than ASCII', 'https://ä.example', 'PUT', 403],
    ['a method', A, 'DELETE', 200],
  ])('gets over the wire whole: %s', async (_, origin, method, status) => {
    const server = serve({ port: 0, hostname: '127.0.0.1', silent: true, gracefulShutdown: false, fetch: handle })
    await server.ready()
    closers.push(() => server.close(true))
    const response = await fetch(server.url ?? '', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': method },
    })
    const body = await response.text()
    expect(response.status).toBe(status)
    expect(JSON.parse(body)).toMatchObject({ status })
    // How a body is framed is the runtime's: by its length, or in chunks.
    expect([null, String(Buffer.byteLength(body))]).toContain(response.headers.get('content-length'))
    expect(response.headers.get('access-control-allow-origin')).toBe(status === 403 ? null : A)
  })
})
