import { EventEmitter, once } from 'node:events'
import { rawRequest } from '@corsac/binding-exam'
import { type CorsConfig, definePolicy } from '@corsac/core'
import {
  assertMethod,
  defineHandler,
  defineValidatedHandler,
  fetchWithEvent,
  handleCacheHeaders,
  html,
  HTTPError,
  type HTTPHandler,
  HTTPResponse,
  iterable,
  onError,
  readBody,
  redirect,
  toMiddleware,
} from 'h3'
import { describe, expect, it } from 'vitest'
import { cors } from './cors.ts'
import { corsHeaders } from './cors-headers.ts'
import {
  A,
  B,
  config,
  createApp,
  EVIL,
  fieldsOf,
  get,
  preflight,
  serveOnNode,
  serveOnWeb,
  SHARED,
  warnings,
} from './exchange.testing.ts'

const failingSchema = {
  '~standard': { version: 1, vendor: 'test', validate: () => ({ issues: [{ message: 'no' }] }) },
} as const

const circular: Record<string, unknown> = {}
circular['self'] = circular

const cached = new Response(null, { status: 203, headers: { vary: 'Accept' } })

const applications: [string, number, HTTPHandler][] = [
  [
    'an error',
    500,
    ({ res }) => {
      res.headers.set('vary', 'Accept')
      res.errHeaders.set('vary', 'Accept')
      throw new Error('broken')
    },
  ],
  [
    'an error with a status and headers',
    401,
    () => {
      throw new HTTPError({ status: 401, headers: { vary: 'Accept', 'access-control-allow-origin': '*' } })
    },
  ],
  ['an error that is returned', 418, () => HTTPError.status(418)],
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- h3 takes a number for a status
  ['a rejection with a number', 404, () => Promise.reject(404)],
  [
    'a number that is thrown',
    404,
    () => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- h3 takes a number for a status
      throw 404
    },
  ],
  [
    'a method that is not allowed',
    405,
    (event) => {
      assertMethod(event, 'POST')
    },
  ],
  ['a body that is not valid', 400, defineValidatedHandler({ validate: { query: failingSchema }, handler: () => 'x' })],
  ['what cannot be written as JSON', 500, () => circular],
  ['a JSON document', 200, () => Promise.resolve({ a: 1 })],
  ['a text', 200, () => 'text'],
  ['bytes', 200, () => new Uint8Array([65])],
  ['nothing', 200, () => null],
  ['a page', 200, () => html`<p>${'text'}</p>`],
  ['a stream', 200, () => new Blob(['a', 'b', 'c']).stream()],
  ['what is iterated', 200, () => iterable(['a', 'b', 'c'])],
  ['a redirect', 302, () => redirect('/elsewhere')],
  [
    'what has not been modified',
    304,
    (event) => {
      handleCacheHeaders(event, { etag: '"1"', ifNoneMatch: '"1"' })
    },
  ],
  ['a response', 201, () => new Response('x', { status: 201, headers: { vary: 'Accept' } })],
  ['a response that says it failed', 503, () => new Response('x', { status: 503, headers: { vary: 'Accept' } })],
  ['a response that cannot be changed', 303, () => Response.redirect('http://api.example/', 303)],
  ['a response that is returned again', 203, () => cached],
  [
    'a response to which headers are added',
    200,
    ({ res }) => {
      res.headers.set('x-total', '7')
      return new Response('x', { headers: { vary: 'Accept', 'access-control-allow-credentials': 'true' } })
    },
  ],
  [
    'headers set by hand',
    200,
    ({ res }) => {
      res.headers.set('access-control-allow-origin', EVIL)
      res.headers.set('access-control-allow-credentials', 'true')
      res.headers.set('vary', 'Accept')
      return 'x'
    },
  ],
]

