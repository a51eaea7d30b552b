import { EventEmitter, once } from 'node:events'
import { createServer } from 'node:http'
import { connect as connectHttp2 } from 'node:http2'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { rawRequest, type RawResponse } from '@corsac/binding-exam'
import { type CorsConfig, definePolicy } from '@corsac/core'
import { cors as corsAround } from '@corsac/node'
import { fastify as fastifyLatest, type FastifyInstance, type FastifyReply, type FastifyServerOptions } from 'fastify'
import { fastify as fastifyFloor } from 'fastify-floor'
import { afterEach, describe, expect, it } from 'vitest'
import { cors } from './cors.ts'
import { corsHeaders } from './index.ts'

const A = 'https://a.example'
const B = 'https://b.example'
const EVIL = 'https://evil.example'
const config = { allowOrigins: [A, B], allowMethods: ['PUT', 'DELETE'], exposeHeaders: ['x-total'] }

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function serve(app: FastifyInstance): Promise<string> {
  closers.push(async () => {
    app.server.closeAllConnections()
    await app.close()
  })
  return app.listen({ host: '127.0.0.1', port: 0 })
}

function get(url: string, path = '/', origin = A, ...headers: (readonly [string, string])[]): Promise<RawResponse> {
  return rawRequest(url, 'GET', path, [['Origin', origin], ...headers])
}

function preflight(
  url: string,
  path = '/',
  method = 'PUT',
  origin = A,
  ...headers: (readonly [string, string])[]
): Promise<RawResponse> {
  return rawRequest(url, 'OPTIONS', path, [['Origin', origin], ['Access-Control-Request-Method', method], ...headers])
}

function fieldsOf({ headers }: RawResponse, name: string): readonly string[] {
  return headers.filter(([each]) => each === name).map(([, value]) => value)
}

function shared(response: RawResponse): readonly string[] {
  return fieldsOf(response, 'access-control-allow-origin')
}

function outcome(response: RawResponse): readonly [status: number, shared: readonly string[]] {
  return [response.status, shared(response)]
}

