import { definePolicy } from '@corsac/core'
import {
  defineHandler,
  defineRoute,
  H3,
  H3Core,
  type H3Event,
  type H3Route,
  type H3RouteMeta,
  type MatchedRoute,
  removeRoute,
} from 'h3'
import { describe, expect, it } from 'vitest'
import { cors } from './cors.ts'
import { A, B, createApp, EVIL, fieldsOf, get, preflight, serveOnNode, serveOnWeb } from './exchange.testing.ts'

const around = { allowOrigins: [A], allowMethods: ['PUT', 'DELETE'] } as const
const METHODS = 'access-control-allow-methods'
const ofB = { allowOrigins: [B], allowMethods: ['PUT'] }

function ok(): string {
  return 'ok'
}

describe.each([
  ['Node', serveOnNode],
  ['plain requests', serveOnWeb],
])('the policy of a route, with %s', (_, serve) => {
  it.each([
    ['a configuration', ofB],
    ['a policy', definePolicy(ofB)],
  ])('is %s, and stands by itself', async (__, option) => {
    const url = await serve(
      createApp()
        .use(cors(around))
        .get('/items/:id', ok)
        .put('/items/:id', ok, { meta: { cors: option } }),
    )
    expect(fieldsOf(await get(url, '/items/1', B, 'PUT'))).toEqual([['access-control-allow-origin', B]])
    expect(fieldsOf(await get(url, '/items/1', A, 'GET'))).toEqual([['access-control-allow-origin', A]])
    const asked = await preflight(url, '/items/1', B)
    expect(asked.status).toBe(204)
    expect(new Map(asked.headers).get(METHODS)).toBe('PUT')
    expect(new Map((await preflight(url, '/items/1', A)).headers).get('access-control-allow-origin')).toBe(B)
  })

  it('is said with the handler, too, and by routes that are defined in other ways', async () => {
    const meta = { cors: ofB }
    const app = createApp()
      .use(cors(around))
      .put('/handler', defineHandler({ meta, handler: () => 'ok' }))
      .all('/all', ok, { meta })
      .register(defineRoute({ method: 'PUT', route: '/defined', handler: () => 'ok', meta }))
    const url = await serve(app)
    for (const path of ['/handler', '/all', '/defined']) {
      expect(new Map((await preflight(url, path, B)).headers).get('access-control-allow-origin')).toBe(B)
      expect(fieldsOf(await get(url, path, B, 'PUT'))).toEqual([['access-control-allow-origin', B]])
    }
  })

  it('refuses everybody with false, also behind what a browser has cached for another method', async () => {
    const url = await serve(
      createApp()
        .use(cors({ ...around, allowOrigins: [A, B] }))
        .put('/items', ok)
        .delete('/items', ok, { meta: { cors: false } })
        .post('/items', ok, { meta: { cors: false } }),
    )
    const allowed = await preflight(url, '/items', A, 'PUT')
    expect(new Map(allowed.headers).get(METHODS)).toBe('PUT')
    const refused = await preflight(url, '/items', A, 'DELETE')
    expect(refused.status).toBe(403)
    expect(fieldsOf(refused, 'vary')).toEqual([['vary', 'Origin']])
    expect(fieldsOf(await get(url, '/items', A, 'POST'))).toEqual([])
  })

  it('is not asked for where a preflight asks for a method without a route, or for what is no method', async () => {
    const url = await serve(
      createApp()
        .use(cors(around))
        .get('/items', ok, { meta: { cors: false } }),
    )
    for (const method of ['PUT', 'TRACE', 'no method', ''])
      expect(new Map((await preflight(url, '/items', A, method)).headers).get('access-control-allow-origin')).toBe(A)
    expect((await preflight(url, '/items', A, 'GET')).status).toBe(403)
    expect((await preflight(url, '/items', A, 'HEAD')).status).toBe(403)
  })

  it('is found in an application that is mounted below a path', async () => {
    const mounted = createApp()
      .use(cors({ ...around, allowOrigins: [A, B] }))
      .put('/items', ok, { meta: { cors: false } })
      .delete('/items', ok)
    const url = await serve(createApp().put('/items', ok).mount('/api', mounted))
    expect((await preflight(url, '/api/items', A, 'PUT')).status).toBe(403)
    expect((await preflight(url, '/api/items', A, 'DELETE')).status).toBe(204)
    expect(fieldsOf(await get(url, '/api/items', A, 'PUT'))).toEqual([])
  })

  it('is found where a hook rewrites the path', async () => {
    const app = createApp({
      onRequest: ({ url }) => {
        url.pathname = url.pathname.replace('/base/', '/')
      },
    })
      .use(cors({ ...around, allowOrigins: [A, B] }))
      .all('/**', ok)
      .put('/items', ok, { meta: { cors: false } })
    const url = await serve(app)
    expect((await preflight(url, '/base/items', A, 'PUT')).status).toBe(403)
    expect((await preflight(url, '/base/items', A, 'DELETE')).status).toBe(204)
  })

  it('is found for routes that come later, and forgotten with those that go', async () => {
    const app = createApp().use(cors(around)).put('/early', ok)
    const url = await serve(app)
    expect(new Map((await preflight(url, '/early')).headers).get(METHODS)).toBe('PUT, DELETE')
    app.put('/late', ok, { meta: { cors: ofB } })
    expect(new Map((await preflight(url, '/late', B)).headers).get('access-control-allow-origin')).toBe(B)
    expect(new Map((await preflight(url, '/early')).headers).get(METHODS)).toBe('PUT')
    removeRoute(app, 'PUT', '/late')
    expect(new Map((await preflight(url, '/late', A)).headers).get('access-control-allow-origin')).toBe(A)
  })

  it('keeps everybody out where it is wrong, and says on the console which route it is', async () => {
    const errors: string[] = []
    const app = createApp({ onError: ({ cause }) => void errors.push(String(cause)) })
      .use(cors(around))
      .get('/', ok)
      // Written by hand, or read from somewhere: the compiler has not seen it.
      .put('/items/:id', ok, { meta: JSON.parse('{"cors":{"allowOrigins":["https://a.example/"]}}') as H3RouteMeta })
    const url = await serve(app)
    expect(await get(url)).toMatchObject({ status: 500 })
    expect(await preflight(url)).toMatchObject({ status: 500 })
    expect(errors).toHaveLength(2)
    expect(errors[1]).toContain('The cors option of PUT /items/:id')
    expect(errors[1]).toContain('did you mean "https://a.example"?')
  })

  it.each([
    [{ cors: true }, 'The cors option of /items is true'],
    [{ cors: {} }, 'The cors option of /items lacks allowOrigins'],
    [{ cors: undefined }, 'The cors option of /items is undefined'],
  ])('is not %j', async (meta, message) => {
    const errors: string[] = []
    const app = createApp({ onError: ({ cause }) => void errors.push(String(cause)) }).use(cors(around))
    // An error in JavaScript: the compiler does not let it pass.
    await get(await serve(app.all('/items', ok, { meta: meta as H3RouteMeta })))
    expect(errors[0]).toContain(message)
  })

  it('goes with predicates, hooks and debug', async () => {
    const seen: unknown[] = []
    const app = createApp()
      .use(
        cors(around, {
          debug: true,
          onDecision: ({ kind }, head, { url }) => seen.push([kind, url.pathname, head.origin]),
        }),
      )
      .put('/asked', ok, { meta: { cors: { allowOrigins: (origin) => Promise.resolve(origin === B) } } })
      .put('/locked', ok, { meta: { cors: false } })
    const url = await serve(app)
    expect(fieldsOf(await get(url, '/asked', B, 'PUT'))).toEqual([['access-control-allow-origin', B]])
    const refused = await preflight(url, '/locked')
    expect(refused.status).toBe(403)
    expect(refused.body).toContain('the cors option of the route is false')
    expect(seen).toEqual([
      ['continue', '/asked', B],
      ['answer', '/locked', A],
    ])
  })
})

