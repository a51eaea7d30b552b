import { createHash } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { rawRequest, type RawResponse } from '@corsac/binding-exam'
import { type CorsConfig, definePolicy } from '@corsac/core'
import { isPublicSuffix } from '@corsac/core/public-suffixes'
import { listen } from '@corsac/test-kit'
import { createAdaptorServer, getRequestListener, type HttpBindings, upgradeWebSocket } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { type Context, type Handler, Hono as Hono4, type MiddlewareHandler } from 'hono'
import { Hono as Hono4Floor } from 'hono-floor'
import { basicAuth as basicAuthFloor } from 'hono-floor/basic-auth'
import { etag as etagFloor } from 'hono-floor/etag'
import { HTTPException as HTTPExceptionFloor } from 'hono-floor/http-exception'
import { streamText as streamTextFloor } from 'hono-floor/streaming'
import { validator as validatorFloor } from 'hono-floor/validator'
import { basicAuth } from 'hono/basic-auth'
import { bodyLimit } from 'hono/body-limit'
import { etag } from 'hono/etag'
import { HTTPException } from 'hono/http-exception'
import { streamText } from 'hono/streaming'
import { validator } from 'hono/validator'
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
const OWN_CORS = { vary: 'Accept', 'access-control-allow-origin': '*', 'access-control-allow-credentials': 'true' }

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

/** What is served: a Hono with whatever environment. */
interface Application {
  fetch(request: Request, env: object): Response | Promise<Response>
}

async function serve(app: Application, env?: object): Promise<string> {
  const handleRequest = getRequestListener((request, bindings) => app.fetch(request, env ?? bindings))
  const running = await listen(createServer((request, response) => void handleRequest(request, response)))
  closers.push(() => running.close())
  return running.url
}

