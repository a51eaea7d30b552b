import { rawRequest, type RawResponse } from '@corsac/binding-exam'
import { type CorsRouteOption, definePolicy } from '@corsac/core'
import { Elysia as Elysia14 } from 'elysia'
import { Elysia as Elysia14Floor } from 'elysia-floor'
import { afterEach, describe, expect, it } from 'vitest'
import { cors } from './cors.ts'
import { serve as serveApp } from './serve.testing.ts'

const A = 'https://a.example'
const B = 'https://b.example'
const C = 'https://c.example'
const ALLOW_ORIGIN = 'access-control-allow-origin'
const ALLOW_METHODS = 'access-control-allow-methods'
const around = { allowOrigins: [A], allowMethods: ['PUT', 'DELETE'] }
const ofB = { allowOrigins: [B], allowMethods: ['PUT', 'DELETE'] }
const ofC = { allowOrigins: [C], allowMethods: ['PUT', 'DELETE'] }

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

function allowed({ headers }: RawResponse, name = ALLOW_ORIGIN): string | undefined {
  return new Map(headers).get(name)
}

function preflight(url: string, path: string, origin: string, method: string): Promise<RawResponse> {
  return rawRequest(url, 'OPTIONS', path, [
    ['Origin', origin],
    ['Access-Control-Request-Method', method],
  ])
}

const versions = [
  ['1.4, compiled', Elysia14, true],
  ['1.4, not compiled', Elysia14, false],
  ['1.4.4, compiled', Elysia14Floor, true],
  ['1.4.4, not compiled', Elysia14Floor, false],
] as const