describe('the policy of a route, in an application with a router of its own', () => {
  class CompiledApp extends H3Core {
    override '~findRoute'({ req, url }: H3Event): MatchedRoute<H3Route> | undefined {
      if (url.pathname !== '/items' || req.method === 'OPTIONS') return undefined
      return { data: { handler: ok, meta: req.method === 'PUT' ? { cors: ofB } : {} } }
    }
  }

  it('is found when it is needed', async () => {
    const app = new CompiledApp()
    app['~middleware'].push(cors(around))
    const headers = { origin: B, 'access-control-request-method': 'PUT' }
    const asked = await app.fetch(new Request('http://api.example/items', { method: 'OPTIONS', headers }))
    expect(asked.headers.get('access-control-allow-origin')).toBe(B)
    const actual = await app.fetch(new Request('http://api.example/items', { method: 'PUT', headers }))
    expect(actual.headers.get('access-control-allow-origin')).toBe(B)
    const other = await app.fetch(new Request('http://api.example/items', { headers }))
    expect(other.headers.get('access-control-allow-origin')).toBe(A)
  })
})

describe.each([
  ['Node', serveOnNode],
  ['plain requests', serveOnWeb],
])('the rules of routes, with %s', (_, serve) => {
  it('are those of the most specific pattern, for the requested method', async () => {
    const rules = cors(around, {
      routeRules: {
        '/public/**': { allowOrigins: '*', allowMethods: ['PUT'] },
        '/public/locked/**': false,
        'PUT /items/**': definePolicy(ofB),
        'GET /read/**': false,
      },
    })
    const url = await serve(
      createApp()
        .use(rules)
        .all('/**', ok)
        .get('/public/own', ok, { meta: { cors: ofB } }),
    )
    async function sharedWith(path: string, origin: string, method: string): Promise<string | undefined> {
      const [asked, actual] = await Promise.all([preflight(url, path, origin, method), get(url, path, origin, method)])
      const shared = new Map(actual.headers).get('access-control-allow-origin')
      expect(new Map(asked.headers).get('access-control-allow-origin')).toBe(shared)
      expect(asked.status).toBe(shared === undefined ? 403 : 204)
      return shared
    }
    expect(await sharedWith('/public/a', EVIL, 'PUT')).toBe('*')
    expect(await sharedWith('/public/locked/a', A, 'PUT')).toBeUndefined()
    expect(await sharedWith('/items/1', B, 'PUT')).toBe(B)
    expect(await sharedWith('/items/1', A, 'DELETE')).toBe(A)
    expect(await sharedWith('/read/a', A, 'GET')).toBeUndefined()
    expect(await sharedWith('/read/a', A, 'HEAD')).toBeUndefined()
    expect(await sharedWith('/read/a', A, 'PUT')).toBe(A)
    expect(await sharedWith('/public/own', B, 'GET')).toBe(B)
  })
})

describe('the rules of routes', () => {
  it.each<[object, string]>([
    [{ '/items': { allowOrigins: ['https://a.example/'] } }, 'The cors option of /items'],
    [{ 'PUT /items': {} }, 'The cors option of PUT /items lacks allowOrigins'],
    [{ items: false }, 'options.routeRules has the key "items": write a path'],
    [{ 'put /items': false }, 'options.routeRules has the key "put /items"'],
    [{ PUT: false }, 'options.routeRules has the key "PUT"'],
    [{ '': false }, 'options.routeRules has the key ""'],
  ])('are refused at start: %j', (routeRules, message) => {
    expect(() => cors(around, { routeRules: routeRules as Record<string, false> })).toThrow(message)
  })

  it('may be none', async () => {
    const app = new H3().use(cors(around, { routeRules: {} }))
    expect((await app.request('/', { headers: { origin: A } })).headers.get('access-control-allow-origin')).toBe(A)
  })
})