describe.each([
  ['Node', serveOnNode],
  ['plain requests', serveOnWeb],
])('cors on h3, with %s', (runtime, serve) => {
  it.each(applications)('shares %s', async (_, status, handler) => {
    const url = await serve(createApp().use(cors(config)).get('/', handler))
    for (const method of ['GET', 'HEAD']) {
      const response = await get(url, '/', A, method)
      expect(response.status).toBe(status)
      expect(fieldsOf(response)).toEqual(SHARED)
      expect(new Map(response.headers).get('vary')).toMatch(/^(?:Accept, )?Origin$/)
    }
    const other = await get(url, '/', EVIL)
    expect(fieldsOf(other)).toEqual([])
    expect(new Map(other.headers).get('vary')).toMatch(/^(?:Accept, )?Origin$/)
  })

  it('shares what h3 answers by itself: an unknown route, a body that it cannot read', async () => {
    const url = await serve(
      createApp()
        .use(cors(config))
        .post('/', (event) => readBody(event)),
    )
    const missing = await get(url, '/missing')
    expect([missing.status, fieldsOf(missing)]).toEqual([404, SHARED])
    const unread = await fetch(url, {
      method: 'POST',
      headers: { origin: A, 'content-type': 'application/json' },
      body: '{',
    })
    expect([unread.status, unread.headers.get('access-control-allow-origin')]).toEqual([400, A])
  })

  it.each<[string, () => unknown]>([
    ['a response', () => new Response('sorry', { status: 500, headers: { vary: 'Accept' } })],
    ['a response that cannot be changed', () => Response.redirect('http://api.example/', 303)],
    ['the same response again', () => cached],
    ['a document', () => ({ sorry: true })],
    ['nothing', () => undefined],
  ])("shares what the application's onError hook answers: %s", async (_, answer) => {
    const seen: string[] = []
    const app = createApp({
      onError: ({ message }) => {
        seen.push(message)
        return answer()
      },
      onResponse: ({ status }) => {
        seen.push(String(status))
      },
    })
    const url = await serve(
      app.use(cors(config)).get('/', () => {
        throw new Error('broken')
      }),
    )
    const response = await get(url)
    expect(fieldsOf(response)).toEqual(SHARED)
    expect(new Map(response.headers).get('vary')).toMatch(/^(?:Accept, )?Origin$/)
    // Each hook has been called once.
    expect(seen).toEqual(['broken', String(response.status)])
    expect(fieldsOf(await get(url, '/', B))[0]).toEqual(['access-control-allow-origin', B])
  })

  it('sends all cookies', async () => {
    const url = await serve(
      createApp()
        .use(cors(config))
        .get('/', ({ res }) => {
          res.headers.append('set-cookie', 'a=1')
          res.headers.append('set-cookie', 'b=2')
          return 'x'
        }),
    )
    expect(fieldsOf(await get(url), 'set-cookie')).toEqual(
      expect.arrayContaining([...SHARED, ['set-cookie', 'a=1'], ['set-cookie', 'b=2']]),
    )
  })

  it('does not let a stream wait', async () => {
    const pages = new EventEmitter()
    async function* parts(): AsyncGenerator<string> {
      yield 'first'
      await once(pages, 'headers')
      yield 'second'
    }
    const url = await serve(
      createApp()
        .use(cors(config))
        .get('/', () => iterable(parts())),
    )
    const response = await fetch(url, { headers: { origin: A } })
    expect(response.headers.get('access-control-allow-origin')).toBe(A)
    pages.emit('headers')
    expect(await response.text()).toBe('firstsecond')
  })

  it('answers a preflight before authentication and routing, and lets no refused one through', async () => {
    const reached: string[] = []
    const app = createApp()
      .use(cors(config))
      .use(({ req }) => {
        reached.push(req.method)
        throw new HTTPError({ status: 401 })
      })
    const url = await serve(app)
    const allowed = await preflight(url, '/anything')
    expect(allowed).toMatchObject({ status: 204, body: '' })
    expect(fieldsOf(allowed, 'vary', 'content-length')).toEqual(
      expect.arrayContaining([
        ['access-control-allow-origin', A],
        ['access-control-allow-methods', 'PUT'],
        ['access-control-max-age', '600'],
        ['vary', 'Origin'],
      ]),
    )
    const refused = await preflight(url, '/anything', EVIL)
    expect(refused).toMatchObject({ status: 403, body: '' })
    expect(fieldsOf(refused, 'vary', 'content-length')).toEqual(
      expect.arrayContaining([
        ['vary', 'Origin'],
        ['content-length', '0'],
      ]),
    )
    expect(fieldsOf(refused)).toEqual([])
    expect(reached).toEqual([])
    const actual = await get(url, '/anything')
    expect([actual.status, fieldsOf(actual)]).toEqual([401, SHARED])
  })

  it('has hooks and outer middleware see the answer to a preflight', async () => {
    const seen: unknown[] = []
    const app = createApp({ onResponse: ({ status }) => void seen.push(status) })
      .use(async ({ res }, next) => {
        res.headers.set('x-outer', '1')
        res.headers.set('vary', 'Accept')
        const response = await next()
        seen.push(response instanceof Response || response instanceof HTTPResponse)
        return response
      })
      .use(cors(config))
    const response = await preflight(await serve(app))
    expect(seen).toEqual([true, 204])
    expect(fieldsOf(response, 'vary', 'x-outer')).toEqual(
      expect.arrayContaining([
        ['x-outer', '1'],
        ['vary', 'Accept, Origin'],
      ]),
    )
  })

  it('leaves other OPTIONS requests to the application', async () => {
    const url = await serve(
      createApp()
        .use(cors(config))
        .options('/', ({ res }) => {
          res.headers.set('allow', 'GET')
          return null
        }),
    )
    for (const headers of [[], [['Origin', A]], [['Access-Control-Request-Method', 'PUT']]] as [string, string][][]) {
      const response = await rawRequest(url, 'OPTIONS', '/', headers)
      expect(response.status).toBe(200)
      expect(new Map(response.headers).get('allow')).toBe('GET')
    }
  })

  it('works below a path, in a mounted application, and as middleware of a handler', async () => {
    const mounted = createApp()
      .use(cors(config))
      .put('/item', () => 'mounted')
    const handler = defineHandler({ middleware: [cors({ allowOrigins: [B] })], handler: () => 'handler' })
    const app = createApp()
      .use('/below/**', cors(config))
      .put('/below/item', () => 'below')
      .get('/beside', () => 'beside')
      .get('/handler', handler)
      .mount('/mounted', mounted)
    const url = await serve(app)
    for (const path of ['/below/item', '/mounted/item']) {
      expect(await preflight(url, path)).toMatchObject({ status: 204 })
      expect(fieldsOf(await get(url, path, A, 'PUT'))).toEqual(SHARED)
    }
    expect(fieldsOf(await get(url, '/beside'))).toEqual([])
    expect(fieldsOf(await get(url, '/handler', B))).toEqual([['access-control-allow-origin', B]])
  })

  it('lets an application within the application answer', async () => {
    const inner = createApp().get('/inner/data', () => ({ a: 1 }))
    const app = createApp()
      .use(cors(config))
      .use(toMiddleware(inner))
      .get('/own', () => 'own')
    const url = await serve(app)
    for (const path of ['/inner/data', '/own']) expect(fieldsOf(await get(url, path))).toEqual(SHARED)
  })

  it('gives pickers and hooks the event', async () => {
    const seen: unknown[] = []
    const own = definePolicy(config)
    const app = createApp().use(
      cors(
        (_, { url }) => {
          if (url.pathname === '/broken') throw new Error('no policy')
          return Promise.resolve(url.pathname === '/own' ? own : null)
        },
        {
          vary: ['X-Tenant'],
          onError: (error, { url }) => seen.push([error, url.pathname]),
          onDecision: ({ kind, set }, head, { url }) => seen.push([kind, set.length, head.origin, url.pathname]),
        },
      ),
    )
    const url = await serve(app.get('/own', () => 'own'))
    expect(fieldsOf(await get(url, '/own'), 'vary')).toEqual(
      expect.arrayContaining([...SHARED, ['vary', 'Origin, X-Tenant']]),
    )
    expect(fieldsOf(await get(url, '/broken'))).toEqual([])
    expect(await preflight(url, '/other')).toMatchObject({ status: 403 })
    expect(seen).toEqual([
      ['continue', 2, A, '/own'],
      [new Error('no policy'), '/broken'],
      ['continue', 0, A, '/broken'],
      ['answer', 0, A, '/other'],
    ])
  })

  it('asks predicates that take their time', async () => {
    const url = await serve(
      createApp()
        .use(cors({ ...config, allowOrigins: (origin) => Promise.resolve(origin === A) }))
        .get('/', () => {
          throw new Error('broken')
        }),
    )
    expect(fieldsOf(await get(url))).toEqual(SHARED)
    expect(fieldsOf(await get(url, '/', B))).toEqual([])
    expect(await preflight(url)).toMatchObject({ status: 204 })
    expect(await preflight(url, '/', B)).toMatchObject({ status: 403 })
  })

  it('leaves the answer of a request to itself to the outer one, without a warning', async () => {
    const warned = warnings()
    const app = createApp()
      .use(cors(config))
      .get('/inner', () => ({ a: 1 }))
      .get('/', (event) => fetchWithEvent(event, '/inner', { headers: { origin: A } }))
    const response = await get(await serve(app))
    expect(response.status).toBe(200)
    expect(fieldsOf(response)).toEqual(SHARED)
    expect(await warned()).toEqual([])
  })

  it('gives the headers of what is sent in another way', async () => {
    const app = createApp()
      .get('/before', (event) => corsHeaders(event))
      .use('/after', cors(config))
      .use('/public', cors())
      .get('/after', (event) => corsHeaders(event))
      .get('/public', (event) => corsHeaders(event))
    const url = await serve(app)
    expect((await get(url, '/before')).body).toContain('{}')
    expect((await get(url, '/after')).body).toContain(JSON.stringify({ ...Object.fromEntries(SHARED), vary: 'Origin' }))
    expect((await get(url, '/public')).body).toContain('{"access-control-allow-origin":"*"}')
  })

  it('lets outer middleware answer for errors', async () => {
    const outer = onError(({ status }) => new Response('outer', { status, headers: { 'x-outer': '1' } }))
    const app = createApp()
      .use(outer)
      .use(cors(config))
      .get('/', () => {
        throw new HTTPError({ status: 410 })
      })
    const response = await get(await serve(app))
    expect([response.status, fieldsOf(response)]).toEqual([410, SHARED])
    // Elsewhere than on Node the response is made within cors(), so that it can have its headers.
    expect(new Map(response.headers).has('x-outer')).toBe(runtime === 'Node')
  })
})

describe('cors on h3', () => {
  it('refuses a wrong configuration at start', () => {
    const written: CorsConfig = { allowOrigins: ['https://a.example/'] }
    expect(() => cors(written)).toThrow('did you mean "https://a.example"?')
  })

  it('asks for the public suffix list where it needs it', () => {
    const wild = { allowOrigins: ['https://*.a.example'], allowCredentials: true }
    expect(() => cors(wild)).toThrow('@corsac/core/public-suffixes')
    expect(() => cors(wild, { isPublicSuffix: (host) => host === 'example' })).not.toThrow()
  })
})
