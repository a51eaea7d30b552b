import { createServer } from 'node:http'
import { rawRequest, type RawResponse } from '@corsac/binding-exam'
import { definePolicy } from '@corsac/core'
import { listen } from '@corsac/test-kit'
import { afterEach, describe, expect, it } from 'vitest'
import { cors } from './cors.ts'
import type { NodeMiddleware } from './middleware.ts'

const A = 'https://a.example'
const EVIL = 'https://evil.example'
const config = { allowOrigins: [A, 'https://b.example'], allowMethods: ['PUT'], allowHeaders: ['x-a'] } as const
const policy = definePolicy(config)

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

/** Asks a server behind a policy for leave, as a page on `origin` would. */
async function ask(handleCors: NodeMiddleware, origin: string, method: string, headers = 'x-a'): Promise<RawResponse> {
  const server = createServer((request, response) => {
    handleCors(request, response, () => response.end('the application'))
  })
  const running = await listen(server)
  closers.push(() => running.close())
  return rawRequest(running.url, 'OPTIONS', '/', [
    ['Origin', origin],
    ['Access-Control-Request-Method', method],
    ['Access-Control-Request-Headers', headers],
  ])
}

function fieldOf({ headers }: RawResponse, wanted: string): readonly string[] {
  return headers.filter(([name]) => name === wanted).map(([, value]) => value)
}

/** The problem in a body, whose type and length have to be right. */
function problemOf(response: RawResponse): unknown {
  expect(fieldOf(response, 'content-type')).toEqual(['application/problem+json'])
  expect(fieldOf(response, 'content-length')).toEqual([String(Buffer.byteLength(response.body))])
  return JSON.parse(response.body)
}

describe('cors on node:http, with debug', () => {
  it.each([
    ['a configuration', cors(config, { debug: true })],
    ['a policy', cors(policy, { debug: true })],
    ['a picker', cors(() => Promise.resolve(policy), { debug: true })],
    ['a predicate', cors({ ...config, allowOrigins: (origin) => Promise.resolve(origin === A) }, { debug: true })],
  ])('explains what it refuses, with %s', async (_, handleCors) => {
    const refused = await ask(handleCors, EVIL, 'PUT')
    expect(refused.status).toBe(403)
    expect(refused.headers.filter(([name]) => name.startsWith('access-control-'))).toEqual([])
    expect(problemOf(refused)).toMatchObject({ status: 403, title: 'The origin is not allowed' })

    const unlisted = await ask(handleCors, A, 'DELETE', 'x-a,x-b')
    expect(unlisted.status).toBe(200)
    expect(fieldOf(unlisted, 'access-control-allow-origin')).toEqual([A])
    expect(fieldOf(unlisted, 'access-control-allow-headers')).toEqual(['x-a'])
    expect(problemOf(unlisted)).toMatchObject({
      status: 200,
      remedy: [
        { key: 'allowMethods', add: ['DELETE'] },
        { key: 'allowHeaders', add: ['x-b'] },
      ],
    })

    const passing = await ask(handleCors, A, 'PUT')
    expect(passing).toMatchObject({ status: 204, body: '' })
    expect(fieldOf(passing, 'content-type')).toEqual([])
  })

  it('counts bytes, not characters', async () => {
    const response = await ask(cors(config, { debug: true }), 'https://ä.example', 'PUT', 'x-ö')
    expect(problemOf(response)).toMatchObject({ status: 403 })
    expect(response.body.length).toBeLessThan(Buffer.byteLength(response.body))
  })

  it('shares with nobody what only one origin is allowed', async () => {
    const response = await ask(cors({ allowOrigins: [A] }, { debug: true }), EVIL, 'PUT')
    expect(response.status).toBe(403)
    expect(fieldOf(response, 'access-control-allow-origin')).toEqual([])
    expect(problemOf(response)).toMatchObject({ status: 403 })
  })

  it('says nothing without it', async () => {
    for (const options of [{}, { debug: false }]) {
      const response = await ask(cors(policy, options), EVIL, 'PUT')
      expect(response).toMatchObject({ status: 403, body: '' })
      expect(fieldOf(response, 'content-type')).toEqual([])
    }
  })
})