describe.each(versions)('routes with policies of their own on Elysia %s', (_, Elysia, aot) => {
  async function serve(register: (app: Elysia14) => unknown): Promise<string> {
    const running = await serveApp(Elysia, aot, register)
    closers.push(() => running.close())
    return running.url
  }

  /** Asks for a path as the preflight and as the request itself: who may have it? */
  async function expectPolicyOf(url: string, path: string, origin: string, method = 'PUT'): Promise<void> {
    const answer = await preflight(url, path, origin, method)
    const actual = await rawRequest(url, method, path, [['Origin', origin]])
    expect([path, answer.status, allowed(answer), allowed(actual)]).toEqual([path, 204, origin, origin])
  }

  const options: [string, CorsRouteOption][] = [
    ['a policy', definePolicy(ofB)],
    ['a configuration', ofB],
    ['a policy with a predicate', definePolicy({ ...ofB, allowOrigins: (origin) => Promise.resolve(origin === B) })],
  ]

  it.each(options)('have %s, for the preflight that asks for them, too', async (__, option) => {
    const url = await serve((app) =>
      app
        .use(cors(around))
        .put('/item', () => 'put', { cors: option })
        .delete('/item', () => 'deleted'),
    )
    const answer = await preflight(url, '/item', B, 'PUT')
    expect([answer.status, allowed(answer), allowed(answer, ALLOW_METHODS)]).toEqual([204, B, 'PUT'])
    await expectPolicyOf(url, '/item', B)
    expect(allowed(await preflight(url, '/item', A, 'PUT'))).not.toBe(A)
    expect(allowed(await rawRequest(url, 'PUT', '/item', [['Origin', A]]))).not.toBe(A)

    const other = await preflight(url, '/item', A, 'DELETE')
    expect([other.status, allowed(other), allowed(other, ALLOW_METHODS)]).toEqual([204, A, 'DELETE'])
    await expectPolicyOf(url, '/item', A, 'DELETE')
    await expectPolicyOf(url, '/unknown', A)
  })

  it('refuse everybody where they say false', async () => {
    const url = await serve((app) =>
      app
        .use(cors(around))
        .put('/item', () => 'put', { cors: false })
        .delete('/item', () => 'deleted'),
    )
    expect(await preflight(url, '/item', A, 'PUT')).toMatchObject({ status: 403 })
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

  it('are found where the router finds them', async () => {
    const url = await serve((app) => {
      app
        .use(cors(around))
        .put('/items/:id', () => 'item', { cors: ofB })
        .put('/items/special', () => 'special', { cors: ofC })
        .all('/any/*', () => 'any', { cors: ofB })
        .put('/optional/:id?', () => 'optional', { cors: ofB })
        .put('/slash', () => 'slash', { cors: ofB })
        .put('/ä b', () => 'escaped', { cors: ofB })
        .get('/read', () => 'read', { cors: ofB })
        .put('/plain', () => 'plain')
      if (!aot) app.head('/read', () => 'read', { cors: ofB } as object)
    })
    for (const path of ['/items/1', '/items/1/', '/items/1?a=/b', '/any/thing', '/optional', '/optional/1'])
      await expectPolicyOf(url, path, B)
    for (const path of ['/slash', '/slash/', '/slash?x', '/%C3%A4%20b']) await expectPolicyOf(url, path, B)
    await expectPolicyOf(url, '/items/special', C)
    await expectPolicyOf(url, '/plain', A)
    await expectPolicyOf(url, '/any/thing', B, 'DELETE')
    expect(allowed(await preflight(url, '/any/thing', B, 'PURGE'))).toBe(B)
    expect(allowed(await preflight(url, '/read', B, 'HEAD'))).toBe(B)
    expect(allowed(await rawRequest(url, 'HEAD', '/read', [['Origin', B]]))).toBe(B)
    expect(allowed(await rawRequest(url, 'GET', '/read', [['Origin', B]]))).toBe(B)
  })

  it('stay closed beside routes for all methods', async () => {
    const url = await serve((app) =>
      app
        .use(cors(around))
        .all('/item', () => 'any', { cors: ofB })
        .put('/item', () => 'put', { cors: false }),
    )
    expect((await preflight(url, '/item', B, 'PUT')).status).toBe(403)
    await expectPolicyOf(url, '/item', B, 'DELETE')
  })

  it('have those of guards, groups and plugins around them, unless they have their own', async () => {
    const withCors = cors(around)
    const url = await serve((app) =>
      app
        .use(withCors)
        .guard({ cors: ofB }, (inner) =>
          inner
            .put('/guard', () => 'x')
            .put('/guard/own', () => 'x', { cors: ofC })
            .put('/guard/open', () => 'x', { cors: { allowOrigins: '*', allowMethods: ['PUT'] } }),
        )
        .group('/group', { cors: ofB }, (inner) =>
          inner
            .put('/', () => 'x')
            .put('/own', () => 'x', { cors: ofC })
            .guard({ cors: ofC }, (closer) => closer.put('/guard', () => 'x')),
        )
        .use(
          new Elysia({ prefix: '/plugin' })
            .use(withCors)
            .put('/first', () => 'x')
            .guard({ cors: ofB })
            .put('/', () => 'x')
            .put('/own', () => 'x', { cors: ofC }),
        ),
    )
    for (const path of ['/guard', '/group/', '/plugin/']) await expectPolicyOf(url, path, B)
    for (const path of ['/guard/own', '/group/own', '/group/guard', '/plugin/own']) await expectPolicyOf(url, path, C)
    for (const path of ['/plugin/first', '/other']) await expectPolicyOf(url, path, A)
    expect(allowed(await preflight(url, '/guard/open', C, 'PUT'))).toBe('*')
  })

  it('are read wherever they come from: before the plugin, after it, later', async () => {
    const plugin = new Elysia({ prefix: '/plugin' }).put('/item', () => 'x', { cors: ofB } as object)
    const url = await serve((app) =>
      app
        .put('/before', () => 'x', { cors: ofB } as object)
        .use(plugin)
        .use(cors(around))
        .put('/after', () => 'x', { cors: ofB })
        .group('/again', (inner) => inner.use(plugin)),
    )
    for (const path of ['/before', '/plugin/item', '/after', '/again/plugin/item']) await expectPolicyOf(url, path, B)
    const app = new Elysia({ aot }).use(cors(around)).put('/', () => 'x')
    const headers = { origin: B, 'access-control-request-method': 'PUT' }
    const ask = async (path: string): Promise<number> =>
      (await app.handle(new Request(`http://api.example${path}`, { method: 'OPTIONS', headers }))).status
    await ask('/late')
    app.put('/late', () => 'x', { cors: false }).compile()
    expect(await ask('/late')).toBe(403)
  })

  it('have their policies where the response is an error', async () => {
    const url = await serve((app) =>
      app.use(cors(around)).guard({ cors: ofB }, (inner) =>
        inner
          .get('/error', () => {
            throw new Error('broken')
          })
          .get('/closed', () => 'x', { beforeHandle: ({ status }) => status(401) })
          .post('/json', () => 'x', { parse: 'json' }),
      ),
    )
    for (const [path, status] of [
      ['/error', 500],
      ['/closed', 401],
    ] as const) {
      const response = await rawRequest(url, 'GET', path, [['Origin', B]])
      expect([response.status, allowed(response)]).toEqual([status, B])
    }
    const init = { method: 'POST', headers: { origin: B, 'content-type': 'application/json' }, body: '{' }
    const { status, headers } = await fetch(`${url}/json`, init)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(headers.get(ALLOW_ORIGIN)).toBe(B)
  })

  it('answer whatever is asked for', async () => {
    const url = await serve((app) => app.use(cors(around)).all('/closed/:id', () => 'x', { cors: false }))
    for (const [path, method] of [
      ['/other', ''],
      ['/other', 'put'],
      ['/closed/1/2', 'PUT'],
    ] as const)
      expect([path, method, (await preflight(url, path, A, method)).status]).toEqual([path, method, 204])
    for (const method of ['put', '__proto__', 'constructor', 'toString', ''])
      expect([method, (await preflight(url, '/closed/1', A, method)).status]).toEqual([method, 403])
    expect((await preflight(url, '/closed/%', A, 'PUT')).status).toBe(403)
  })

  it('are refused with their mistakes when they are registered', () => {
    const app = new Elysia({ aot }).use(cors(around))
    expect(() => app.put('/item', () => 'x', { cors: { allowOrigins: ['https://a.example/'] } })).toThrow(
      'did you mean "https://a.example"?',
    )
    for (const option of [true, null, { allowMethods: ['PUT'] }, 'https://a.example'])
      expect(() => app.put('/item', () => 'x', { cors: option as unknown as false })).toThrow(
        'The cors option of a route',
      )
    expect(() => app.guard({ cors: {} as unknown as false })).toThrow('lacks allowOrigins')
    const early = new Elysia({ aot }).put('/item', () => 'x', { cors: true } as object)
    expect(() => early.use(cors(around))).toThrow('The cors option of PUT /item is true')
  })
})