describe.each([
  ['5', fastifyLatest],
  ['5.0', fastifyFloor],
])('cors on Fastify %s', (version, fastify) => {
  /** An application with a policy for all of it. */
  async function withCors(options: FastifyServerOptions = {}): Promise<FastifyInstance> {
    const app = fastify(options)
    await app.register(cors(config))
    return app
  }

  it('is tested with the version that it says', () => {
    expect(fastify().version.startsWith(version)).toBe(true)
  })

  describe('what Fastify answers by itself', () => {
    it('shares errors of the default handler', async () => {
      const app = await withCors()
      app.get('/', () => {
        throw new Error('broken')
      })
      expect(outcome(await get(await serve(app)))).toEqual([500, [A]])
    })

    it('shares errors of a handler that clears all headers', async () => {
      const app = await withCors()
      app.setErrorHandler((_, __, reply) => {
        for (const name of Object.keys(reply.getHeaders())) reply.removeHeader(name)
        return reply.code(418).send('teapot')
      })
      app.get('/', () => Promise.reject(new Error('broken')))
      expect(outcome(await get(await serve(app)))).toEqual([418, [A]])
    })

    it('shares errors of error handlers that fail', async () => {
      const app = await withCors()
      app.setErrorHandler(() => {
        throw new Error('broken again')
      })
      app.get('/', () => {
        throw new Error('broken')
      })
      expect(outcome(await get(await serve(app)))).toEqual([500, [A]])
    })

    it('shares failed validations, and bodies that cannot be read', async () => {
      const app = await withCors({ bodyLimit: 8 })
      app.post('/', { schema: { body: { type: 'object', required: ['a'] } } }, () => ({}))
      const url = await serve(app)
      const post = (type: string, body: string): Promise<Response> =>
        fetch(url, { method: 'POST', headers: { origin: A, 'content-type': type }, body })
      const responses = [
        await post('application/json', '{}'),
        await post('application/json', '{'),
        await post('application/json', '{"a":"too large"}'),
        await post('application/x-unknown', 'x'),
      ]
      expect(responses.map(({ status, headers }) => [status, headers.get('access-control-allow-origin')])).toEqual([
        [400, A],
        [400, A],
        [413, A],
        [415, A],
      ])
    })

    it('shares the default 404 and one of the application', async () => {
      const app = await withCors()
      expect(outcome(await get(await serve(app), '/missing'))).toEqual([404, [A]])
      const own = await withCors()
      own.setNotFoundHandler((_, reply) => reply.code(404).header('vary', 'Accept').send('nothing here'))
      const response = await get(await serve(own), '/missing')
      expect([response.body, ...outcome(response)]).toEqual(['nothing here', 404, [A]])
      expect(fieldsOf(response, 'vary')).toEqual(['Accept, Origin'])
    })

    it('shares what is answered before any hook', async () => {
      const app = await withCors()
      app.get('/:id', () => ({}))
      const url = await serve(app)
      expect(outcome(await get(url, '/%zz'))).toEqual([400, [A]])
      expect(outcome(await get(url, '/%zz', EVIL))).toEqual([400, []])
      expect(fieldsOf(await get(url, '/%zz', EVIL), 'vary')).toEqual(['Origin'])
      const long = await get(url, `/${'x'.repeat(101)}`)
      expect([404, 414]).toContain(long.status)
      expect(shared(long)).toEqual([A])
    })

    it('shares what frameworkErrors answers', async () => {
      const app = await withCors({
        frameworkErrors: (error, _, reply: FastifyReply) => {
          void reply.code(400).header('vary', 'Accept').send(error.code)
        },
      })
      app.get('/', () => ({}))
      const response = await get(await serve(app), '/%zz')
      expect([response.body, ...outcome(response)]).toEqual(['FST_ERR_BAD_URL', 400, [A]])
      expect(fieldsOf(response, 'vary')).toEqual(['Accept, Origin'])
    })

    it.each([
      ['a picker', cors(() => definePolicy({}))],
      ['a predicate that takes its time', cors({ allowOrigins: () => Promise.resolve(true) })],
    ])('shares with nobody what it cannot ask %s about', async (_, plugin) => {
      const app = fastify()
      await app.register(plugin)
      app.get('/', () => ({}))
      const url = await serve(app)
      expect(outcome(await get(url))).toEqual([200, expect.arrayContaining([expect.any(String)])])
      const response = await get(url, '/%zz')
      expect(outcome(response)).toEqual([400, []])
      expect(fieldsOf(response, 'vary')).toEqual(['Origin'])
    })

    it('leaves alone what a server of the application serves beside Fastify', async () => {
      const app = fastify({
        serverFactory: (handle) =>
          createServer((request, response) => {
            if (request.url === '/beside/%zz') response.writeHead(400).end()
            else handle(request, response)
          }),
      })
      await app.register(cors(config))
      app.get('/', () => ({}))
      const url = await serve(app)
      expect(outcome(await get(url))).toEqual([200, [A]])
      expect(outcome(await get(url, '/beside/%zz'))).toEqual([400, []])
    })

    it('leaves alone what a cors() around Fastify has decided', async () => {
      const handleCors = corsAround({ allowOrigins: [B] })
      const app = fastify({
        serverFactory: (handle) =>
          createServer((request, response) => {
            handleCors(request, response, () => {
              handle(request, response)
            })
          }),
      })
      await app.register(cors(config))
      app.get('/', () => ({}))
      expect(outcome(await get(await serve(app)))).toEqual([200, [B]])
    })

    it('shares what it says while it closes', async () => {
      const app = await withCors()
      app.get('/', () => ({}))
      const responses: RawResponse[] = []
      app.addHook('preClose', async () => {
        responses.push(await get(url))
      })
      const url = await app.listen({ host: '127.0.0.1', port: 0 })
      await app.close()
      expect(responses.map(outcome)).toEqual([[503, [A]]])
    })
  })

  describe('what handlers answer', () => {
    it('is shared, whichever way it is sent', async () => {
      const app = await withCors()
      app.get('/json', () => ({ a: 1 }))
      app.get('/empty', (_, reply) => reply.code(204).send())
      app.get('/stream', (_, reply) => reply.type('text/plain').send(Readable.from(['a', 'b'])))
      app.get('/failing-stream', (_, reply) =>
        reply.send(
          new Readable({
            read() {
              this.destroy(new Error('broken'))
            },
          }),
        ),
      )
      app.get('/response', () => new Response('x', { headers: { vary: 'Accept' } }))
      app.get('/redirect', (_, reply) => reply.redirect('/json'))
      app.get('/not-modified', (_, reply) => reply.code(304).header('etag', '"1"').send())
      app.get('/hijacked', (_, reply) => {
        reply.hijack().raw.writeHead(200, { Vary: 'Accept', 'X-Own': '1' }).end('x')
      })
      app.get('/hijacked-end', (_, reply) => {
        reply.hijack().raw.setHeader('vary', 'Accept').end('x')
      })
      app.get('/hijacked-list', (_, reply) => {
        reply.hijack().raw.writeHead(200, 'Fine', ['Vary', 'Accept', 'Access-Control-Allow-Origin', '*']).end('x')
      })
      const url = await serve(app)
      const statuses = {
        '/json': 200,
        '/empty': 204,
        '/stream': 200,
        '/failing-stream': 500,
        '/response': 200,
        '/redirect': 302,
        '/not-modified': 304,
        '/hijacked': 200,
        '/hijacked-end': 200,
        '/hijacked-list': 200,
      }
      for (const [path, status] of Object.entries(statuses)) {
        const response = await get(url, path)
        expect([path, ...outcome(response)]).toEqual([path, status, [A]])
        expect(fieldsOf(response, 'vary').join()).toMatch(/^(?:Accept, )?Origin$/)
        expect(fieldsOf(response, 'access-control-expose-headers')).toEqual(['x-total'])
        expect(shared(await get(url, path, EVIL))).toEqual([])
      }
      expect(fieldsOf(await get(url, '/hijacked'), 'x-own')).toEqual(['1'])
      expect(outcome(await rawRequest(url, 'HEAD', '/json', [['Origin', A]]))).toEqual([200, [A]])
    })

    it('loses what it says of CORS itself, however it is written', async () => {
      const app = await withCors()
      app.get('/reply', (_, reply) =>
        reply.header('Access-Control-Allow-Origin', '*').header('Access-Control-Allow-Credentials', 'true').send('x'),
      )
      app.get('/raw', (_, reply) => {
        reply.raw.setHeader('Access-Control-Allow-Credentials', 'true')
        return reply.send('x')
      })
      app.get('/write-head', (_, reply) => {
        reply.hijack().raw.writeHead(200, { 'Access-Control-Allow-Credentials': 'true' }).end()
      })
      const url = await serve(app)
      for (const path of ['/reply', '/raw', '/write-head']) {
        const { headers } = await get(url, path)
        expect(headers.filter(([name]) => name.startsWith('access-control-'))).toEqual([
          ['access-control-allow-origin', A],
          ['access-control-expose-headers', 'x-total'],
        ])
      }
    })

    it('keeps its own Vary, once', async () => {
      const app = await withCors()
      app.addHook('onSend', (_, reply, __, done) => {
        reply.header('vary', `${String(reply.getHeader('vary'))}, origin`)
        done()
      })
      app.get('/', (_, reply) => reply.header('Vary', 'Accept-Encoding').send('x'))
      expect(fieldsOf(await get(await serve(app)), 'vary')).toEqual(['Accept-Encoding, origin'])
    })

    it('keeps repeated fields and its reason', async () => {
      const app = await withCors()
      app.get('/', (_, reply) => reply.header('set-cookie', 'a=1').header('set-cookie', 'b=2').send('x'))
      expect(fieldsOf(await get(await serve(app)), 'set-cookie')).toEqual(['a=1', 'b=2'])
    })

    it('gets what to write beside writeHead from corsHeaders', async () => {
      const app = await withCors()
      app.get('/', (_, reply) => reply.send(corsHeaders(reply.raw)))
      const { body } = await get(await serve(app))
      expect(JSON.parse(body)).toEqual({
        'access-control-allow-origin': A,
        'access-control-expose-headers': 'x-total',
        vary: 'Origin',
      })
    })
  })

  describe('preflights', () => {
    it('are answered before authentication, for paths without a route too', async () => {
      const app = await withCors()
      let asked = 0
      app.addHook('onRequest', async (_, reply) => {
        asked++
        await reply.code(401).send()
      })
      app.put('/item', () => ({}))
      const url = await serve(app)
      for (const path of ['/item', '/missing', '/a/b?c=d', '*']) {
        const response = await preflight(url, path)
        expect(outcome(response)).toEqual([204, [A]])
        expect(fieldsOf(response, 'access-control-allow-methods')).toEqual(['PUT, DELETE'])
        expect(fieldsOf(response, 'content-length')).toEqual([])
      }
      expect(outcome(await preflight(url, '/item', 'PUT', EVIL))).toEqual([403, []])
      expect(asked).toBe(0)
      expect(outcome(await get(url, '/missing'))).toEqual([401, [A]])
    })

    it.each<[string, (app: FastifyInstance) => void]>([
      [
        'answers',
        (app) => {
          app.addHook('onRequest', async (_, reply) => {
            await reply.code(401).header('www-authenticate', 'Bearer').send({ error: 'who are you?' })
          })
        },
      ],
      [
        'throws',
        (app) => {
          app.addHook('onRequest', () => Promise.reject(Object.assign(new Error('who are you?'), { statusCode: 401 })))
        },
      ],
      [
        'streams',
        (app) => {
          app.addHook('onRequest', (_, reply) => {
            void reply
              .code(401)
              .type('text/plain')
              .send(Readable.from(['who are ', 'you?']))
          })
        },
      ],
    ])('are answered although a hook that was there before %s', async (_, authenticate) => {
      const sources: CorsConfig[] = [config, { ...config, allowOrigins: (origin) => Promise.resolve(origin === A) }]
      for (const source of sources) {
        const app = fastify()
        authenticate(app)
        await app.register(cors(source))
        app.put('/item', () => ({}))
        const url = await serve(app)
        const allowed = await preflight(url, '/item')
        expect([allowed.body, ...outcome(allowed)]).toEqual(['', 204, [A]])
        const refused = await preflight(url, '/item', 'PUT', EVIL)
        expect([refused.body, ...outcome(refused)]).toEqual(['', 403, []])
        expect(fieldsOf(refused, 'content-length')).toEqual(['0'])
        const actual = await rawRequest(url, 'PUT', '/item', [['Origin', A]])
        expect(actual.body).toContain('who are ')
        expect(outcome(actual)).toEqual([401, [A]])
      }
    })

    it('never reach the application, where they are refused', async () => {
      const app = await withCors()
      let handled = 0
      app.options('/item', () => {
        handled++
        return {}
      })
      const url = await serve(app)
      expect(outcome(await preflight(url, '/item', 'PUT', EVIL))).toEqual([403, []])
      expect(handled).toBe(0)
    })

    it('leave other OPTIONS requests to the application', async () => {
      const app = await withCors()
      app.options('/own', (_, reply) => reply.header('allow', 'PUT').send('own'))
      const url = await serve(app)
      for (const headers of [[], [['Origin', A]], [['Access-Control-Request-Method', 'PUT']]] as const) {
        expect((await rawRequest(url, 'OPTIONS', '/own', headers)).body).toBe('own')
        expect((await rawRequest(url, 'OPTIONS', '/other', headers)).status).toBe(404)
      }
    })

    it('are answered beside an OPTIONS route for every path', async () => {
      const app = await withCors()
      app.options('*', () => 'all')
      const url = await serve(app)
      expect((await rawRequest(url, 'OPTIONS', '/x', [])).body).toBe('all')
      expect(outcome(await preflight(url, '/x'))).toEqual([204, [A]])
    })

    it('are seen by the hooks that see responses', async () => {
      const app = await withCors()
      const seen: unknown[] = []
      app.addHook('onSend', (request, reply, payload, done) => {
        seen.push([request.method, reply.statusCode, payload])
        done(null, payload)
      })
      app.addHook('onResponse', (request, reply, done) => {
        seen.push([request.method, reply.statusCode])
        done()
      })
      await preflight(await serve(app))
      expect(seen).toEqual([
        ['OPTIONS', 204, undefined],
        ['OPTIONS', 204],
      ])
    })
  })

  describe('pickers and predicates', () => {
    it('get the request of Fastify, which hooks before may have prepared', async () => {
      const app = fastify()
      const tenants = new WeakMap<object, unknown>()
      app.addHook('onRequest', (request, _, done) => {
        tenants.set(request, request.headers['x-tenant'])
        done()
      })
      const seen: unknown[] = []
      await app.register(
        cors((_, request) => {
          seen.push([request.url, request.query, request.params, tenants.get(request)])
          return null
        }),
      )
      app.get('/items/:id', () => ({}))
      await get(await serve(app), '/items/7?a=1', A, ['X-Tenant', 'acme'])
      expect(seen).toEqual([['/items/7?a=1', { a: '1' }, { id: '7' }, 'acme']])
    })

    it('may take their time', async () => {
      const app = fastify()
      await app.register(
        cors({ ...config, allowOrigins: (origin) => new Promise((resolve) => setImmediate(resolve, origin === A)) }),
      )
      app.get('/', () => ({}))
      const url = await serve(app)
      expect(outcome(await get(url))).toEqual([200, [A]])
      expect(outcome(await get(url, '/', EVIL))).toEqual([200, []])
      expect(outcome(await preflight(url))).toEqual([204, [A]])
      expect(outcome(await preflight(url, '/', 'PUT', EVIL))).toEqual([403, []])
    })

    it('may be overtaken', async () => {
      let allow: (isAllowed: boolean) => void = () => undefined
      const events = new EventEmitter()
      const app = fastify()
      await app.register(
        cors({
          allowOrigins: () => {
            events.emit('asked')
            return new Promise((resolve) => {
              allow = resolve
            })
          },
        }),
      )
      app.get('/', () => ({}))
      const url = await serve(app)
      const { hostname, port } = new URL(url)
      const socket = connect(Number(port), hostname)
      socket.write(`OPTIONS / HTTP/1.1\r\nHost: x\r\nOrigin: ${A}\r\nAccess-Control-Request-Method: GET\r\n\r\n`)
      await once(events, 'asked')
      socket.destroy()
      await once(socket, 'close')
      allow(true)
      const next = get(url)
      await once(events, 'asked')
      allow(true)
      expect(outcome(await next)).toEqual([200, [A]])
    })

    it('report what goes wrong, with the request', async () => {
      const heard: unknown[] = []
      const app = fastify()
      await app.register(
        cors(
          () => {
            throw new Error('no policy')
          },
          {
            onError: (error, request) => heard.push([error, request.url]),
            onDecision: ({ kind }, { origin }, request) => heard.push([kind, origin, request.method]),
          },
        ),
      )
      app.get('/', () => ({}))
      expect(outcome(await get(await serve(app)))).toEqual([200, []])
      expect(heard).toEqual([
        [new Error('no policy'), '/'],
        ['continue', A, 'GET'],
      ])
    })
  })

  describe('policies of routes', () => {
    const forB = { allowOrigins: [B], allowMethods: ['PUT', 'DELETE'] }

    /** Finds whom the preflight of a PUT lets pass, of A, whom the policy around allows, and B, whom the route does. */
    async function allowed(url: string, path: string, method = 'PUT', ...headers: (readonly [string, string])[]) {
      const origins = [A, B]
      const answers = await Promise.all(origins.map((origin) => preflight(url, path, method, origin, ...headers)))
      return origins.filter((origin, index) => {
        const answer = answers[index]
        return answer?.status === 204 && shared(answer).includes(origin)
      })
    }

    async function withPolicyForA(options: FastifyServerOptions = {}): Promise<FastifyInstance> {
      const app = fastify(options)
      await app.register(cors({ ...config, allowOrigins: [A, 'https://c.example'] }))
      return app
    }

    it('apply to the route, its errors and the preflights of its method', async () => {
      const app = await withPolicyForA()
      app.put('/items', { config: { cors: forB } }, () => {
        throw new Error('broken')
      })
      app.delete('/items', () => ({}))
      const url = await serve(app)
      expect(await allowed(url, '/items')).toEqual([B])
      expect(await allowed(url, '/items', 'DELETE')).toEqual([A])
      expect(await allowed(url, '/items', 'PATCH')).toEqual([A])
      expect(outcome(await rawRequest(url, 'PUT', '/items', [['Origin', B]]))).toEqual([500, [B]])
      expect(shared(await rawRequest(url, 'PUT', '/items', [['Origin', A]]))).toEqual([B])
      expect(outcome(await rawRequest(url, 'DELETE', '/items', [['Origin', A]]))).toEqual([200, [A]])
    })

    it('apply where a hook that was there before answers', async () => {
      const app = fastify()
      app.addHook('onRequest', async (_, reply) => {
        await reply.code(401).send()
      })
      await app.register(cors(config))
      app.get('/', { config: { cors: false } }, () => ({}))
      expect(outcome(await get(await serve(app)))).toEqual([401, []])
    })

    it('apply where a hook that was there before answers past Fastify', async () => {
      const app = fastify()
      app.addHook('onRequest', (_, reply) => {
        reply.hijack().raw.writeHead(401).end()
      })
      await app.register(cors(config))
      app.get('/', { config: { cors: false } }, () => ({}))
      app.get('/other', () => ({}))
      const url = await serve(app)
      expect(outcome(await get(url))).toEqual([401, []])
      expect(outcome(await get(url, '/other'))).toEqual([401, [A]])
    })

    it('that are false refuse, and the preflights of neighbours do not speak for them', async () => {
      const app = await withPolicyForA()
      app.put('/items', { config: { cors: false } }, () => ({}))
      app.delete('/items', () => ({}))
      const url = await serve(app)
      expect(outcome(await preflight(url, '/items'))).toEqual([403, []])
      expect(fieldsOf(await preflight(url, '/items', 'DELETE'), 'access-control-allow-methods')).toEqual(['DELETE'])
      expect(outcome(await rawRequest(url, 'PUT', '/items', [['Origin', A]]))).toEqual([200, []])
    })

    it('may be a policy that is defined elsewhere', async () => {
      const app = await withPolicyForA()
      app.put('/items', { config: { cors: definePolicy(forB) } }, () => ({}))
      expect(await allowed(await serve(app), '/items')).toEqual([B])
    })

    it('are found by parameters, wildcards, prefixes and several methods', async () => {
      const app = await withPolicyForA()
      const own = { config: { cors: forB } }
      app.put('/items/:id', own, () => ({}))
      app.put('/items/special', () => ({}))
      app.put('/files/*', own, () => ({}))
      app.put('/years/:year(^\\d{4}$)', own, () => ({}))
      app.put('/optional/:id?', own, () => ({}))
      app.route({ ...own, method: ['PUT', 'DELETE'], url: '/several', handler: () => ({}) })
      await app.register(
        (scope, _, done) => {
          scope.put('/', own, () => ({}))
          scope.put('/inner', own, () => ({}))
          done()
        },
        { prefix: '/api' },
      )
      const url = await serve(app)
      for (const path of [
        '/items/7',
        '/items/%37?x=y',
        '/files/a/b',
        '/years/2026',
        '/optional',
        '/optional/7',
        '/several',
        '/api',
        '/api/',
        '/api/inner',
      ])
        expect([path, await allowed(url, path)]).toEqual([path, [B]])
      for (const path of ['/items/special', '/items/7/x', '/years/x', '/Items/7', '/api/inner/', '/api/other'])
        expect([path, await allowed(url, path)]).toEqual([path, [A]])
      expect(await allowed(url, '/several', 'DELETE')).toEqual([B])
    })

    it.each(['slash', 'no-slash'] as const)('know the root of a prefix with %s', async (prefixTrailingSlash) => {
      const app = await withPolicyForA()
      await app.register(
        (scope, _, done) => {
          scope.put('/', { prefixTrailingSlash, config: { cors: forB } }, () => ({}))
          done()
        },
        { prefix: '/api' },
      )
      const url = await serve(app)
      expect(await allowed(url, '/api')).toEqual(prefixTrailingSlash === 'slash' ? [A] : [B])
      expect(await allowed(url, '/api/')).toEqual(prefixTrailingSlash === 'slash' ? [B] : [A])
    })

    it('are those of HEAD routes that Fastify makes, and of those that the application makes', async () => {
      const app = await withPolicyForA()
      app.get('/made', { config: { cors: forB } }, () => ({}))
      app.head('/own', { config: { cors: forB } }, (_, reply) => reply.send())
      app.get('/own', () => ({}))
      const url = await serve(app)
      expect(await allowed(url, '/made', 'HEAD')).toEqual([B])
      expect(await allowed(url, '/own', 'HEAD')).toEqual([B])
      expect(await allowed(url, '/own', 'GET')).toEqual([A])
      expect(shared(await rawRequest(url, 'HEAD', '/made', [['Origin', B]]))).toEqual([B])
      expect(shared(await rawRequest(url, 'HEAD', '/own', [['Origin', B]]))).toEqual([B])
    })

    const routerOptions = { caseSensitive: false, ignoreTrailingSlash: true, ignoreDuplicateSlashes: true }
    const places: readonly [string, FastifyServerOptions][] = [
      ['beside the others', routerOptions],
      // The floor does not know it yet.
      ...(fastify === fastifyFloor
        ? []
        : [['under routerOptions', { routerOptions }] as [string, FastifyServerOptions]]),
    ]
    it.each(places)('are found with the options of the router, given %s', async (_, options) => {
      const app = await withPolicyForA(options)
      app.put('/items/:id/Details', { config: { cors: forB } }, () => ({}))
      const url = await serve(app)
      for (const path of ['/items/7/Details', '/ITEMS/7/details', '/items/7/details/', '//items//7/details'])
        expect([path, await allowed(url, path)]).toEqual([path, [B]])
    })

    it('are found after rewriteUrl', async () => {
      const app = await withPolicyForA({ rewriteUrl: ({ url = '/' }) => url.replace(/^\/v1/, '') })
      app.put('/items', { config: { cors: forB } }, () => ({}))
      expect(await allowed(await serve(app), '/v1/items')).toEqual([B])
    })

    it('are found by host', async () => {
      const app = await withPolicyForA()
      app.put('/items', () => ({}))
      app.put('/items', { constraints: { host: 'api.example' }, config: { cors: forB } }, () => ({}))
      app.put('/items', { constraints: { host: /\.tenant\.example$/ }, config: { cors: forB } }, () => ({}))
      const url = await serve(app)
      expect(await allowed(url, '/items')).toEqual([A])
      const { hostname, port } = new URL(url)
      for (const host of ['api.example', 'x.tenant.example']) {
        const socket = connect(Number(port), hostname)
        socket.end(
          `OPTIONS /items HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${A}\r\nAccess-Control-Request-Method: PUT\r\n\r\n`,
        )
        const [received] = (await once(socket.setEncoding('utf8'), 'data')) as [string]
        expect(received).toContain(`access-control-allow-origin: ${B}`)
      }
    })

    it('of versions that have the same are found without the header that a preflight does not carry', async () => {
      const app = await withPolicyForA()
      for (const each of ['1.0.0', '2.1.0'])
        app.put('/items', { constraints: { version: each }, config: { cors: { ...forB } } }, () => ({}))
      expect(await allowed(await serve(app), '/items')).toEqual([B])
    })

    it('of versions that differ are refused, and why is told', async () => {
      const heard: unknown[] = []
      const app = fastify()
      await app.register(cors(config, { onError: (error) => heard.push(error) }))
      app.put('/items', () => ({}))
      app.put('/items', { constraints: { version: '2.0.0' }, config: { cors: false } }, () => ({}))
      app.put('/others', () => ({}))
      const url = await serve(app)
      expect(outcome(await preflight(url, '/items'))).toEqual([403, []])
      expect(heard).toEqual([
        expect.objectContaining({ message: expect.stringContaining('their cors options differ') }),
      ])
      expect(outcome(await preflight(url, '/others'))).toEqual([204, [A]])
      expect(shared(await rawRequest(url, 'PUT', '/items', [['Origin', A]]))).toEqual([A])
      expect(
        shared(
          await rawRequest(url, 'PUT', '/items', [
            ['Origin', A],
            ['Accept-Version', '2.x'],
          ]),
        ),
      ).toEqual([])
    })

    it('are not passed by on another path that a constraint opens', async () => {
      const app = await withPolicyForA()
      app.put('/items/new', { constraints: { version: '1.0.0' } }, () => ({}))
      app.put('/items/:id', { constraints: { version: '2.0.0' }, config: { cors: false } }, () => ({}))
      const url = await serve(app)
      expect(outcome(await preflight(url, '/items/new'))).toEqual([403, []])
      const second = await rawRequest(url, 'PUT', '/items/new', [
        ['Origin', A],
        ['Accept-Version', '2.0.0'],
      ])
      expect(outcome(second)).toEqual([200, []])
    })

    it('of other constraints are refused where they differ, and found where they do not', async () => {
      const app = await withPolicyForA()
      app.addConstraintStrategy({
        name: 'client',
        storage: () => {
          const handlers = new Map()
          return {
            get: (client) => handlers.get(client) ?? null,
            set: (client, handler) => handlers.set(client, handler),
          }
        },
        deriveConstraint: ({ headers }) => headers['x-client'],
      })
      app.put('/same', { constraints: { client: 'web' }, config: { cors: forB } }, () => ({}))
      app.put('/differs', { constraints: { client: 'web' }, config: { cors: forB } }, () => ({}))
      app.put('/differs', { constraints: { client: 'app' } }, () => ({}))
      const url = await serve(app)
      expect(await allowed(url, '/same')).toEqual([B])
      expect(await allowed(url, '/differs')).toEqual([])
    })

    it('apply to routes that were registered before the plugin ran', async () => {
      const app = fastify()
      app.put('/first', { config: { cors: forB } }, () => ({}))
      void app.register(cors(config))
      app.put('/second', { config: { cors: false } }, () => ({}))
      app.put('/third', () => ({}))
      const url = await serve(app)
      expect(await allowed(url, '/first')).toEqual([B])
      expect(await allowed(url, '/second')).toEqual([])
      expect(await allowed(url, '/third')).toEqual([A, B])
    })

    it('may be set by a hook that hears of routes', async () => {
      const app = await withPolicyForA()
      app.addHook('onRoute', (route) => {
        if (route.url.startsWith('/internal/')) route.config = { ...route.config, cors: false }
      })
      app.put('/internal/items', () => ({}))
      const url = await serve(app)
      expect(await allowed(url, '/internal/items')).toEqual([])
      expect(shared(await rawRequest(url, 'PUT', '/internal/items', [['Origin', A]]))).toEqual([])
    })

    it('are refused with the route that has the mistake', async () => {
      const app = await withPolicyForA()
      const mistaken: CorsConfig = { allowOrigins: ['https://a.example/'] }
      const wrong = { allowMethods: ['PUT'] } as unknown as false
      expect(() => app.put('/items/:id', { config: { cors: { allowOrigins: '*', ...mistaken } } }, () => ({}))).toThrow(
        'The cors option of PUT /items/:id has a mistake:',
      )
      expect(() => app.put('/other', { config: { cors: wrong } }, () => ({}))).toThrow(
        'The cors option of PUT /other lacks allowOrigins',
      )
      const late = fastify()
      late.put('/items', { config: { cors: wrong } }, () => ({}))
      void late.register(cors(config))
      await expect(late.ready()).rejects.toThrow('The cors option of PUT /items lacks allowOrigins')
    })
  })

  describe('scopes', () => {
    const forB = { allowOrigins: [B], allowMethods: ['PUT'] }

    it('have a policy for their own routes, and those inside them', async () => {
      const app = fastify()
      app.put('/outside', () => ({}))
      await app.register(
        async (scope) => {
          await scope.register(cors(forB))
          scope.put('/items/:id', () => {
            throw new Error('broken')
          })
          await scope.register(
            async (inner) => {
              inner.put('/items', () => ({}))
              await Promise.resolve()
            },
            { prefix: '/inner' },
          )
        },
        { prefix: '/api' },
      )
      const url = await serve(app)
      expect(outcome(await preflight(url, '/api/items/7', 'PUT', B))).toEqual([204, [B]])
      expect(outcome(await preflight(url, '/api/inner/items', 'PUT', B))).toEqual([204, [B]])
      expect(outcome(await rawRequest(url, 'PUT', '/api/items/7', [['Origin', B]]))).toEqual([500, [B]])
      for (const path of ['/outside', '/missing', '/api/missing'])
        expect(outcome(await preflight(url, path, 'PUT', B))).toEqual([404, []])
      expect(outcome(await rawRequest(url, 'PUT', '/outside', [['Origin', B]]))).toEqual([200, []])
    })

    it('have it although they do not wait for the plugin', async () => {
      const app = fastify()
      void app.register(
        (scope, _, done) => {
          void scope.register(cors(forB))
          scope.put('/items', () => ({}))
          done()
        },
        { prefix: '/api' },
      )
      const url = await serve(app)
      expect(outcome(await preflight(url, '/api/items', 'PUT', B))).toEqual([204, [B]])
      expect(outcome(await rawRequest(url, 'PUT', '/api/items', [['Origin', B]]))).toEqual([200, [B]])
    })

    it('have it for what they do not find, where they say so themselves', async () => {
      const app = fastify()
      await app.register(
        async (scope) => {
          await scope.register(cors(forB))
          scope.setNotFoundHandler((_, reply) => reply.code(404).send('not in here'))
        },
        { prefix: '/api' },
      )
      const url = await serve(app)
      expect(outcome(await get(url, '/api/missing', B))).toEqual([404, [B]])
      expect(outcome(await preflight(url, '/api/missing', 'PUT', B))).toEqual([204, [B]])
      expect(outcome(await get(url, '/missing', B))).toEqual([404, []])
    })

    it('do not speak for one another', async () => {
      const app = fastify()
      await app.register(async (scope) => {
        await scope.register(cors({ allowOrigins: [A], allowMethods: ['PUT'] }))
        scope.put('/a', () => ({}))
        scope.options('/b', () => 'own')
      })
      await app.register(async (scope) => {
        await scope.register(cors(forB))
        scope.put('/b', () => ({}))
      })
      const url = await serve(app)
      expect(shared(await preflight(url, '/a', 'PUT', A))).toEqual([A])
      expect(shared(await preflight(url, '/b', 'PUT', A))).toEqual([B])
      expect(shared(await rawRequest(url, 'PUT', '/b', [['Origin', A]]))).toEqual([B])
      expect((await rawRequest(url, 'OPTIONS', '/b', [])).body).toBe('own')
    })

    it('do not speak for another method of the same path either', async () => {
      const app = fastify()
      app.delete('/items', () => ({}))
      await app.register(async (scope) => {
        await scope.register(cors({ allowOrigins: [A], allowMethods: ['PUT', 'DELETE'] }))
        scope.put('/items', () => ({}))
      })
      const url = await serve(app)
      expect(fieldsOf(await preflight(url, '/items'), 'access-control-allow-methods')).toEqual(['PUT'])
      expect(outcome(await preflight(url, '/items', 'DELETE'))).toEqual([404, []])
    })

    it('are answered for before the hooks of the application that come later, and despite those that came before', async () => {
      const app = fastify()
      app.addHook('onRequest', async (_, reply) => {
        await reply.code(401).send()
      })
      await app.register(async (scope) => {
        await scope.register(cors(forB))
        scope.put('/items', { config: { cors: false } }, () => ({}))
        scope.put('/others', () => ({}))
      })
      const url = await serve(app)
      expect(outcome(await preflight(url, '/others', 'PUT', B))).toEqual([204, [B]])
      expect(outcome(await preflight(url, '/items', 'PUT', B))).toEqual([403, []])
      expect(outcome(await preflight(url, '/missing', 'PUT', B))).toEqual([401, []])
      expect(outcome(await rawRequest(url, 'PUT', '/others', [['Origin', B]]))).toEqual([401, [B]])
    })
  })

  it('works on HTTP/2', async () => {
    const app = fastify({ http2: true })
    await app.register(cors(config))
    app.get('/', (_, reply) => reply.header('vary', 'Accept').send({ a: 1 }))
    app.get('/stream', (_, reply) => reply.send(Readable.from(['a', 'b'])))
    app.get('/error', () => {
      throw new Error('broken')
    })
    app.put('/locked', { config: { cors: false } }, () => ({}))
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    const session = connectHttp2(url)
    closers.push(async () => {
      session.close()
      await app.close()
    })
    const ask = async (method: string, path: string, origin = A) => {
      const stream = session.request({
        ':method': method,
        ':path': path,
        origin,
        ...(method === 'OPTIONS' && { 'access-control-request-method': 'PUT' }),
      })
      stream.resume().end()
      const [headers] = (await once(stream, 'response')) as [Record<string, unknown>]
      return [headers[':status'], headers['access-control-allow-origin'], headers['vary']]
    }
    expect(await ask('GET', '/')).toEqual([200, A, 'Accept, Origin'])
    expect(await ask('GET', '/', EVIL)).toEqual([200, undefined, 'Accept, Origin'])
    expect(await ask('GET', '/stream')).toEqual([200, A, 'Origin'])
    expect(await ask('GET', '/error')).toEqual([500, A, 'Origin'])
    expect(await ask('GET', '/missing')).toEqual([404, A, 'Origin'])
    expect(await ask('GET', '/%zz')).toEqual([400, A, 'Origin'])
    expect(await ask('OPTIONS', '/any')).toEqual([204, A, 'Origin, Access-Control-Request-Method'])
    expect(await ask('OPTIONS', '/any', EVIL)).toEqual([403, undefined, 'Origin'])
    expect(await ask('OPTIONS', '/locked')).toEqual([403, undefined, 'Origin'])
  })

  it('works under inject', async () => {
    const app = await withCors()
    app.get('/', (_, reply) => reply.header('vary', 'Accept').send({ a: 1 }))
    app.put('/locked', { config: { cors: false } }, () => ({}))
    const actual = await app.inject({ url: '/', headers: { origin: A } })
    expect(actual.json()).toEqual({ a: 1 })
    expect(actual.headers).toMatchObject({ 'access-control-allow-origin': A, vary: 'Accept, Origin' })
    const ask = (url: string) =>
      app.inject({ method: 'OPTIONS', url, headers: { origin: A, 'access-control-request-method': 'PUT' } })
    expect(await ask('/any')).toMatchObject({
      statusCode: 204,
      headers: { 'access-control-allow-origin': A },
      body: '',
    })
    expect(await ask('/locked')).toMatchObject({ statusCode: 403, headers: { vary: 'Origin' }, body: '' })
    expect((await app.inject('/missing')).headers).toMatchObject({ vary: 'Origin' })
  })

  it('refuses a wrong configuration at start', () => {
    const written: CorsConfig = { allowOrigins: ['https://a.example/'], allowCredentials: true }
    expect(() => cors(written)).toThrow('did you mean "https://a.example"?')
  })

  it('says that it is no plugin itself, as others are', () => {
    const app: unknown = fastify()
    expect(() => cors(app as CorsConfig)).toThrow('write "app.register(cors(policy))"')
  })

  it('refuses options where it is registered: there they are not read', async () => {
    const app = fastify()
    void app.register(cors(), { prefix: '/api' })
    await expect(app.ready()).rejects.toThrow('prefix')
  })
})
