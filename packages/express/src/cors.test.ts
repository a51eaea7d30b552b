import type { CorsConfig } from '@corsac/core'
import { createServer } from 'node:http'
import { rawRequest, type RawResponse } from '@corsac/binding-exam'
import { listen } from '@corsac/test-kit'
import express5, { type Express, type Request, type Response } from 'express'
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

describe('cors around an application', () => {
  const ask = async (outer: Express): Promise<readonly string[]> =>
    shared(await rawRequest(await serve(outer), 'GET', '/inner/', [['Origin', A]]))
  const answering = (express: typeof express5): Express => express().get('/', (_, response) => response.send('x'))

  it.each([
    ['the same copy of Express', express5],
    ['another one', express4],
  ])('reaches it where it is mounted, of %s', async (_, express) => {
    expect(await ask(express5().use(cors(config)).use('/inner', answering(express)))).toEqual([A])
  })

  it('reaches one of the same copy that is called by hand', async () => {
    const inner = answering(express5)
    const outer = express5().use(cors(config))
    outer.use('/inner', (request, response, next) => {
      inner(request, response, next)
    })
    expect(await ask(outer)).toEqual([A])
  })

  it('reaches what comes after it, where it stood inside', async () => {
    const outer = express5().use('/inner', express5().use(cors(config)))
    outer.use((_, response) => response.send('x'))
    expect(await ask(outer)).toEqual([A])
  })

  it('reaches one of another copy that is called by hand, with a cors() of its own', async () => {
    const inner = express4().use(cors({ ...config, allowCredentials: true }))
    inner.get('/', (_, response) => response.send('x'))
    const outer = express5().use(cors(config))
    outer.use('/inner', (request, response, next) => {
      inner(request, response, next)
    })
    expect(await ask(outer)).toEqual([A])
  })

  it('reaches a router without an application', async () => {
    const router = express5.Router().use(cors(config))
    router.use((_, response) => response.end('x'))
    const running = await listen(
      createServer((request, response) => {
        router(request as Request, response as Response, () => undefined)
      }),
    )
    closers.push(() => running.close())
    expect(shared(await rawRequest(running.url, 'GET', '/', [['Origin', A]]))).toEqual([A])
  })
})
