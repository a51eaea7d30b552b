import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { connect, createServer as createHttp2Server } from 'node:http2'
import { Readable } from 'node:stream'
import { rawRequest, type RawResponse } from '@corsac/binding-exam'
import { type CorsConfig, definePolicy } from '@corsac/core'
import { cors as nodeCors } from '@corsac/node'
import { listen } from '@corsac/test-kit'
import { type Lifecycle, server as createServer21, type Server, type ServerOptions } from '@hapi/hapi'
import { server as createServer21Floor } from 'hapi-floor'
import { afterEach, describe, expect, it } from 'vitest'
import { cors } from './cors.ts'
import { corsHeaders } from './index.ts'

const A = 'https://a.example'
const EVIL = 'https://evil.example'
const config = { allowOrigins: [A, 'https://b.example'], allowMethods: ['PUT'], exposeHeaders: ['x-total'] }
const SHARED = [
  ['access-control-allow-origin', A],
  ['access-control-expose-headers', 'x-total'],
]

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function start(server: Server): Promise<string> {
  await server.start()
  closers.push(() => server.stop({ timeout: 0 }))
  return server.info.uri
}

function fieldsOf({ headers }: RawResponse, ...names: readonly string[]): readonly (readonly [string, string])[] {
  return headers.filter(([name]) => names.includes(name) || name.startsWith('access-control-'))
}

function preflight(url: string, path: string, origin = A, method = 'PUT'): Promise<RawResponse> {
  return rawRequest(url, 'OPTIONS', path, [
    ['Origin', origin],
    ['Access-Control-Request-Method', method],
  ])
}

