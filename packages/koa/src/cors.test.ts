import { once } from 'node:events'
import { connect, createServer as createHttp2Server } from 'node:http2'
import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { rawRequest, type RawResponse } from '@corsac/binding-exam'
import { type CorsConfig, definePolicy } from '@corsac/core'
import { listen } from '@corsac/test-kit'
import Router from '@koa/router'
import Koa3, { type Context, type Middleware } from 'koa'
import Koa2 from 'koa-2'
import Koa2Floor from 'koa-2-floor'
import Koa3Floor from 'koa-3-floor'
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

function fieldsOf({ headers }: RawResponse, ...names: readonly string[]): readonly (readonly [string, string])[] {
  return headers.filter(([name]) => names.includes(name) || name.startsWith('access-control-'))
}

function preflight(url: string, path: string, origin = A, method = 'PUT'): Promise<RawResponse> {
  return rawRequest(url, 'OPTIONS', path, [
    ['Origin', origin],
    ['Access-Control-Request-Method', method],
  ])
}

/** What koa-mount does: it hands on what lies below a prefix, and takes the prefix away meanwhile. */
function mount(prefix: string, middleware: Middleware): Middleware {
  return async (ctx, next) => {
    if (!ctx.path.startsWith(`${prefix}/`)) return next()
    const { path } = ctx
    ctx.path = path.slice(prefix.length)
    await middleware(ctx, async () => {
      ctx.path = path
      await next()
    })
    ctx.path = path
    return undefined
  }
}

