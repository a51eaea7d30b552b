import { describe, expect, it } from 'vitest'
import { cors } from './cors.ts'
import { A, createApp, EVIL, fieldsOf, preflight, serveOnNode, serveOnWeb } from './exchange.testing.ts'

const config = { allowOrigins: [A, 'https://b.example'], allowMethods: ['PUT'] } as const

describe.each([
  ['Node', serveOnNode],
  ['plain requests', serveOnWeb],
])('cors on h3, with debug and %s', (_, serve) => {
  it.each([
    ['an origin', EVIL, 'PUT', 403, [], [{ key: 'allowOrigins' }]],
    ['an origin with letters of its own', 'https://ä.example', 'PUT', 403, [], []],
    ['a method', A, 'DELETE', 200, [['access-control-allow-origin', A]], [{ key: 'allowMethods' }]],
  ])('explains that %s is refused', async (__, origin, method, status, shared, remedy) => {
    const app = createApp().use(cors(config, { debug: true }))
    const response = await preflight(await serve(app), '/', origin, method)
    expect(response.status).toBe(status)
    expect(fieldsOf(response).filter(([name]) => name === 'access-control-allow-origin')).toEqual(shared)
    const headers = new Map(response.headers)
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(headers.get('content-length')).toBe(String(Buffer.byteLength(response.body)))
    expect(JSON.parse(response.body)).toMatchObject({ status, remedy })
  })

  it('says nothing where nothing is refused, or where it is off', async () => {
    expect(await preflight(await serve(createApp().use(cors(config, { debug: true }))))).toMatchObject({
      status: 204,
      body: '',
    })
    expect(await preflight(await serve(createApp().use(cors(config))), '/', EVIL)).toMatchObject({
      status: 403,
      body: '',
    })
  })
})
