import { rawRequest, type RawResponse } from '@corsac/binding-exam'
import { Elysia } from 'elysia'
import { afterEach, describe, expect, it } from 'vitest'
import { cors } from './cors.ts'
import { serve } from './serve.testing.ts'

const A = 'https://a.example'
const EVIL = 'https://evil.example'
const config = { allowOrigins: [A, 'https://b.example'], allowMethods: ['PUT'] } as const

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

describe.each([
  ['compiled', true],
  ['not compiled', false],
])('cors on Elysia, %s, with debug', (_, aot) => {
  /** Asks an application for leave, as a page on `origin` would. */
  async function ask(
    debug: boolean,
    origin: string,
    method: string,
    path = '/',
    ...headers: [string, string][]
  ): Promise<RawResponse> {
    const running = await serve(Elysia, aot, (app) =>
      app.use(cors(config, { debug })).put('/closed', () => 'x', { cors: false }),
    )
    closers.push(() => running.close())
    return rawRequest(running.url, 'OPTIONS', path, [
      ['Origin', origin],
      ['Access-Control-Request-Method', method],
      ...headers,
    ])
  }

  it.each([
    ['an origin', EVIL, 'PUT', 403, undefined, 'allowOrigins'],
    ['a method', A, 'DELETE', 200, A, 'allowMethods'],
  ])('explains that %s is refused', async (__, origin, method, status, shared, key) => {
    const response = await ask(true, origin, method, '/', ['Access-Control-Request-Headers', 'x-a'])
    const headers = new Map(response.headers)
    expect([response.status, headers.get('access-control-allow-origin')]).toEqual([status, shared])
    expect(headers.get('content-type')).toBe('application/problem+json')
    // In chunks, as Node sends what it does not know the length of.
    expect(response.body).toContain(`"status":${status}`)
    expect(response.body).toContain(`"key":"${key}"`)
  })

  it('explains that a route refuses everybody', async () => {
    const response = await ask(true, A, 'PUT', '/closed')
    expect(response.status).toBe(403)
    expect(response.body).toContain('the cors option of the route is false')
  })

  it('leaves what passes without a body', async () => {
    const { status, headers } = await ask(true, A, 'PUT')
    expect([status, new Map(headers).get('content-type')]).toEqual([204, undefined])
  })

  it('says nothing without it', async () => {
    const { status, headers } = await ask(false, EVIL, 'PUT')
    expect([status, new Map(headers).get('content-type')]).toEqual([403, undefined])
  })
})
