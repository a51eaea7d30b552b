import type { CorsConfig } from '@corsac/core'
import { createServer } from 'node:http'
import { rawRequest, type RawResponse } from '@corsac/binding-exam'
import { listen } from '@corsac/test-kit'
import express5, { type Express } from 'express'
import express4 from 'express-4'
import { afterEach, describe, expect, it } from 'vitest'
import { cors } from './cors.ts'

const A = 'https://a.example'
const config = { allowOrigins: [A, 'https://b.example'], allowMethods: ['PUT'] }

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function serve(app: Express): Promise<string> {
  const running = await listen(createServer(app))
  closers.push(() => running.close())
  return running.url
}

function shared({ headers }: RawResponse): readonly string[] {
  return headers.filter(([name]) => name === 'access-control-allow-origin').map(([, value]) => value)
}

describe.each([
  ['5', express5],
  ['4', express4],
])('cors on Express %s', (_, express) => {
  it('shares what the default error handler answers, a malformed body included', async () => {
    const app = express().set('env', 'test').use(cors(config), express.json())
    app.get('/', () => {
      throw new Error('broken')
    })
    const url = await serve(app)
    const error = await rawRequest(url, 'GET', '/', [['Origin', A]])
    expect([error.status, shared(error)]).toEqual([500, [A]])
    const bad = await rawRequest(url, 'POST', '/', [
      ['Origin', A],
      ['Content-Type', 'application/json'],
      ['Content-Length', '0'],
      ['Transfer-Encoding', 'x'],
    ])
    expect(bad.status).toBeGreaterThanOrEqual(400)
  })

  it('answers a preflight before authentication and routing', async () => {
    const app = express().use(cors(config), (__, response) => {
      response.status(401).end()
    })
    const url = await serve(app)
    const preflight = await rawRequest(url, 'OPTIONS', '/anything', [
      ['Origin', A],
      ['Access-Control-Request-Method', 'PUT'],
    ])
    expect([preflight.status, shared(preflight)]).toEqual([204, [A]])
    const actual = await rawRequest(url, 'PUT', '/anything', [['Origin', A]])
    expect([actual.status, shared(actual)]).toEqual([401, [A]])
  })

  it('keeps the Vary that a handler sets, and its own', async () => {
    const app = express().use(cors(config))
    app.get('/', (__, response) => {
      response.vary('Accept').set('Vary', 'Accept-Encoding').send('x')
    })
    const { headers } = await rawRequest(await serve(app), 'GET', '/', [['Origin', A]])
    expect(headers.filter(([name]) => name === 'vary')).toEqual([['vary', 'Accept-Encoding, Origin']])
  })

  it('works on a router of its own', async () => {
    const router = express
      .Router()
      .use(cors(config))
      .put('/item', (__, response) => {
        response.end()
      })
    const url = await serve(express().use('/api', router))
    expect(
      (
        await rawRequest(url, 'OPTIONS', '/api/item', [
          ['Origin', A],
          ['Access-Control-Request-Method', 'PUT'],
        ])
      ).status,
    ).toBe(204)
    expect(shared(await rawRequest(url, 'GET', '/other', [['Origin', A]]))).toEqual([])
  })

  it('gives a picker the request of Express', async () => {
    const seen: unknown[] = []
    const app = express().use(
      cors((__, request) => {
        seen.push([request.path, request.query])
        return null
      }),
    )
    await rawRequest(await serve(app), 'GET', '/path?a=1', [['Origin', A]])
    expect(seen).toEqual([['/path', { a: '1' }]])
  })

  it('refuses a wrong configuration at start', () => {
    const written: CorsConfig = { allowOrigins: ['https://a.example/'], allowCredentials: true }
    expect(() => cors(written)).toThrow('did you mean "https://a.example"?')
  })
})
