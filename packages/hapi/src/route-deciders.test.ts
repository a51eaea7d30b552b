import { rawRequest, type RawResponse } from '@corsac/binding-exam'
import { type CorsRouteOption, definePolicy } from '@corsac/core'
import { type PluginSpecificConfiguration, server as createServer21, type Server, type ServerOptions } from '@hapi/hapi'
import { server as createServer21Floor } from 'hapi-floor'
import { afterEach, describe, expect, it } from 'vitest'
import { cors } from './cors.ts'
import { corsHeaders } from './index.ts'

const A = 'https://a.example'
const B = 'https://b.example'
const ALLOW_ORIGIN = 'access-control-allow-origin'
const ALLOW_METHODS = 'access-control-allow-methods'
const around = { allowOrigins: [A], allowMethods: ['PUT', 'DELETE'] }
const own = { allowOrigins: [B], allowMethods: ['PUT', 'DELETE'] }

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function start(server: Server): Promise<string> {
  await server.start()
  closers.push(() => server.stop({ timeout: 0 }))
  return server.info.uri
}

function allowed({ headers }: RawResponse, name = ALLOW_ORIGIN): string | undefined {
  return new Map(headers).get(name)
}

function preflight(url: string, path: string, origin: string, method: string): Promise<RawResponse> {
  return rawRequest(url, 'OPTIONS', path, [
    ['Origin', origin],
    ['Access-Control-Request-Method', method],
  ])
}

