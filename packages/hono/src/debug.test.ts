import { createServer } from 'node:http'
import { rawRequest, type RawResponse } from '@corsac/binding-exam'
import { listen } from '@corsac/test-kit'
import { getRequestListener } from '@hono/node-server'
import { Hono as Hono4 } from 'hono'
import { Hono as Hono4Floor } from 'hono-floor'
import { afterEach, describe, expect, it } from 'vitest'
import { cors } from './cors.ts'

const A = 'https://a.example'
const EVIL = 'https://evil.example'
const config = { allowOrigins: [A, 'https://b.example'], allowMethods: ['PUT'] } as const

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

describe.each([
  ['4', Hono4],
  ['4.0', Hono4Floor],
])('cors on Hono %s, with debug', (_, Hono) => {
  /** Asks an application for leave, as a page on `origin` would. */
  async function ask(
    debug: boolean,
    origin: string,
    method: string,
    ...headers: [string, string][]
  ): Promise<RawResponse> {
    const handleRequest = getRequestListener(new Hono().use(cors(config, { debug })).fetch)
    const running = await listen(createServer((request, response) => void handleRequest(request, response)))
    closers.push(() => running.close())
    return rawRequest(running.url, 'OPTIONS', '/', [
      ['Origin', origin],
      ['Access-Control-Request-Method', method],
      ...headers,
    ])
  }

  it.each([
    ['an origin', EVIL, 'PUT', 403, undefined, 'allowOrigins'],
    ['a method', A, 'DELETE', 200, A, 'allowMethods'],
  ])('explains that %s is refused', async (__, origin, method, status, shared, key) => {
    const response = await ask(true, origin, method, ['Access-Control-Request-Headers', 'x-ö'])
    const headers = new Map(response.headers)
    expect([response.status, headers.get('access-control-allow-origin')]).toEqual([status, shared])
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(headers.get('content-length')).toBe(String(Buffer.byteLength(response.body)))
    const remedy = expect.arrayContaining([expect.objectContaining({ key })]) as unknown
    expect(JSON.parse(response.body)).toMatchObject({ status, remedy })
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
