import { createServer } from 'node:http'
import { rawRequest } from '@corsac/binding-exam'
import { listen } from '@corsac/test-kit'
import express5 from 'express'
import express4 from 'express-4'
import { afterEach, describe, expect, it } from 'vitest'
import { cors } from './cors.ts'

const A = 'https://a.example'
const config = { allowOrigins: [A, 'https://b.example'], allowMethods: ['PUT'] } as const

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

describe.each([
  ['5', express5],
  ['4', express4],
])('cors on Express %s, with debug', (_, express) => {
  it.each([
    ['an origin', 'https://evil.example', 'PUT', 403, [], 'allowOrigins'],
    ['a method', A, 'DELETE', 200, [A], 'allowMethods'],
  ])('explains that %s is refused', async (__, origin, method, status, shared, key) => {
    const app = express().use(cors(config, { debug: true }))
    const running = await listen(createServer(app))
    closers.push(() => running.close())
    const response = await rawRequest(running.url, 'OPTIONS', '/', [
      ['Origin', origin],
      ['Access-Control-Request-Method', method],
    ])
    expect(response.status).toBe(status)
    const headers = new Map(response.headers)
    expect(
      response.headers.filter(([name]) => name === 'access-control-allow-origin').map(([, value]) => value),
    ).toEqual(shared)
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(headers.get('content-length')).toBe(String(Buffer.byteLength(response.body)))
    expect(JSON.parse(response.body)).toMatchObject({ status, remedy: [{ key }] })
  })
})