function fieldsOf({ headers }: RawResponse, ...names: readonly string[]): readonly (readonly [string, string])[] {
  return headers
    .filter(([name]) => names.includes(name) || name.startsWith('access-control-'))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function get(url: string, path = '/', origin = A): Promise<RawResponse> {
  return rawRequest(url, 'GET', path, [['Origin', origin]])
}

function preflight(url: string, path = '/', origin = A, method = 'PUT'): Promise<RawResponse> {
  return rawRequest(url, 'OPTIONS', path, [
    ['Origin', origin],
    ['Access-Control-Request-Method', method],
  ])
}

const versions = [
  ['4', { Hono: Hono4, HTTPException, basicAuth, etag, streamText, validator }],
  [
    '4.0',
    {
      Hono: Hono4Floor,
      HTTPException: HTTPExceptionFloor,
      basicAuth: basicAuthFloor,
      etag: etagFloor,
      streamText: streamTextFloor,
      validator: validatorFloor,
    },
  ],
] as const

// First, since the warning comes once in a process.
describe('cors on Hono', () => {
  it('applies the outermost policy where it is mounted twice, and warns once', async () => {
    const warnings: unknown[] = []
    const onWarning = (warning: Error): void => {
      if (warning.name === 'CorsacWarning') warnings.push('code' in warning && warning.code)
    }
    process.on('warning', onWarning)
    const app = new Hono4()
      .use(cors(config))
      .use('/', cors())
      .get('/', (c) => c.text('x'))
    const url = await serve(app)
    for (const path of ['/', '/']) expect(fieldsOf(await get(url, path))).toEqual(SHARED)
    await new Promise((resolve) => setImmediate(resolve))
    process.off('warning', onWarning)
    expect(warnings).toEqual(['CORSAC_MOUNTED_TWICE'])
  })

  it('shares that a body is too large', async () => {
    const app = new Hono4().use(cors(config), bodyLimit({ maxSize: 1 })).post('/', (c) => c.text('x'))
    const init = { method: 'POST', headers: { origin: A }, body: 'long' }
    const { status, headers } = await fetch(await serve(app), init)
    expect([status, headers.get('access-control-allow-origin')]).toEqual([413, A])
  })

  it('refuses a wrong configuration at start', () => {
    const written: CorsConfig = { allowOrigins: ['https://a.example/'], allowCredentials: true }
    expect(() => cors(written)).toThrow('did you mean "https://a.example"?')
  })

  it('refuses a credentialed subdomain pattern unless it is told public suffixes', () => {
    const wild: CorsConfig = { allowOrigins: ['https://*.a.example'], allowCredentials: true }
    expect(() => cors(wild)).toThrow('@corsac/core/public-suffixes')
    expect(() => cors(wild, { isPublicSuffix })).not.toThrow()
    const suffix: CorsConfig = { allowOrigins: ['https://*.github.io'], allowCredentials: true }
    expect(() => cors(suffix, { isPublicSuffix })).toThrow('covers what anybody can register below "github.io"')
  })
})

describe.each(versions)('cors on Hono %s', (_, hono) => {
  /** An application behind a policy, with one handler for everything. */
  function createApp(handler?: Handler): InstanceType<typeof hono.Hono> {
    const app = new hono.Hono()
    app.use(cors(config))
    if (handler !== undefined) app.all('*', handler)
    return app
  }

  const responses: [string, number, Handler][] = [
    ['text', 200, (c) => c.text('x')],
    ['JSON with a status and headers', 201, (c) => c.json({ a: 1 }, 201, { vary: 'Accept' })],
    ['a body without a type', 200, (c) => c.body('x')],
    ['no content', 204, (c) => c.body(null, 204)],
    ['not modified', 304, (c) => c.body(null, 304)],
    ['a redirect', 302, (c) => c.redirect('/elsewhere')],
    ['a redirect that nobody can change', 302, () => Response.redirect('https://b.example/', 302)],
    ['a response of its own', 200, () => new Response('x', { headers: OWN_CORS })],
    [
      'headers set one by one',
      200,
      (c) => {
        for (const [name, value] of Object.entries(OWN_CORS)) c.header(name, value)
        return c.text('x')
      },
    ],
    [
      'headers set after the response',
      200,
      async (c, next) => {
        await next()
        c.res = new Response('x')
        c.header('vary', 'Accept', { append: true })
        c.header('access-control-allow-origin', EVIL)
      },
    ],
    [
      'a stream',
      200,
      (c) =>
        hono.streamText(c, async (stream) => {
          await stream.write('a')
          await stream.write('b')
        }),
    ],
    ['an unknown route', 404, (__, next) => next()],
    ['what a handler does not find', 404, (c) => c.notFound()],
    [
      'an error',
      500,
      () => {
        throw new Error('broken')
      },
    ],
    ['a rejection', 500, () => Promise.reject(new Error('broken'))],
    [
      'an exception',
      403,
      () => {
        throw new hono.HTTPException(403, { message: 'no' })
      },
    ],
    [
      'an exception with a response',
      401,
      () => {
        throw new hono.HTTPException(401, { res: new Response('who?', { status: 401, headers: OWN_CORS }) })
      },
    ],
    [
      'an exception with a response that nobody can change',
      303,
      () => {
        throw new hono.HTTPException(303, { res: Response.redirect('https://b.example/', 303) })
      },
    ],
    ['a handler that returns nothing', 500, () => undefined],
    [
      'a handler that prepares headers and returns nothing',
      500,
      (c) => {
        for (const [name, value] of Object.entries(OWN_CORS)) c.header(name, value)
      },
    ],
  ]

  it.each(responses)('shares %s', async (__, status, handler) => {
    const response = await get(await serve(createApp(handler)))
    expect([response.status, fieldsOf(response)]).toEqual([status, SHARED])
    expect(new Map(response.headers).get('vary')).toMatch(/^(?:(?:Accept, )?Origin|Origin, Accept)$/)
  })

  it.each(responses)('keeps %s from others', async (__, status, handler) => {
    const response = await get(await serve(createApp(handler)), '/', EVIL)
    expect([response.status, fieldsOf(response)]).toEqual([status, []])
    expect(new Map(response.headers).get('vary')).toMatch(/^(?:(?:Accept, )?Origin|Origin, Accept)$/)
  })

  it.each(responses)('shares %s under a constant policy', async (__, status, handler) => {
    const app = new hono.Hono().use(cors()).all('*', handler)
    const response = await get(await serve(app))
    expect([response.status, fieldsOf(response)]).toEqual([status, [['access-control-allow-origin', '*']]])
    expect([undefined, 'Accept']).toContain(new Map(response.headers).get('vary'))
  })

  it('shares what comes from elsewhere', async () => {
    const headers = { ...OWN_CORS, connection: 'close' }
    const upstream = await serve(new hono.Hono().get('/', () => new Response('upstream', { headers })))
    const response = await get(await serve(createApp(() => fetch(upstream))))
    expect([response.status, fieldsOf(response, 'vary')]).toEqual([200, [...SHARED, ['vary', 'Accept, Origin']]])
    expect(response.body).toContain('upstream')
  })

  it('keeps cookies apart', async () => {
    const app = createApp((c) => {
      c.header('set-cookie', 'a=1', { append: true })
      c.header('set-cookie', 'b=2', { append: true })
      return c.text('x')
    })
    expect(fieldsOf(await get(await serve(app)), 'set-cookie')).toEqual([
      ...SHARED,
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ])
  })

  it('answers with one response to two origins without mixing them', async () => {
    const shared = new Response(null, { status: 404, headers: { 'x-a': '1' } })
    const waiting: (() => void)[] = []
    const url = await serve(
      createApp(async () => {
        // Both are under way before either is answered.
        await new Promise<void>((resolve) => {
          waiting.push(resolve)
          if (waiting.length === 2) for (const go of waiting) go()
        })
        return shared
      }),
    )
    const answers = await Promise.all([A, 'https://b.example'].map((origin) => get(url, '/', origin)))
    for (const [index, origin] of [A, 'https://b.example'].entries()) {
      expect(answers[index]?.status).toBe(404)
      expect(new Map(answers[index]?.headers).get('x-a')).toBe('1')
      expect(new Map(answers[index]?.headers).get('access-control-allow-origin')).toBe(origin)
    }
  })

  it('changes nothing that belongs to the application', async () => {
    const headers = new Headers({ 'x-a': '1' })
    const empty = new Response(null, { status: 204, headers })
    const app = new hono.Hono().use('/api/*', cors(config))
    for (const prefix of ['/api', '/other'])
      app.get(`${prefix}/headers`, () => new Response('x', { headers })).get(`${prefix}/response`, () => empty)
    const url = await serve(app)
    for (const path of ['/headers', '/response']) {
      expect(fieldsOf(await get(url, `/api${path}`), 'x-a')).toEqual([...SHARED, ['x-a', '1']])
      expect(fieldsOf(await get(url, `/other${path}`), 'vary', 'x-a')).toEqual([['x-a', '1']])
    }
  })

  it('shares what the application makes of errors and unknown routes', async () => {
    const app = createApp()
      .get('/error', () => {
        throw new Error('broken')
      })
      .onError(() => new Response('own error', { status: 418, headers: OWN_CORS }))
      .notFound(() => new Response('own 404', { status: 410, headers: OWN_CORS }))
    const url = await serve(app)
    for (const [path, status] of [
      ['/error', 418],
      ['/unknown', 410],
    ] as const) {
      const response = await get(url, path)
      expect([response.status, fieldsOf(response, 'vary')]).toEqual([status, [...SHARED, ['vary', 'Accept, Origin']]])
    }
  })

  it('shares what validation and authentication say', async () => {
    const app = createApp()
      .get(
        '/valid',
        hono.validator('query', (__, c) => c.text('invalid', 400)),
        (c) => c.text('x'),
      )
      .use('/closed', hono.basicAuth({ username: 'a', password: 'b' }))
      .post('/json', async (c) => c.json(await c.req.json()))
    const url = await serve(app)
    for (const [path, status] of [
      ['/valid', 400],
      ['/closed', 401],
    ] as const) {
      const response = await get(url, path)
      expect([response.status, fieldsOf(response)]).toEqual([status, SHARED])
    }
    const { status, headers } = await fetch(`${url}/json`, { method: 'POST', headers: { origin: A }, body: '{' })
    expect([status, headers.get('access-control-allow-origin')]).toEqual([500, A])
  })

  it('shares HEAD, and what other middleware makes of a response', async () => {
    const app = new hono.Hono().use(cors(config), hono.etag()).get('/', (c) => c.text('x'))
    const url = await serve(app)
    const head = await rawRequest(url, 'HEAD', '/', [['Origin', A]])
    expect([head.status, head.body, fieldsOf(head)]).toEqual([200, '', SHARED])
    const tag = new Map(head.headers).get('etag') ?? ''
    const fresh = await rawRequest(url, 'GET', '/', [
      ['Origin', A],
      ['If-None-Match', tag],
    ])
    expect([fresh.status, fieldsOf(fresh)]).toEqual([304, SHARED])
  })

  it('answers a preflight before authentication and routing', async () => {
    const reached: string[] = []
    const note: MiddlewareHandler = async (c, next) => {
      reached.push(c.req.method)
      await next()
    }
    const app = createApp().use(note, hono.basicAuth({ username: 'a', password: 'b' }))
    const url = await serve(app)
    const answer = await preflight(url, '/anything')
    expect(answer).toMatchObject({ status: 204, body: '' })
    expect(fieldsOf(answer, 'content-length', 'content-type', 'vary')).toEqual([
      ['access-control-allow-methods', 'PUT'],
      ['access-control-allow-origin', A],
      ['access-control-max-age', '600'],
      ['vary', 'Origin'],
    ])
    const refused = await preflight(url, '/anything', EVIL)
    expect([refused.status, fieldsOf(refused, 'vary')]).toEqual([403, [['vary', 'Origin']]])
    expect(reached).toEqual([])
    const actual = await rawRequest(url, 'PUT', '/anything', [['Origin', A]])
    expect([actual.status, fieldsOf(actual)]).toEqual([401, SHARED])
  })

  it('answers with 200 where the policy says so', async () => {
    const answer = await preflight(await serve(new hono.Hono().use(cors({ ...config, preflightStatus: 200 }))))
    expect([answer.status, new Map(answer.headers).get('access-control-allow-methods')]).toEqual([200, 'PUT'])
  })

  it('keeps what is set outside on its answers, and shows them there', async () => {
    const seen: unknown[] = []
    const outside: MiddlewareHandler = async (c, next) => {
      c.header('x-request-id', '7')
      c.header('vary', 'Accept', { append: true })
      c.header('access-control-allow-private-network', 'true')
      await next()
      seen.push(c.res.status)
      c.header('x-response-time', '1ms')
    }
    const url = await serve(new hono.Hono().use(outside, cors(config)))
    for (const origin of [A, EVIL]) {
      const { headers } = await preflight(url, '/', origin)
      expect(headers).toEqual(
        expect.arrayContaining([
          ['x-request-id', '7'],
          ['x-response-time', '1ms'],
          ['vary', 'Accept, Origin'],
        ]),
      )
      expect(headers.map(([name]) => name)).not.toContain('access-control-allow-private-network')
    }
    expect(seen).toEqual([204, 403])
  })

  it('leaves other OPTIONS requests to the application', async () => {
    const app = createApp().options('/', (c) => c.body('own', 200, { allow: 'GET, OPTIONS' }))
    const own = await rawRequest(await serve(app), 'OPTIONS', '/', [['Origin', A]])
    expect([own.status, fieldsOf(own, 'allow')]).toEqual([200, [...SHARED, ['allow', 'GET, OPTIONS']]])
  })

  it('covers what is below a path', async () => {
    const app = new hono.Hono().use('/api/*', cors(config)).put('/api/item', (c) => c.text('item'))
    const url = await serve(app)
    for (const path of ['/api', '/api/item', '/api/unknown']) expect((await preflight(url, path)).status).toBe(204)
    expect(fieldsOf(await get(url, '/api/unknown'))).toEqual(SHARED)
    expect(fieldsOf(await rawRequest(url, 'PUT', '/api/item', [['Origin', A]]))).toEqual(SHARED)
    expect(fieldsOf(await get(url, '/other'))).toEqual([])
  })

  it('covers the application that it is in, where another one routes to that', async () => {
    const inner = createApp()
      .get('/item', (c) => c.text('item'))
      .get('/error', () => {
        throw new Error('broken')
      })
      .onError((__, c) => c.text('own', 418))
    const app = new hono.Hono().route('/inner', inner).get('/other', (c) => c.text('other'))
    const url = await serve(app)
    expect((await preflight(url, '/inner/item')).status).toBe(204)
    for (const [path, status] of [
      ['/inner/item', 200],
      ['/inner/error', 418],
      ['/inner/unknown', 404],
    ] as const) {
      const response = await get(url, path)
      expect([path, response.status, fieldsOf(response)]).toEqual([path, status, SHARED])
    }
    expect(fieldsOf(await get(url, '/other'))).toEqual([])
  })

  it('applies its own policy over that of an application that is mounted below', async () => {
    const inner = new hono.Hono().use(cors()).get('/item', (c) => c.text('item'))
    const app = createApp()
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- what replaces it is not in the first releases of Hono 4
    app.mount('/inner', (request) => inner.fetch(request))
    const url = await serve(app)
    const response = await get(url, '/inner/item')
    expect([response.status, response.body, fieldsOf(response, 'vary')]).toEqual([
      200,
      'item',
      [...SHARED, ['vary', 'Origin']],
    ])
    expect((await preflight(url, '/inner/item', EVIL)).status).toBe(403)
  })

  it('picks the policy of each request', async () => {
    const open = definePolicy({})
    const own = definePolicy({ allowOrigins: [A], allowMethods: ['PUT', 'DELETE'] })
    const app = new hono.Hono().use(
      cors((__, c) => (c.req.path.startsWith('/public/') ? open : c.req.query('none') === undefined ? own : null)),
    )
    const url = await serve(app)
    expect(fieldsOf(await get(url, '/public/x', EVIL))).toEqual([['access-control-allow-origin', '*']])
    expect(fieldsOf(await preflight(url, '/own', A, 'DELETE'))).toContainEqual([
      'access-control-allow-methods',
      'DELETE',
    ])
    expect((await preflight(url, '/own?none')).status).toBe(403)
  })

  it('gives a picker the bindings of the environment', async () => {
    const policies = new Map<string, ReturnType<typeof definePolicy>>()
    const app = new hono.Hono().use(
      cors<{ Bindings: { ORIGIN: string } }>((__, { env: { ORIGIN } }) => {
        const policy = policies.get(ORIGIN) ?? definePolicy({ allowOrigins: [ORIGIN] })
        policies.set(ORIGIN, policy)
        return policy
      }),
    )
    const url = await serve(app, { ORIGIN: A })
    expect(fieldsOf(await get(url))).toEqual([['access-control-allow-origin', A]])
    await get(url)
    expect([...policies.keys()]).toEqual([A])
  })

  it('waits for a predicate, and answers only then', async () => {
    const isAllowed = (origin: string): Promise<boolean> =>
      new Promise((resolve) => setTimeout(resolve, 5, origin === A))
    const url = await serve(new hono.Hono().use(cors({ allowOrigins: isAllowed })).get('/', (c) => c.text('x')))
    expect((await preflight(url)).status).toBe(204)
    expect((await preflight(url, '/', EVIL)).status).toBe(403)
    const actual = await get(url)
    expect([actual.status, actual.body, fieldsOf(actual)]).toEqual([200, 'x', [['access-control-allow-origin', A]]])
  })

  it('gives its hooks the context of Hono', async () => {
    const seen: unknown[] = []
    const app = new hono.Hono().use(
      cors(
        {
          allowOrigins: () => {
            throw new Error('broken predicate')
          },
        },
        {
          onError: (error, c) => seen.push([String(error), c.req.path]),
          onDecision: ({ kind }, head, c) => seen.push([kind, head.origin, c.req.path]),
        },
      ),
    )
    await get(await serve(app), '/path')
    expect(seen).toEqual([
      ['Error: broken predicate', '/path'],
      ['continue', A, '/path'],
    ])
  })

  it('makes one promise, which its signature asks for, and none where it passes on', async () => {
    const seen: unknown[] = []
    const handleCors = cors(config)
    const passed = Promise.resolve()
    const app = new hono.Hono().use((c, next) => {
      const first = handleCors(c, next)
      seen.push(first instanceof Promise, handleCors(c, () => passed) === passed)
      return first
    })
    await get(await serve(app))
    expect(seen).toEqual([true, true])
  })

  it('leaves a network error as it is', async () => {
    const error = Response.error()
    const app = new hono.Hono().use(cors(config)).get('/', () => error)
    expect(await app.request('/', { headers: { origin: A } })).toBe(error)
  })

  it('leaves to the runtime what is thrown and is no error, as Hono does', async () => {
    const app = createApp(() => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- somebody does
      throw 'broken'
    })
    const response = await get(await serve(app))
    expect([response.status, fieldsOf(response)]).toEqual([500, []])
  })

  it('gives what is written past Hono its headers, and lets it be', async () => {
    const app = new hono.Hono<{ Bindings: HttpBindings }>().use(cors(config)).get('/', (c) => {
      c.env.outgoing.writeHead(202, corsHeaders(c)).end('past Hono')
      return RESPONSE_ALREADY_SENT
    })
    const url = await serve(app)
    for (const origin of [A, A, EVIL]) {
      const response = await get(url, '/', origin)
      expect([response.status, fieldsOf(response, 'vary')]).toEqual([
        202,
        [...(origin === A ? SHARED : []), ['vary', 'Origin']],
      ])
      expect(response.body).toContain('past Hono')
    }
    expect(corsHeaders(await contextOf(new hono.Hono()))).toEqual({})
    expect(corsHeaders(await contextOf(new hono.Hono(), cors()))).toEqual({ 'access-control-allow-origin': '*' })
  })

  it('leaves the handshake of a WebSocket alone', async () => {
    const app = createApp()
      .get(
        '/socket',
        upgradeWebSocket(() => ({})),
      )
      .get('/other', (c) => c.text('x'))
    const running = await listen(
      createAdaptorServer({ fetch: app.fetch, websocket: { server: new HandshakeServer() } }) as Server,
    )
    closers.push(() => running.close())
    const handshake: [string, string][] = [
      ['Origin', A],
      ['Connection', 'Upgrade'],
      ['Upgrade', 'websocket'],
      ['Sec-WebSocket-Version', '13'],
      ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
    ]
    const upgraded = await rawRequest(running.url, 'GET', '/socket', handshake)
    expect([upgraded.status, fieldsOf(upgraded, 'sec-websocket-accept', 'vary')]).toEqual([
      101,
      [['sec-websocket-accept', 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=']],
    ])
    const refused = await rawRequest(running.url, 'GET', '/unknown', handshake)
    expect([refused.status, fieldsOf(refused)]).toEqual([404, SHARED])
    expect(fieldsOf(await get(running.url, '/other'))).toEqual(SHARED)
  })
})

/** The least that a WebSocket server does: it answers the handshake, and hangs up. */
class HandshakeServer extends EventEmitter {
  readonly options = { noServer: true }

  handleUpgrade(
    request: IncomingMessage,
    socket: Duplex,
    _head: Buffer,
    callback: (socket: EventEmitter & { protocol: string; readyState: 3; close(): void; send(): void }) => void,
  ): void {
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key'] ?? ''}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64')
    const lines = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade']
    lines.push(`Sec-WebSocket-Accept: ${accept}`)
    this.emit('headers', lines, request)
    socket.end(`${lines.join('\r\n')}\r\n\r\n`)
    callback(
      Object.assign(new EventEmitter(), {
        protocol: '',
        readyState: 3 as const,
        close: () => undefined,
        send: () => undefined,
      }),
    )
  }

  close(): void {
    this.removeAllListeners()
  }
}

async function contextOf(app: Hono4, ...middleware: MiddlewareHandler[]): Promise<Context> {
  const seen: Context[] = []
  for (const each of middleware) app.use(each)
  app.get('/', (c) => {
    seen.push(c)
    return c.text('x')
  })
  await app.request('/')
  const [context] = seen
  if (context === undefined) throw new Error('The handler was not reached')
  return context
}
