import { rawRequest, type RawResponse } from '@corsac/binding-exam'
import { server as createServer } from '@hapi/hapi'
import { afterEach, describe, expect, it } from 'vitest'
import { cors } from './cors.ts'

const A = 'https://a.example'
const EVIL = 'https://evil.example'
const config = { allowOrigins: [A, 'https://b.example'], allowMethods: ['PUT'] } as const

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

/** Asks a server for leave, as a page on `origin` would. */
async function ask(debug: boolean, origin: string, method: string, path = '/'): Promise<RawResponse> {
  const server = createServer({ host: '127.0.0.1', port: 0, compression: { minBytes: 1 } })
  await server.register(cors(config, { debug }))
  server.route({ method: 'PUT', path: '/closed', options: { plugins: { corsac: false } }, handler: () => 'x' })
  await server.start()
  closers.push(() => server.stop({ timeout: 0 }))
  return rawRequest(server.info.uri, 'OPTIONS', path, [
    ['Origin', origin],
    ['Access-Control-Request-Method', method],
    ['Access-Control-Request-Headers', 'x-ö'],
  ])
}

describe('cors on hapi, with debug', () => {
  it.each([
    ['an origin', EVIL, 'PUT', 403, undefined, 'allowOrigins'],
    ['a method', A, 'DELETE', 200, A, 'allowMethods'],
  ])('explains that %s is refused', async (_, origin, method, status, shared, key) => {
    const response = await ask(true, origin, method)
    const headers = new Map(response.headers)
    expect([response.status, headers.get('access-control-allow-origin')]).toEqual([status, shared])
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(headers.get('content-length')).toBe(String(Buffer.byteLength(response.body)))
    const remedy = expect.arrayContaining([expect.objectContaining({ key })]) as unknown
    expect(JSON.parse(response.body)).toMatchObject({ status, remedy })
  })

  it('explains that a route refuses everybody', async () => {
    const response = await ask(true, A, 'PUT', '/closed')
    expect(response.status).toBe(403)
    expect(response.body).toContain('the plugins.corsac option of the route is false')
  })

  it('says nothing without it', async () => {
    expect(await ask(false, EVIL, 'PUT')).toMatchObject({ status: 403, body: '' })
  })
})