describe.each([
  ['21', createServer21],
  ['21.0', createServer21Floor],
])('routes with policies of their own on hapi %s', (_, createServer) => {
  function create(options: ServerOptions = {}): Server {
    return createServer({ host: '127.0.0.1', port: 0, debug: false, ...options })
  }

  async function createWithCors(options: ServerOptions = {}): Promise<Server> {
    const server = create(options)
    await server.register(cors(around))
    return server
  }

  it.each([
    ['a policy', definePolicy(own)],
    ['a configuration', own],
    ['a policy with a predicate', definePolicy({ ...own, allowOrigins: (origin) => Promise.resolve(origin === B) })],
  ])('have %s, for the preflight that asks for them, too', async (__, corsac) => {
    const server = await createWithCors()
    server.route([
      { method: 'PUT', path: '/item', options: { plugins: { corsac } }, handler: () => 'put' },
      { method: 'DELETE', path: '/item', handler: () => 'deleted' },
    ])
    const url = await start(server)
    const answer = await preflight(url, '/item', B, 'PUT')
    expect([answer.status, allowed(answer), allowed(answer, ALLOW_METHODS)]).toEqual([204, B, 'PUT'])
    expect(allowed(await rawRequest(url, 'PUT', '/item', [['Origin', B]]))).toBe(B)
    expect(allowed(await preflight(url, '/item', A, 'PUT'))).not.toBe(A)
    expect(allowed(await rawRequest(url, 'PUT', '/item', [['Origin', A]]))).not.toBe(A)

    const other = await preflight(url, '/item', A, 'DELETE')
    expect([other.status, allowed(other), allowed(other, ALLOW_METHODS)]).toEqual([204, A, 'DELETE'])
    expect(allowed(await rawRequest(url, 'DELETE', '/item', [['Origin', A]]))).toBe(A)
    expect(allowed(await preflight(url, '/unknown', A, 'PUT'))).toBe(A)
    expect(allowed(await rawRequest(url, 'GET', '/unknown', [['Origin', A]]))).toBe(A)
  })

  it('refuse everybody where they say false', async () => {
    const server = await createWithCors()
    server.route([
      { method: 'PUT', path: '/item', options: { plugins: { corsac: false } }, handler: () => 'put' },
      { method: 'DELETE', path: '/item', handler: () => 'deleted' },
    ])
    const url = await start(server)
    expect(await preflight(url, '/item', A, 'PUT')).toMatchObject({ status: 403, body: '' })
    const actual = await rawRequest(url, 'PUT', '/item', [['Origin', A]])
    expect([actual.status, actual.body, allowed(actual), allowed(actual, 'vary')]).toEqual([
      200,
      'put',
      undefined,
      'Origin',
    ])
    // What the browser keeps of a neighbour's preflight says nothing of PUT.
    expect(allowed(await preflight(url, '/item', A, 'DELETE'), ALLOW_METHODS)).toBe('DELETE')
  })

  it('are found among hosts, parameters and all methods', async () => {
    const server = await createWithCors()
    const plugins = { corsac: own }
    server.route([
      { method: '*', path: '/any/{id}', options: { plugins }, handler: () => 'any' },
      { method: 'GET', path: '/read', options: { plugins }, handler: () => 'read' },
      { method: 'PUT', path: '/host', vhost: ['b.test', 'c.test'], options: { plugins }, handler: () => 'of the host' },
      { method: 'PUT', path: '/host', handler: () => 'of all' },
      { method: ['PUT', 'DELETE'], path: '/both', options: { plugins }, handler: () => 'both' },
      { method: 'OPTIONS', path: '/options', options: { plugins }, handler: () => 'own' },
    ])
    const url = await start(server)
    expect(allowed(await preflight(url, '/any/1', B, 'PURGE'))).toBe(B)
    expect(allowed(await rawRequest(url, 'PUT', '/any/1', [['Origin', B]]))).toBe(B)
    expect(allowed(await preflight(url, '/read', B, 'HEAD'))).toBe(B)
    expect(allowed(await rawRequest(url, 'HEAD', '/read', [['Origin', B]]))).toBe(B)
    expect(allowed(await preflight(url, '/both', B, 'DELETE'))).toBe(B)
    expect(allowed(await rawRequest(url, 'OPTIONS', '/options', [['Origin', B]]))).toBe(B)
    for (const [host, origin] of [
      ['b.test', B],
      ['c.test:8080', B],
      ['other.test', A],
    ] as const) {
      expect(allowed(await preflight(url, `http://${host}/host`, origin, 'PUT'))).toBe(origin)
      expect(allowed(await rawRequest(url, 'PUT', `http://${host}/host`, [['Origin', origin]]))).toBe(origin)
      const headers = { host, origin, 'access-control-request-method': 'PUT' }
      const answer = await server.inject({ method: 'OPTIONS', url: '/host', headers })
      expect(answer.headers[ALLOW_ORIGIN]).toBe(origin)
    }
  })

  it('are read wherever they come from: before the plugin, after it, from other plugins', async () => {
    const server = create()
    const route = { method: 'PUT' as const, options: { plugins: { corsac: own } }, handler: () => 'x' }
    server.route({ ...route, path: '/before' })
    server.route({ ...route, path: '/before', vhost: 'b.test' })
    await server.register(cors(around))
    server.route({ ...route, path: '/after' })
    const register = (inner: Server): void => {
      inner.route({ ...route, path: '/item' })
    }
    await server.register({ name: 'inner', register }, { routes: { prefix: '/inner' } })
    const url = await start(server)
    for (const path of ['/before', '/after', '/inner/item']) {
      expect(allowed(await preflight(url, path, B, 'PUT'))).toBe(B)
      expect(allowed(await rawRequest(url, 'PUT', path, [['Origin', B]]))).toBe(B)
    }
    expect(allowed(await preflight(url, 'http://b.test/before', B, 'PUT'))).toBe(B)
  })

  it('answer whatever is asked for', async () => {
    const server = await createWithCors()
    const plugins = { corsac: false } as const
    server.route({ method: '*', path: '/closed/{id}', options: { plugins }, handler: () => 'x' })
    const url = await start(server)
    for (const [path, method] of [
      ['*', 'PUT'],
      ['/closed/%', 'PUT'],
      ['/other', ''],
      ['/other', 'put'],
      ['/other', '__proto__'],
      ['http://[', 'PUT'],
    ] as const)
      expect([path, method, (await preflight(url, path, A, method)).status]).toEqual([path, method, 204])
    expect((await preflight(url, '/closed/1', A, 'put')).status).toBe(403)
  })

  it('have their policies where the response is an error, past hapi, or hijacked', async () => {
    const server = await createWithCors()
    const plugins = { corsac: own }
    server.auth.scheme('closed', () => ({ authenticate: (__, h) => h.response('who?').code(401).takeover() }))
    server.auth.strategy('closed', 'closed')
    server.route([
      {
        method: 'GET',
        path: '/error',
        options: { plugins },
        handler: () => {
          throw new Error('broken')
        },
      },
      { method: 'GET', path: '/auth', options: { plugins, auth: 'closed' }, handler: () => 'x' },
      {
        method: 'GET',
        path: '/raw',
        options: { plugins },
        handler: ({ raw }, h) => {
          raw.res.writeHead(202).end()
          return h.abandon
        },
      },
      { method: 'GET', path: '/headers', options: { plugins }, handler: ({ raw }) => corsHeaders(raw.res) },
    ])
    const url = await start(server)
    for (const [path, status] of [
      ['/error', 500],
      ['/auth', 401],
      ['/raw', 202],
      ['/headers', 200],
    ] as const) {
      const response = await rawRequest(url, 'GET', path, [['Origin', B]])
      expect([path, response.status, allowed(response)]).toEqual([path, status, B])
      if (path === '/headers') expect(JSON.parse(response.body)).toEqual({ [ALLOW_ORIGIN]: B })
    }
    // Cookies are read before any extension that knows the route.
    const cookie = await rawRequest(url, 'GET', '/headers', [
      ['Origin', B],
      ['Cookie', 'a="'],
    ])
    expect([cookie.status, allowed(cookie)]).toEqual([400, B])
  })

  it('have their policies where an extension has sent the request elsewhere', async () => {
    const server = await createWithCors()
    server.ext('onRequest', (request, h) => {
      if (request.path === '/old') request.setUrl('/new')
      if (request.headers['x-method'] !== undefined) request.setMethod('PUT')
      return h.continue
    })
    server.route([
      { method: 'GET', path: '/new', options: { plugins: { corsac: own } }, handler: () => 'new' },
      { method: 'PUT', path: '/new', options: { plugins: { corsac: false } }, handler: () => 'put' },
    ])
    const url = await start(server)
    expect(allowed(await rawRequest(url, 'GET', '/old', [['Origin', B]]))).toBe(B)
    const overridden = await rawRequest(url, 'GET', '/new', [
      ['Origin', B],
      ['X-Method', 'PUT'],
    ])
    expect([overridden.body, allowed(overridden)]).toEqual(['put', undefined])
  })

  it('have the policy of the innermost level, whole, where hapi merges several', async () => {
    const server = await createWithCors()
    const wide = definePolicy({ allowOrigins: '*', allowMethods: '*', exposeHeaders: '*', maxAge: 0 })
    const narrow = definePolicy({ allowOrigins: [B, A], allowCredentials: true, exposeHeaders: ['x-total'] })
    server.rules((rules) => ({ plugins: rules as PluginSpecificConfiguration }))
    const handler = (): string => 'x'
    const routeOf = (path: string, outer: CorsRouteOption, inner: CorsRouteOption) => ({
      method: 'GET' as const,
      path,
      rules: { corsac: outer },
      options: { plugins: { corsac: inner } },
      handler,
    })
    server.route(routeOf('/narrow', wide, narrow))
    server.route(routeOf('/wide', narrow, wide))
    server.route(routeOf('/predicate', narrow, definePolicy({ allowOrigins: (origin) => origin === B })))
    server.route({ method: 'GET', path: '/rule', rules: { corsac: narrow }, handler })
    expect(() => {
      server.route(routeOf('/mixed', wide, { allowOrigins: [B] }))
    }).toThrow(
      'The plugins.corsac option of GET /mixed is a policy, merged by hapi with a configuration (allowOrigins)',
    )
    const url = await start(server)
    const ask = async (path: string, origin: string): Promise<unknown> => {
      const { headers } = await rawRequest(url, 'GET', path, [['Origin', origin]])
      return headers.filter(([name]) => name.startsWith('access-control-')).map(([, value]) => value)
    }
    for (const path of ['/narrow', '/rule']) {
      expect(await ask(path, A)).toEqual([A, 'true', 'x-total'])
      expect(await ask(path, 'https://evil.example')).toEqual([])
    }
    expect(await ask('/wide', A)).toEqual(['*', '*'])
    expect(await ask('/predicate', A)).toEqual([])
    expect(await ask('/predicate', B)).toEqual([B])
  })

  it.each([
    [
      'has a mistake',
      { allowOrigins: [`${B}/`] },
      /^The plugins.corsac option of PUT \/item has a mistake:\n.*did you mean/,
    ],
    ['names no origins', { allowMethods: ['PUT'] }, 'The plugins.corsac option of PUT /item lacks allowOrigins'],
    ['misses its origins', { allowOrigins: undefined }, 'allowOrigins is undefined'],
    ['is undefined', undefined, 'The plugins.corsac option of PUT /item is undefined'],
    ['is true', true, 'The plugins.corsac option of PUT /item is true'],
    ['has a public suffix', { allowOrigins: ['https://*.github.io'], allowCredentials: true }, 'github.io'],
  ])('are refused where the option %s, and stay closed', async (__, corsac, message) => {
    const server = await createWithCors()
    const route = {
      method: 'PUT' as const,
      path: '/item',
      options: { plugins: { corsac: corsac as never } },
      handler: () => 'x',
    }
    expect(() => {
      server.route(route)
    }).toThrow(message)
    const url = await start(server)
    expect((await preflight(url, '/item', A, 'PUT')).status).toBe(403)
    expect(allowed(await rawRequest(url, 'PUT', '/item', [['Origin', A]]))).toBeUndefined()

    const late = create()
    late.route(route)
    await expect(late.register(cors(around))).rejects.toThrow(message)
  })

  it("are refused where hapi's own CORS is on", async () => {
    const route = { method: 'GET' as const, path: '/item', options: { cors: true }, handler: () => 'x' }
    const message = /^hapi's own cors option is on for GET \/item, /
    const server = await createWithCors()
    expect(() => {
      server.route(route)
    }).toThrow(message)
    server.route({ ...route, path: '/off', options: { cors: false } })
    const late = create()
    late.route({ ...route, options: { cors: { origin: [A] } } })
    await expect(late.register(cors(around))).rejects.toThrow(message)
    for (const routes of [{ cors: true }, { cors: { origin: [A] } }])
      await expect(createWithCors({ routes })).rejects.toThrow(
        /^hapi's own cors option is on for all routes, in the options of the server, /,
      )
    await expect(createWithCors({ routes: { cors: false } })).resolves.toBeDefined()
  })

  it('do not get a policy from the options of the server, into which hapi would merge theirs', async () => {
    await expect(createWithCors({ routes: { plugins: { corsac: own } } })).rejects.toThrow(
      'options.routes.plugins.corsac is the policy of all routes: give it to cors() instead',
    )
  })
})