describe.each([
  ['21', createServer21],
  ['21.0', createServer21Floor],
])('cors on hapi %s', (_, createServer) => {
  function create(options: ServerOptions = {}): Server {
    return createServer({ host: '127.0.0.1', port: 0, debug: false, ...options })
  }

  async function createWithCors(options: ServerOptions = {}): Promise<Server> {
    const server = create(options)
    await server.register(cors(config))
    return server
  }

  const handlers: [string, number, Lifecycle.Method][] = [
    [
      'an error',
      500,
      () => {
        throw new Error('broken')
      },
    ],
    ['a rejection', 500, () => Promise.reject(new Error('broken'))],
    ['nothing returned', 500, () => Promise.resolve(undefined as unknown as null)],
    ['a JSON document', 200, () => ({ a: 1 })],
    ['a buffer', 200, () => Buffer.from('x')],
    ['a stream', 200, () => Readable.from(['a', 'b'], { objectMode: false })],
    ['no content', 204, (__, h) => h.response().code(204)],
    ['a redirect', 302, (__, h) => h.redirect('/elsewhere')],
    [
      'headers set by hand',
      200,
      (__, h) =>
        h
          .response('x')
          .vary('Accept')
          .header('Access-Control-Allow-Origin', EVIL)
          .header('access-control-allow-credentials', 'true'),
    ],
    [
      'a response past hapi',
      200,
      ({ raw }, h) => {
        raw.res.writeHead(200, { vary: 'Accept', 'access-control-allow-origin': '*' }).end('x')
        return h.abandon
      },
    ],
    [
      'a response past hapi that hapi ends',
      200,
      ({ raw }, h) => {
        raw.res.write('x')
        return h.close
      },
    ],
  ]

  it.each(handlers)('shares %s', async (__, status, handler) => {
    const server = await createWithCors()
    server.route({ method: 'GET', path: '/', handler })
    const response = await rawRequest(await start(server), 'GET', '/', [['Origin', A]])
    expect(response.status).toBe(status)
    expect(fieldsOf(response)).toEqual(SHARED)
    expect(new Map(response.headers).get('vary')).toMatch(/^(?:(?:Accept|accept-encoding), )?Origin$/)
  })

  it.each(handlers)('keeps %s from others', async (__, status, handler) => {
    const server = await createWithCors()
    server.route({ method: 'GET', path: '/', handler })
    const response = await rawRequest(await start(server), 'GET', '/', [['Origin', EVIL]])
    expect(response.status).toBe(status)
    expect(fieldsOf(response)).toEqual([])
    expect(new Map(response.headers).get('vary')).toMatch(/^(?:(?:Accept|accept-encoding), )?Origin$/)
  })

  it('shares what hapi answers by itself', async () => {
    const server = await createWithCors()
    server.auth.scheme('closed', () => ({ authenticate: (__, h) => h.response('who?').code(401).takeover() }))
    server.auth.strategy('closed', 'closed')
    const handler = (): string => 'x'
    const fail = (): never => {
      throw new Error('invalid')
    }
    server.route([
      { method: 'GET', path: '/auth', options: { auth: 'closed' }, handler },
      { method: 'GET', path: '/query', options: { validate: { query: fail } }, handler },
      { method: 'GET', path: '/response', options: { response: { schema: fail } }, handler },
      { method: 'GET', path: '/item/{id}', handler },
      {
        method: 'GET',
        path: '/slow',
        options: { timeout: { server: 5 } },
        handler: () => new Promise(() => undefined),
      },
      { method: 'POST', path: '/body', options: { payload: { maxBytes: 10 } }, handler },
    ])
    const url = await start(server)
    for (const [path, status] of [
      ['/auth', 401],
      ['/query', 400],
      ['/response', 500],
      ['/item/%', 400],
      ['/item/1/unknown', 404],
      ['/slow', 503],
      ['http://[', 400],
    ] as const) {
      const response = await rawRequest(url, 'GET', path, [['Origin', A]])
      expect([path, response.status, fieldsOf(response)]).toEqual([path, status, SHARED])
    }
    const cookie = await rawRequest(url, 'GET', '/item/1', [
      ['Origin', A],
      ['Cookie', 'a="'],
    ])
    expect([cookie.status, fieldsOf(cookie)]).toEqual([400, SHARED])
    for (const [type, body, status] of [
      ['application/json', '{', 400],
      ['application/json', '"too long a text"', 413],
      ['application/x-unknown', 'x', 415],
    ] as const) {
      const init = { method: 'POST', headers: { origin: A, 'content-type': type }, body }
      const { status: actual, headers } = await fetch(`${url}/body`, init)
      expect([actual, headers.get('access-control-allow-origin'), headers.get('vary')]).toEqual([status, A, 'Origin'])
    }
  })

  it('shares what fails before a request comes to it: under too much load, in an extension that came first', async () => {
    const busy = await createWithCors({ load: { sampleInterval: 1, maxHeapUsedBytes: 1 } })
    const failing = create()
    failing.ext('onRequest', () => {
      throw new Error('broken')
    })
    await failing.register(cors(config))
    for (const [server, status] of [
      [busy, 503],
      [failing, 500],
    ] as const) {
      const url = await start(server)
      const ask = (): Promise<RawResponse> => rawRequest(url, 'GET', '/', [['Origin', A]])
      let response = await ask()
      // The load is known after the first sample.
      while (response.status !== status) response = await ask()
      expect(fieldsOf(response)).toEqual(SHARED)
      expect((await preflight(url, '/')).status).toBe(204)
      expect((await preflight(url, '/', EVIL)).status).toBe(403)
    }
  })

  it('shares HEAD and 304, and merges what hapi says of Vary', async () => {
    const server = await createWithCors()
    server.route({ method: 'GET', path: '/', handler: (__, h) => h.response('x'.repeat(2000)).etag('exam') })
    const url = await start(server)
    const head = await rawRequest(url, 'HEAD', '/', [['Origin', A]])
    expect([head.status, fieldsOf(head)]).toEqual([200, SHARED])
    const fresh = await rawRequest(url, 'GET', '/', [
      ['Origin', A],
      ['If-None-Match', '"exam"'],
    ])
    expect([fresh.status, fieldsOf(fresh)]).toEqual([304, SHARED])
    const packed = await rawRequest(url, 'GET', '/', [
      ['Origin', A],
      ['Accept-Encoding', 'gzip'],
    ])
    expect(fieldsOf(packed, 'content-encoding', 'vary')).toEqual(
      expect.arrayContaining([...SHARED, ['content-encoding', 'gzip'], ['vary', 'accept-encoding, Origin']]),
    )
  })

  it('shares what an extension of the application makes of an error', async () => {
    const server = create()
    server.ext('onPreResponse', ({ response }, h) =>
      'isBoom' in response && response.isBoom ? h.response({ handled: true }).code(418) : h.continue,
    )
    await server.register(cors(config))
    const response = await rawRequest(await start(server), 'GET', '/', [['Origin', A]])
    expect([response.status, response.body, fieldsOf(response)]).toEqual([418, '{"handled":true}', SHARED])
  })

  it('answers a preflight before authentication and routing', async () => {
    const server = await createWithCors()
    server.auth.scheme('closed', () => ({ authenticate: (__, h) => h.response('who?').code(401).takeover() }))
    server.auth.strategy('closed', 'closed')
    server.auth.default('closed')
    server.route({ method: '*', path: '/closed', handler: () => 'x' })
    const statuses: unknown[] = []
    server.events.on('response', ({ response }) => statuses.push('statusCode' in response && response.statusCode))
    const url = await start(server)
    for (const path of ['/closed', '/anything', '/%', '*']) {
      const answer = await preflight(url, path)
      expect([path, answer.status, answer.body]).toEqual([path, 204, ''])
      expect(fieldsOf(answer, 'content-length', 'content-type')).toEqual([
        ['access-control-allow-origin', A],
        ['access-control-allow-methods', 'PUT'],
        ['access-control-max-age', '600'],
      ])
      // hapi says of every response without content that it could have been compressed.
      expect(new Map(answer.headers).get('vary')).toBe('accept-encoding, Origin')
    }
    const refused = await preflight(url, '/closed', EVIL)
    expect(refused).toMatchObject({ status: 403, body: '' })
    expect(fieldsOf(refused, 'content-length', 'content-type', 'vary')).toEqual([
      ['content-length', '0'],
      ['vary', 'Origin'],
    ])
    const actual = await rawRequest(url, 'PUT', '/closed', [['Origin', A]])
    expect([actual.status, fieldsOf(actual)]).toEqual([401, SHARED])
    // Loggers hear of them as of any other response.
    expect(statuses).toEqual([204, 204, 204, 204, 403, 401])
  })

  it('answers with 200 where the policy says so', async () => {
    const server = create()
    await server.register(cors({ ...config, preflightStatus: 200 }))
    const answer = await preflight(await start(server), '/')
    expect(answer).toMatchObject({ status: 200, body: '' })
    expect(fieldsOf(answer, 'content-length')).toContainEqual(['content-length', '0'])
  })

  it('leaves other OPTIONS requests to the application', async () => {
    const server = await createWithCors()
    server.route({ method: 'OPTIONS', path: '/', handler: (__, h) => h.response('own').header('allow', 'GET') })
    const url = await start(server)
    const own = await rawRequest(url, 'OPTIONS', '/', [['Origin', A]])
    expect([own.status, own.body, fieldsOf(own)]).toEqual([200, 'own', SHARED])
    const unknown = await rawRequest(url, 'OPTIONS', '/unknown', [['Origin', A]])
    expect([unknown.status, fieldsOf(unknown)]).toEqual([404, SHARED])
    expect((await preflight(url, '/')).status).toBe(204)
  })

  it('picks the policy of each request', async () => {
    const open = definePolicy({})
    const own = definePolicy({ allowOrigins: [A], allowMethods: ['PUT', 'DELETE'] })
    const server = create()
    await server.register(
      cors((__, { path, query }) => (path.startsWith('/public/') ? open : query['none'] === undefined ? own : null)),
    )
    const url = await start(server)
    expect(fieldsOf(await rawRequest(url, 'GET', '/public/x', [['Origin', EVIL]]))).toEqual([
      ['access-control-allow-origin', '*'],
    ])
    expect(fieldsOf(await preflight(url, '/own', A, 'DELETE'))).toContainEqual([
      'access-control-allow-methods',
      'DELETE',
    ])
    expect((await preflight(url, '/own?none')).status).toBe(403)
  })

  it('waits for a predicate, and answers only then', async () => {
    const server = create()
    await server.register(
      cors({ allowOrigins: (origin) => new Promise((resolve) => setTimeout(resolve, 5, origin === A)) }),
    )
    server.route({ method: 'GET', path: '/', handler: () => 'the application' })
    const url = await start(server)
    expect((await preflight(url, '/')).status).toBe(204)
    expect((await preflight(url, '/', EVIL)).status).toBe(403)
    const actual = await rawRequest(url, 'GET', '/', [['Origin', A]])
    expect([actual.body, fieldsOf(actual)]).toEqual(['the application', [['access-control-allow-origin', A]]])
  })

  it('gives its hooks the request of hapi', async () => {
    const seen: unknown[] = []
    const server = create()
    await server.register(
      cors(
        {
          allowOrigins: () => {
            throw new Error('broken predicate')
          },
        },
        {
          onError: (error, { path }) => seen.push([String(error), path]),
          onDecision: ({ kind }, { origin }, { path }) => seen.push([kind, origin, path]),
        },
      ),
    )
    await rawRequest(await start(server), 'GET', '/path', [['Origin', A]])
    expect(seen).toEqual([
      ['Error: broken predicate', '/path'],
      ['continue', A, '/path'],
    ])
  })

  it('covers requests that are injected', async () => {
    const server = await createWithCors()
    const { headers, statusCode } = await server.inject({ url: '/', headers: { origin: A } })
    expect([statusCode, headers['access-control-allow-origin'], headers['vary']]).toEqual([404, A, 'Origin'])
    const answer = await server.inject({
      method: 'OPTIONS',
      url: '/',
      headers: { origin: A, 'access-control-request-method': 'PUT' },
    })
    expect([answer.statusCode, answer.headers['access-control-allow-methods']]).toEqual([204, 'PUT'])
  })

  it('gives what a hijacked response needs', async () => {
    const server = await createWithCors()
    server.route({ method: 'GET', path: '/', handler: ({ raw }) => corsHeaders(raw.res) })
    const { body } = await rawRequest(await start(server), 'GET', '/', [['Origin', A]])
    expect(JSON.parse(body)).toEqual({ ...Object.fromEntries(SHARED), vary: 'Origin' })
  })

  it('is for the whole server, wherever it is registered', async () => {
    const server = create()
    const name = 'inner'
    await server.register({ name, register: (inner) => inner.register(cors(config)) }, { routes: { prefix: '/inner' } })
    server.route({ method: 'GET', path: '/', handler: () => 'x' })
    expect(fieldsOf(await rawRequest(await start(server), 'GET', '/', [['Origin', A]]))).toEqual(SHARED)
  })

  it('applies the first policy where it is registered twice, and warns once', async () => {
    const warnings: unknown[] = []
    const onWarning = (warning: Error): void => {
      if (warning.name === 'CorsacWarning') warnings.push('code' in warning && warning.code)
    }
    process.on('warning', onWarning)
    const server = await createWithCors()
    await server.register({ name: 'inner', register: (inner) => inner.register(cors()) })
    const url = await start(server)
    for (const origin of [A, A])
      expect(fieldsOf(await rawRequest(url, 'GET', '/', [['Origin', origin]]))).toEqual(SHARED)
    await new Promise((resolve) => setImmediate(resolve))
    process.off('warning', onWarning)
    expect(warnings).toEqual(['CORSAC_MOUNTED_TWICE'])
  })

  it('leaves the word to a policy that is mounted around the server', async () => {
    const server = create({ autoListen: false, port: undefined })
    await server.register(cors())
    server.route({ method: 'GET', path: '/', options: { plugins: { corsac: false } }, handler: () => 'x' })
    await server.start()
    const handleCors = nodeCors(config)
    const outer = createHttpServer((request, response) => {
      handleCors(request, response, () => server.listener.emit('request', request, response))
    })
    const running = await listen(outer)
    closers.push(() => running.close())
    const response = await rawRequest(running.url, 'GET', '/', [['Origin', A]])
    expect([response.body, fieldsOf(response)]).toEqual(['x', SHARED])
  })

  it('works over HTTP/2', async () => {
    const listener = createHttp2Server()
    const server = create({ listener: listener as unknown as NonNullable<ServerOptions['listener']>, tls: false })
    await server.register(cors(config))
    server.route({ method: 'GET', path: '/', handler: (__, h) => h.response('x').vary('Accept') })
    const session = connect(await start(server))
    const ask = async (headers: Record<string, string>): Promise<unknown> => {
      const stream = session.request({ ':path': '/', origin: A, ...headers }, { endStream: true })
      const [fields] = (await once(stream, 'response')) as [Record<string, unknown>]
      stream.resume()
      await once(stream, 'close')
      return [fields[':status'], fields['access-control-allow-origin'], fields['vary']]
    }
    expect(await ask({ ':method': 'GET' })).toEqual([200, A, 'Accept, Origin'])
    const answer = await ask({ ':method': 'OPTIONS', 'access-control-request-method': 'PUT' })
    expect(answer).toEqual([204, A, 'accept-encoding, Origin'])
    session.close()
  })
})

describe('cors on hapi', () => {
  it('refuses a wrong configuration at start', () => {
    const written: CorsConfig = { allowOrigins: ['https://a.example/'], allowCredentials: true }
    expect(() => cors(written)).toThrow('did you mean "https://a.example"?')
    const suffix: CorsConfig = { allowOrigins: ['https://*.github.io'], allowCredentials: true }
    expect(() => cors(suffix)).toThrow('covers what anybody can register below "github.io"')
  })
})
