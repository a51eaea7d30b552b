import { rawRequest, type RawResponse } from '@corsac/binding-exam'
import { type CorsConfig, definePolicy } from '@corsac/core'
import { isPublicSuffix } from '@corsac/core/public-suffixes'
import { type Context, Elysia as Elysia14, t } from 'elysia'
import { Elysia as Elysia14Floor, t as tOfFloor } from 'elysia-floor'
import { afterEach, describe, expect, it } from 'vitest'
import { cors } from './cors.ts'
import { corsHeaders } from './index.ts'
import { serve as serveApp } from './serve.testing.ts'

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

// First, since the warning comes once in a process.
describe('cors on Elysia', () => {
  it('applies one policy where it is used twice, that of the application that is served, and warns once', async () => {
    const warnings: unknown[] = []
    const onWarning = (warning: Error): void => {
      if (warning.name === 'CorsacWarning') warnings.push('code' in warning && warning.code)
    }
    process.on('warning', onWarning)
    const once = cors(config)
    const named = new Elysia14({ name: 'named' }).use(once).get('/', () => 'x')
    const fine = await serveApp(Elysia14, true, (app) => app.use(once).use(once).use(named).use(named))
    closers.push(() => fine.close())
    expect(fieldsOf(await get(fine.url))).toEqual(SHARED)
    await new Promise((resolve) => setImmediate(resolve))
    expect(warnings).toEqual([])
    const plugin = (): Elysia14 => {
      const app = new Elysia14()
      app.use(cors()).get('/', () => 'x')
      return app
    }
    for (const register of [
      (app: Elysia14) =>
        app
          .use(cors(config))
          .use(cors())
          .get('/', () => 'x'),
      (app: Elysia14) => app.use(cors(config)).use(plugin()),
      (app: Elysia14) => app.use(plugin()).use(cors(config)),
    ]) {
      const running = await serveApp(Elysia14, true, register)
      closers.push(() => running.close())
      const { url } = running
      for (const path of ['/', '/'])
        expect(fieldsOf(await get(url, path), 'vary')).toEqual([...SHARED, ['vary', 'Origin']])
      expect((await preflight(url, '/', EVIL)).status).toBe(403)
    }
    await new Promise((resolve) => setImmediate(resolve))
    process.off('warning', onWarning)
    expect(warnings).toEqual(['CORSAC_MOUNTED_TWICE'])
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

  it('makes no promise where there is nothing to wait for', () => {
    const app = new Elysia14().use(cors(config)).get('/', () => 'x')
    const headers = { origin: A, 'access-control-request-method': 'PUT' }
    for (const method of ['GET', 'OPTIONS'])
      expect(app.fetch(new Request('http://api.example/', { method, headers }))).toBeInstanceOf(Response)
  })
})

const versions = [
  ['1.4, compiled', Elysia14, t, true],
  ['1.4, not compiled', Elysia14, t, false],
  ['1.4.4, compiled', Elysia14Floor, tOfFloor, true],
  ['1.4.4, not compiled', Elysia14Floor, tOfFloor, false],
] as const

describe.each(versions)('cors on Elysia %s', (_, Elysia, schema, aot) => {
  async function serve(register: (app: Elysia14) => unknown): Promise<string> {
    const running = await serveApp(Elysia, aot, register)
    closers.push(() => running.close())
    return running.url
  }

  const handlers: [string, number, (context: Context) => unknown][] = [
    ['text', 200, () => 'x'],
    ['JSON', 200, () => ({ a: 1 })],
    ['nothing', 200, () => undefined],
    ['a status', 418, ({ status }) => status(418, 'tea')],
    [
      'no content',
      204,
      ({ set }) => {
        set.status = 204
      },
    ],
    [
      'not modified',
      304,
      ({ set }) => {
        set.status = 304
      },
    ],
    ['a redirect', 302, ({ redirect }) => redirect('https://b.example/')],
    ['a redirect that nobody can change', 303, () => Response.redirect('https://b.example/', 303)],
    ['a response of its own', 200, () => new Response('x', { headers: OWN_CORS })],
    ['an empty response of its own', 404, () => new Response(null, { status: 404, headers: OWN_CORS })],
    [
      'headers set one by one',
      200,
      ({ set }) => {
        Object.assign(set.headers, OWN_CORS)
        return 'x'
      },
    ],
    [
      'headers that take the place of all others',
      200,
      ({ set }) => {
        set.headers = { ...OWN_CORS }
        return 'x'
      },
    ],
    [
      'a generator',
      200,
      function* () {
        yield 'a'
        yield 'b'
      },
    ],
    [
      'an asynchronous generator',
      200,
      async function* () {
        yield await Promise.resolve('a')
        yield 'b'
      },
    ],
    ['a stream', 200, () => new Response(new Blob(['a', 'b']).stream())],
    [
      'an error',
      500,
      () => {
        throw new Error('broken')
      },
    ],
    ['a rejection', 500, () => Promise.reject(new Error('broken'))],
  ]

  it.each(handlers)('shares %s', async (__, status, handler) => {
    const url = await serve((app) => app.use(cors(config)).get('/', handler))
    const response = await get(url)
    expect([response.status, fieldsOf(response)]).toEqual([status, SHARED])
    expect(new Map(response.headers).get('vary')).toMatch(/^(?:Accept, )?Origin$/)
  })

  it.each(handlers)('keeps %s from others', async (__, status, handler) => {
    const url = await serve((app) => app.use(cors(config)).get('/', handler))
    const response = await get(url, '/', EVIL)
    expect([response.status, fieldsOf(response)]).toEqual([status, []])
    expect(new Map(response.headers).get('vary')).toMatch(/^(?:Accept, )?Origin$/)
  })

  it('shares what comes from elsewhere', async () => {
    // Elysia passes on what comes in chunks, but not its headers.
    const headers = { ...OWN_CORS, connection: 'close', 'content-length': '8' }
    const upstream = await serve((app) => app.get('/', () => new Response('upstream', { headers })))
    const url = await serve((app) => app.use(cors(config)).get('/', () => fetch(upstream)))
    const response = await get(url)
    expect([response.status, fieldsOf(response, 'vary')]).toEqual([200, [...SHARED, ['vary', 'Accept, Origin']]])
    expect(response.body).toContain('upstream')
  })

  it('answers with one response to two origins without mixing them', async () => {
    const shared = new Response(null, { status: 404, headers: { 'x-a': '1' } })
    const waiting: (() => void)[] = []
    const url = await serve((app) =>
      app.use(cors(config)).get('/', async () => {
        // Both are under way before either is answered.
        await new Promise<void>((resolve) => {
          waiting.push(resolve)
          if (waiting.length === 2) for (const go of waiting) go()
        })
        return shared
      }),
    )
    const origins = [A, 'https://b.example']
    const answers = await Promise.all(origins.map((origin) => get(url, '/', origin)))
    for (const [index, origin] of origins.entries()) {
      expect(answers[index]?.status).toBe(404)
      expect(new Map(answers[index]?.headers).get('x-a')).toBe('1')
      expect(new Map(answers[index]?.headers).get('access-control-allow-origin')).toBe(origin)
    }
  })

  it('shares what Elysia answers by itself: an unknown route, a body that cannot be read, one that is not valid', async () => {
    const url = await serve((app) =>
      app.use(cors(config)).post('/', ({ body }) => body.a, { body: schema.Object({ a: schema.Number() }) }),
    )
    expect(fieldsOf(await get(url, '/unknown'))).toEqual(SHARED)
    for (const [body, statuses] of [
      // Versions and modes of Elysia differ.
      ['{', [400, 422, 500]],
      ['{"a":"x"}', [400, 422]],
      ['{"a":1}', [200]],
    ] as const) {
      const init = { method: 'POST', headers: { origin: A, 'content-type': 'application/json' }, body }
      const response = await fetch(url, init)
      expect(statuses).toContain(response.status)
      expect([response.headers.get('access-control-allow-origin'), response.headers.get('vary')]).toEqual([A, 'Origin'])
    }
  })

  it('shares what the error handlers and other hooks of the application make of it', async () => {
    const url = await serve((app) =>
      app
        .onError(({ code, set }) => {
          if (code === 'NOT_FOUND') return new Response('own 404', { status: 410, headers: OWN_CORS })
          set.headers = { ...OWN_CORS }
          set.status = 418
          return { handled: true }
        })
        .use(cors(config))
        .get('/error', () => {
          throw new Error('broken')
        })
        .get('/thrown', ({ status }) => {
          // eslint-disable-next-line @typescript-eslint/only-throw-error -- Elysia takes it for a response
          throw status(409, 'twice')
        })
        .guard({ beforeHandle: ({ status }) => status(401, 'who?') }, (closed) => closed.get('/closed', () => 'x'))
        .get('/mapped', () => 'x', {
          afterHandle: ({ set }) => {
            Object.assign(set.headers, OWN_CORS)
          },
        }),
    )
    for (const [path, status, vary] of [
      ['/error', 418, 'Accept, Origin'],
      ['/thrown', 418, 'Accept, Origin'],
      ['/unknown', 410, 'Accept, Origin'],
      ['/closed', 401, 'Origin'],
      ['/mapped', 200, 'Accept, Origin'],
    ] as const) {
      const response = await get(url, path)
      const fields = fieldsOf(response, 'vary')
      expect([path, response.status, fields]).toEqual([path, status, [...SHARED, ['vary', vary]]])
    }
  })

  it('shares what is answered before routing, and answers preflights before that', async () => {
    const reached: string[] = []
    const url = await serve((app) =>
      app
        .onRequest(({ request, set }) => {
          reached.push(request.method)
          set.status = 429
          return 'slow down'
        })
        .use(cors(config)),
    )
    const response = await get(url)
    expect([response.status, response.body, fieldsOf(response)]).toEqual([429, 'slow down', SHARED])
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
    expect(reached).toEqual(['GET'])
  })

  it('answers with 200 where the policy says so', async () => {
    const url = await serve((app) => app.use(cors({ ...config, preflightStatus: 200 })))
    const answer = await preflight(url)
    expect([answer.status, new Map(answer.headers).get('access-control-allow-methods')]).toEqual([200, 'PUT'])
  })

  it('shares HEAD', async () => {
    const url = await serve((app) => {
      app.use(cors(config)).get('/', () => 'x')
      if (!aot) app.head('/', () => 'x')
    })
    const head = await rawRequest(url, 'HEAD', '/', [['Origin', A]])
    expect([head.status, head.body, fieldsOf(head)]).toEqual([200, '', SHARED])
  })

  it('leaves other OPTIONS requests to the application', async () => {
    const url = await serve((app) =>
      app.use(cors(config)).options('/', ({ set }) => {
        set.headers['allow'] = 'GET, OPTIONS'
        return 'own'
      }),
    )
    const own = await rawRequest(url, 'OPTIONS', '/', [['Origin', A]])
    expect([own.status, own.body, fieldsOf(own, 'allow')]).toEqual([200, 'own', [...SHARED, ['allow', 'GET, OPTIONS']]])
  })

  it('covers routes that are registered before it and after it, and what is mounted', async () => {
    const url = await serve((app) =>
      app
        .get('/before', () => 'x')
        .use(cors(config))
        .get('/after', () => 'x')
        .get('/static', 'x')
        .mount('/mounted', (request) => new Response(new URL(request.url).pathname, { headers: OWN_CORS })),
    )
    for (const path of ['/before', '/after', '/static', '/mounted/path']) {
      const response = await get(url, path)
      expect([path, response.status, fieldsOf(response)]).toEqual([path, 200, SHARED])
    }
  })

  it('picks the policy of each request', async () => {
    const open = definePolicy({})
    const own = definePolicy({ allowOrigins: [A], allowMethods: ['PUT', 'DELETE'] })
    const url = await serve((app) =>
      app.use(
        cors((__, { request }) => {
          const { pathname, searchParams } = new URL(request.url)
          return pathname.startsWith('/public/') ? open : searchParams.has('none') ? null : own
        }),
      ),
    )
    expect(fieldsOf(await get(url, '/public/x', EVIL))).toEqual([['access-control-allow-origin', '*']])
    expect(fieldsOf(await preflight(url, '/own', A, 'DELETE'))).toContainEqual([
      'access-control-allow-methods',
      'DELETE',
    ])
    expect((await preflight(url, '/own?none')).status).toBe(403)
  })

  it('waits for a predicate, and answers only then', async () => {
    const isAllowed = (origin: string): Promise<boolean> =>
      new Promise((resolve) => setTimeout(resolve, 5, origin === A))
    const url = await serve((app) => app.use(cors({ allowOrigins: isAllowed })).get('/', () => 'x'))
    expect((await preflight(url)).status).toBe(204)
    expect((await preflight(url, '/', EVIL)).status).toBe(403)
    const actual = await get(url)
    expect([actual.status, actual.body, fieldsOf(actual)]).toEqual([200, 'x', [['access-control-allow-origin', A]]])
  })

  it('gives its hooks the request', async () => {
    const seen: unknown[] = []
    const url = await serve((app) =>
      app.use(
        cors(
          {
            allowOrigins: () => {
              throw new Error('broken predicate')
            },
          },
          {
            onError: (error, { request }) => seen.push([String(error), new URL(request.url).pathname]),
            onDecision: ({ kind }, head, { request }) => seen.push([kind, head.origin, request.method]),
          },
        ),
      ),
    )
    await get(url, '/path')
    expect(seen).toEqual([
      ['Error: broken predicate', '/path'],
      ['continue', A, 'GET'],
    ])
  })

  it('shares what an application answers that is not served, and once it is compiled anew', async () => {
    const app = new Elysia({ aot }).use(cors(config)).get('/', () => 'x')
    const ask = async (path: string): Promise<unknown> => {
      const response = await app.handle(new Request(`http://api.example${path}`, { headers: { origin: A } }))
      return [response.status, response.headers.get('access-control-allow-origin')]
    }
    expect(await ask('/')).toEqual([200, A])
    app.get('/late', () => 'x').compile()
    expect([await ask('/late'), await ask('/'), await ask('/unknown')]).toEqual([
      [200, A],
      [200, A],
      [404, A],
    ])
  })

  it('refuses to be used inside of a group or a guard', () => {
    expect(() => new Elysia({ aot }).group('/group', (inner) => inner.use(cors(config)))).toThrow('inside of a group')
    expect(() => new Elysia({ aot }).guard({}, (inner) => inner.use(cors(config)))).toThrow('inside of a group')
  })

  it('covers the application that uses its own, or says that it cannot', async () => {
    const plugin = new Elysia({ aot, prefix: '/plugin' }).use(cors(config)).get('/', () => 'x')
    const url = await serve((app) => app.use(plugin).get('/', () => 'x'))
    for (const path of ['/', '/plugin', '/unknown']) {
      const response = await get(url, path)
      if (aot) expect(fieldsOf(response)).toEqual(SHARED)
      else
        expect([response.status, response.body]).toEqual([500, expect.stringContaining('with aot: false, use it on')])
    }
  })

  it('leaves a network error as it is', async () => {
    const error = Response.error()
    const app = new Elysia({ aot }).use(cors(config)).mount('/', () => error)
    expect(await app.handle(new Request('http://api.example/', { headers: { origin: A } }))).toBe(error)
  })

  it('leaves the handshake of a WebSocket alone', async () => {
    const url = await serve((app) =>
      app.use(cors(config)).ws('/socket', {
        open: (socket) => {
          socket.terminate()
        },
      }),
    )
    const handshake: [string, string][] = [
      ['Origin', EVIL],
      ['Connection', 'Upgrade'],
      ['Upgrade', 'websocket'],
      ['Sec-WebSocket-Version', '13'],
      ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
    ]
    const upgraded = await rawRequest(url, 'GET', '/socket', handshake)
    expect([upgraded.status, fieldsOf(upgraded, 'vary')]).toEqual([101, []])
  })

  it('decides anew about a request that is handled again', async () => {
    const app = new Elysia14().use(cors(config)).get('/', async () => Promise.resolve('ok'))
    const request = new Request('http://api.example/', { headers: { origin: A } })
    for (const response of [await app.handle(request), await app.handle(request)])
      expect(response.headers.get('access-control-allow-origin')).toBe(A)
  })

  it('gives the headers for what is sent past Elysia', async () => {
    const url = await serve((app) => app.use(cors(config)).get('/', ({ request }) => corsHeaders(request)))
    const { body } = await get(url)
    expect(JSON.parse(body)).toEqual({ ...Object.fromEntries(SHARED), vary: 'Origin' })
    expect(corsHeaders(new Request(url))).toEqual({})
  })
})