describe.each([
  ['3', Koa3],
  ['3.0', Koa3Floor],
  ['2', Koa2],
  ['2.13', Koa2Floor],
])('cors on Koa %s', (_, Koa) => {
  function serve(...middleware: readonly Middleware[]): Promise<string> {
    return serveApp((app) => {
      for (const each of middleware) app.use(each)
    })
  }

  async function serveApp(mountOn: (app: Koa3) => unknown): Promise<string> {
    const app = new Koa()
    // What it throws on purpose is not for the console.
    app.silent = true
    mountOn(app)
    const handleRequest = app.callback()
    const running = await listen(createServer((request, response) => void handleRequest(request, response)))
    closers.push(() => running.close())
    return running.url
  }

  const applications: [string, number, Middleware][] = [
    [
      'an error, whose handler clears all headers',
      500,
      (ctx) => {
        ctx.set('vary', 'Accept')
        throw new Error('broken')
      },
    ],
    [
      'an error with a status and headers',
      401,
      (ctx) => ctx.throw(401, { headers: { vary: 'Accept', 'access-control-allow-origin': '*' } }),
    ],
    ['a rejection', 500, () => Promise.reject(new Error('broken'))],
    ['an unknown route', 404, (__, next) => next()],
    [
      'a JSON document',
      200,
      (ctx) => {
        ctx.body = { a: 1 }
      },
    ],
    [
      'a stream',
      200,
      (ctx) => {
        ctx.body = Readable.from(['a', 'b', 'c'])
      },
    ],
    [
      'a redirect',
      302,
      (ctx) => {
        ctx.redirect('/elsewhere')
      },
    ],
    [
      'headers set by hand',
      200,
      (ctx) => {
        ctx.vary('Accept')
        ctx.set({ 'Access-Control-Allow-Origin': EVIL, 'access-control-allow-credentials': 'true' })
        ctx.body = 'x'
      },
    ],
    [
      'a response past Koa',
      200,
      (ctx) => {
        ctx.respond = false
        ctx.res.writeHead(200, { vary: 'Accept', 'access-control-allow-origin': '*' }).end('x')
      },
    ],
    [
      'flushed headers',
      200,
      (ctx) => {
        ctx.status = 200
        ctx.flushHeaders()
        ctx.body = Readable.from(['late'])
      },
    ],
  ]

  it.each(applications)('shares %s', async (__, status, application) => {
    const url = await serve(cors(config), application)
    const response = await rawRequest(url, 'GET', '/', [['Origin', A]])
    expect(response.status).toBe(status)
    expect(fieldsOf(response)).toEqual(SHARED)
    expect(new Map(response.headers).get('vary')).toMatch(/^(?:Accept, )?Origin$/)
  })

  it.each(applications)('keeps %s from others', async (__, status, application) => {
    const url = await serve(cors(config), application)
    const response = await rawRequest(url, 'GET', '/', [['Origin', EVIL]])
    expect(response.status).toBe(status)
    expect(fieldsOf(response)).toEqual([])
    expect(new Map(response.headers).get('vary')).toMatch(/^(?:Accept, )?Origin$/)
  })

  it('shares HEAD and 304', async () => {
    const url = await serve(cors(config), (ctx) => {
      ctx.body = 'x'
      ctx.etag = 'exam'
      if (ctx.fresh) ctx.status = 304
    })
    const head = await rawRequest(url, 'HEAD', '/', [['Origin', A]])
    expect([head.status, fieldsOf(head)]).toEqual([200, SHARED])
    const fresh = await rawRequest(url, 'GET', '/', [
      ['Origin', A],
      ['If-None-Match', '"exam"'],
    ])
    expect([fresh.status, fieldsOf(fresh)]).toEqual([304, SHARED])
  })

  it('shares what an error handler of the application answers, wherever it is mounted', async () => {
    const handleErrors: Middleware = async (ctx, next) => {
      try {
        await next()
      } catch {
        for (const name of ctx.res.getHeaderNames()) ctx.remove(name)
        ctx.status = 400
        ctx.body = { handled: true }
      }
    }
    const fail: Middleware = () => Promise.reject(new Error('broken'))
    for (const order of [
      [handleErrors, cors(config), fail],
      [cors(config), handleErrors, fail],
    ]) {
      const response = await rawRequest(await serve(...order), 'GET', '/', [['Origin', A]])
      expect([response.status, fieldsOf(response), response.body]).toEqual([400, SHARED, '{"handled":true}'])
    }
  })

  it('answers a preflight before authentication and routing', async () => {
    const url = await serve(cors(config), (ctx) => ctx.throw(401))
    const answer = await preflight(url, '/anything')
    expect(answer).toMatchObject({ status: 204, body: '' })
    expect(fieldsOf(answer, 'content-length', 'content-type', 'vary')).toEqual([
      ['access-control-allow-origin', A],
      ['access-control-allow-methods', 'PUT'],
      ['access-control-max-age', '600'],
      ['vary', 'Origin'],
    ])
    const actual = await rawRequest(url, 'PUT', '/anything', [['Origin', A]])
    expect([actual.status, fieldsOf(actual)]).toEqual([401, SHARED])
  })

  it('lets no refused preflight reach the application', async () => {
    const reached: string[] = []
    const url = await serve(cors(config), (ctx) => {
      reached.push(ctx.method)
      ctx.body = 'the application'
    })
    const refused = await preflight(url, '/', EVIL)
    expect(refused).toMatchObject({ status: 403, body: '' })
    expect(fieldsOf(refused, 'content-length', 'content-type', 'transfer-encoding', 'vary')).toEqual([
      ['content-length', '0'],
      ['vary', 'Origin'],
    ])
    expect(reached).toEqual([])
  })

  it('answers with 200 and a length where the policy says so', async () => {
    const answer = await preflight(await serve(cors({ ...config, preflightStatus: 200 })), '/')
    expect(answer).toMatchObject({ status: 200, body: '' })
    expect(fieldsOf(answer, 'content-length')[0]).toEqual(['content-length', '0'])
  })

  it('shows its answers to what is mounted outside', async () => {
    const seen: unknown[] = []
    const url = await serve(async (ctx, next) => {
      await next()
      seen.push(ctx.status)
      ctx.set('x-response-time', '1ms')
    }, cors(config))
    for (const origin of [A, EVIL])
      expect(new Map((await preflight(url, '/', origin)).headers).get('x-response-time')).toBe('1ms')
    expect(seen).toEqual([204, 403])
  })

  it('leaves other OPTIONS requests to the application', async () => {
    const url = await serve(cors(config), (ctx) => {
      ctx.set('allow', 'GET, OPTIONS')
      ctx.body = 'own'
    })
    const own = await rawRequest(url, 'OPTIONS', '/', [['Origin', A]])
    expect([own.status, own.body, fieldsOf(own, 'allow')]).toEqual([200, 'own', [['allow', 'GET, OPTIONS'], ...SHARED]])
  })

  it('covers a router and what it says by itself: 405, 501, OPTIONS', async () => {
    const router = new Router()
    router.get('/item', (ctx) => {
      ctx.body = 'item'
    })
    const url = await serveApp((app) => app.use(cors(config)).use(router.routes()).use(router.allowedMethods()))
    for (const [method, status] of [
      ['GET', 200],
      ['PUT', 405],
      ['PURGE', 501],
      ['OPTIONS', 200],
    ] as const) {
      const response = await rawRequest(url, method, '/item', [['Origin', A]])
      expect([response.status, fieldsOf(response)]).toEqual([status, SHARED])
    }
    expect((await preflight(url, '/item')).status).toBe(204)
  })

  it('works for the routes of one router', async () => {
    const router = new Router({ prefix: '/api' })
    router.all('{/*path}', cors(config))
    for (const path of ['/', '/item'])
      router.put(path, (ctx) => {
        ctx.body = 'item'
      })
    const url = await serveApp((app) => app.use(router.routes()).use(router.allowedMethods()))
    for (const path of ['/api', '/api/item']) {
      expect((await preflight(url, path)).status).toBe(204)
      const actual = await rawRequest(url, 'PUT', path, [['Origin', A]])
      expect([actual.body, fieldsOf(actual)]).toEqual(['item', SHARED])
    }
    expect(fieldsOf(await rawRequest(url, 'GET', '/other', [['Origin', A]]))).toEqual([])
  })

  it('works for one path of a router', async () => {
    const router = new Router()
    router
      .all('/item', cors(config))
      .put('/item', (ctx) => {
        ctx.body = 'item'
      })
      .put('/other', (ctx) => {
        ctx.body = 'other'
      })
    const url = await serveApp((app) => app.use(router.routes()).use(router.allowedMethods()))
    expect((await preflight(url, '/item')).status).toBe(204)
    expect(fieldsOf(await rawRequest(url, 'PUT', '/item', [['Origin', A]]))).toEqual(SHARED)
    expect(fieldsOf(await rawRequest(url, 'PUT', '/other', [['Origin', A]]))).toEqual([])
    expect(fieldsOf(await preflight(url, '/other'))).toEqual([])
  })

  it('works below a prefix', async () => {
    const url = await serve(mount('/api', cors(config)), (ctx) => {
      ctx.body = ctx.path
    })
    expect((await preflight(url, '/api/item')).status).toBe(204)
    const actual = await rawRequest(url, 'GET', '/api/item', [['Origin', A]])
    expect([actual.body, fieldsOf(actual)]).toEqual(['/api/item', SHARED])
    expect(fieldsOf(await rawRequest(url, 'GET', '/other', [['Origin', A]]))).toEqual([])
  })

  it('picks the policy of each request', async () => {
    const open = definePolicy({})
    const own = definePolicy({ allowOrigins: [A], allowMethods: ['PUT', 'DELETE'] })
    const url = await serve(
      cors((__, ctx) => (ctx.path.startsWith('/public/') ? open : ctx.query['none'] === undefined ? own : null)),
    )
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
    const url = await serve(
      cors({ allowOrigins: (origin) => new Promise((resolve) => setTimeout(resolve, 5, origin === A)) }),
      (ctx) => {
        ctx.body = 'the application'
      },
    )
    expect((await preflight(url, '/')).status).toBe(204)
    expect((await preflight(url, '/', EVIL)).status).toBe(403)
    const actual = await rawRequest(url, 'GET', '/', [['Origin', A]])
    expect([actual.status, actual.body, fieldsOf(actual)]).toEqual([
      200,
      'the application',
      [['access-control-allow-origin', A]],
    ])
  })

  it('gives its hooks the context of Koa', async () => {
    const seen: unknown[] = []
    const url = await serve(
      cors(
        {
          allowOrigins: () => {
            throw new Error('broken predicate')
          },
        },
        {
          onError: (error, ctx) => seen.push([String(error), ctx.path]),
          onDecision: ({ kind }, head, ctx) => seen.push([kind, head.origin, ctx.path]),
        },
      ),
    )
    await rawRequest(url, 'GET', '/path', [['Origin', A]])
    expect(seen).toEqual([
      ['Error: broken predicate', '/path'],
      ['continue', A, '/path'],
    ])
  })

  it('makes no promise of its own', async () => {
    const seen: boolean[] = []
    const handleCors = cors(config)
    const url = await serve((ctx) => {
      const passed = Promise.resolve()
      const result: unknown = handleCors(ctx, () => passed)
      seen.push(ctx.method === 'GET' ? result === passed : result === undefined)
      if (ctx.method === 'GET') ctx.body = 'x'
    })
    await rawRequest(url, 'GET', '/', [['Origin', A]])
    await preflight(url, '/')
    expect(seen).toEqual([true, true])
  })

  it('leaves alone a response that is sent already', async () => {
    const url = await serve((ctx, next) => {
      ctx.respond = false
      ctx.res.end('early')
      return next()
    }, cors(config))
    const response = await rawRequest(url, 'GET', '/', [['Origin', A]])
    expect([response.status, fieldsOf(response)]).toEqual([404, []])
  })

  it('leaves alone what a time limit has answered while a predicate was asked', async () => {
    const url = await serve(
      (ctx, next) => {
        setImmediate(() => ctx.res.writeHead(503).end('too late'))
        return next()
      },
      cors({ allowOrigins: () => new Promise((resolve) => setTimeout(resolve, 20, true)) }),
    )
    expect(await preflight(url, '/')).toMatchObject({ status: 503, body: expect.stringContaining('too late') })
  })

  it('gives what a hijacked response needs', async () => {
    const url = await serve(cors(config), (ctx) => {
      ctx.body = corsHeaders(ctx.res)
    })
    const { body } = await rawRequest(url, 'GET', '/', [['Origin', A]])
    expect(JSON.parse(body)).toEqual({ ...Object.fromEntries(SHARED), vary: 'Origin' })
  })

  it('works over HTTP/2', async () => {
    const app = new Koa().use(cors(config)).use((ctx: Context) => {
      ctx.vary('Accept')
      ctx.body = 'x'
    })
    const handleRequest = app.callback()
    const server = createHttp2Server((request, response) => void handleRequest(request, response)).listen(0)
    await once(server, 'listening')
    const address = server.address()
    const session = connect(`http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}`)
    const ask = async (headers: Record<string, string>): Promise<unknown> => {
      const stream = session.request({ ':path': '/', origin: A, ...headers }, { endStream: true })
      const [fields] = (await once(stream, 'response')) as [Record<string, unknown>]
      stream.resume()
      await once(stream, 'close')
      return [fields[':status'], fields['access-control-allow-origin'], fields['vary']]
    }
    expect(await ask({ ':method': 'GET' })).toEqual([200, A, 'Accept, Origin'])
    expect(await ask({ ':method': 'OPTIONS', 'access-control-request-method': 'PUT' })).toEqual([204, A, 'Origin'])
    session.close()
    await new Promise((resolve) => server.close(resolve))
  })
})

