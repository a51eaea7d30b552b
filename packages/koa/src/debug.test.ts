import { createServer } from 'node:http'
import { rawRequest } from '@corsac/binding-exam'
import { listen } from '@corsac/test-kit'
import Koa3 from 'koa'
import Koa2 from 'koa-2'
import { afterEach, describe, expect, it } from 'vitest'
import { cors } from './cors.ts'

const A = 'https://a.example'
const config = { allowOrigins: [A, 'https://b.example'], allowMethods: ['PUT'] } as const

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

describe.each([
  ['3', Koa3],
  ['2', Koa2],
])('cors on Koa %s, with debug', (_, Koa) => {
  it.each([
    ['an origin', 'https://evil.example', 'PUT', 403, [], 'allowOrigins'],
    ['a method', A, 'DELETE', 200, [A], 'allowMethods'],
  ])('explains that %s is refused', async (__, origin, method, status, shared, key) => {
    const handleRequest = new Koa().use(cors(config, { debug: true })).callback()
    const running = await listen(createServer((request, response) => void handleRequest(request, response)))
    closers.push(() => running.close())
    const response = await rawRequest(running.url, 'OPTIONS', '/', [
      ['Origin', origin],
      ['Access-Control-Request-Method', method],
      ['Access-Control-Request-Headers', 'x-ö'],
    ])
    expect(response.status).toBe(status)
    const headers = new Map(response.headers)
    expect(
      response.headers.filter(([name]) => name === 'access-control-allow-origin').map(([, value]) => value),
    ).toEqual(shared)
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(headers.get('content-length')).toBe(String(Buffer.byteLength(response.body)))
    expect(JSON.parse(response.body)).toMatchObject({
      status,
      remedy: expect.arrayContaining([expect.objectContaining({ key })]),
    })
  })

  it('says nothing without it', async () => {
    const handleRequest = new Koa().use(cors(config)).callback()
    const running = await listen(createServer((request, response) => void handleRequest(request, response)))
    closers.push(() => running.close())
    const response = await rawRequest(running.url, 'OPTIONS', '/', [
      ['Origin', 'https://evil.example'],
      ['Access-Control-Request-Method', 'PUT'],
    ])
    expect(response).toMatchObject({ status: 403, body: '' })
  })
})