describe('cors on Koa', () => {
  it('applies the outermost policy where it is mounted twice, and warns once', async () => {
    const warnings: unknown[] = []
    const onWarning = (warning: Error): void => {
      if (warning.name === 'CorsacWarning') warnings.push('code' in warning && warning.code)
    }
    process.on('warning', onWarning)
    const app = new Koa3().use(cors(config)).use(cors())
    app.use((ctx) => {
      ctx.body = 'x'
    })
    const handleRequest = app.callback()
    const running = await listen(createServer((request, response) => void handleRequest(request, response)))
    closers.push(() => running.close())
    for (const origin of [A, A])
      expect(fieldsOf(await rawRequest(running.url, 'GET', '/', [['Origin', origin]]))).toEqual(SHARED)
    await new Promise((resolve) => setImmediate(resolve))
    process.off('warning', onWarning)
    expect(warnings).toEqual(['CORSAC_MOUNTED_TWICE'])
  })

  it('refuses a wrong configuration at start', () => {
    const written: CorsConfig = { allowOrigins: ['https://a.example/'], allowCredentials: true }
    expect(() => cors(written)).toThrow('did you mean "https://a.example"?')
    const suffix: CorsConfig = { allowOrigins: ['https://*.github.io'], allowCredentials: true }
    expect(() => cors(suffix)).toThrow('covers what anybody can register below "github.io"')
  })
})
