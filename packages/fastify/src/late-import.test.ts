import { rawRequest } from '@corsac/binding-exam'
import { fastify as fastifyLatest, type FastifyInstance } from 'fastify'
import { fastify as fastifyFloor } from 'fastify-floor'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { cors } from './cors.ts'

const A = 'https://a.example'
const config = { allowOrigins: [A], allowMethods: ['PUT'] }

/** Loads the package once more: this copy has not heard of the applications that are there. */
async function importAgain(): Promise<{ readonly cors: typeof cors }> {
  vi.resetModules()
  return import('./cors.ts')
}

let app: FastifyInstance
afterEach(() => app.close())

function serve(): Promise<string> {
  return app.listen({ host: '127.0.0.1', port: 0 })
}

async function put(url: string, path: string): Promise<unknown> {
  const { status, headers, body } = await rawRequest(url, 'PUT', path, [['Origin', A]])
  return [
    status,
    new Map(headers).get('access-control-allow-origin'),
    body.includes('was registered before cors() was'),
  ]
}

async function preflight(url: string, path: string): Promise<number> {
  const { status } = await rawRequest(url, 'OPTIONS', path, [
    ['Origin', A],
    ['Access-Control-Request-Method', 'PUT'],
  ])
  return status
}

describe.each([
  ['5', fastifyLatest],
  ['5.0', fastifyFloor],
])('cors that is imported after the application was made, on Fastify %s', (_, fastify) => {
  it('knows the routes that come after it, in every scope', async () => {
    app = fastify()
    const { cors } = await importAgain()
    await app.register(
      async (outer) => {
        await outer.register(async (scope) => {
          await scope.register(cors(config))
          scope.put('/first', () => ({}))
          scope.put('/second', { config: { cors: false } }, () => ({}))
        })
      },
      { prefix: '/api' },
    )
    const url = await serve()
    expect([await preflight(url, '/api/first'), await preflight(url, '/api/second')]).toEqual([204, 403])
    expect(await put(url, '/api/first')).toEqual([200, A, false])
    expect(await put(url, '/api/second')).toEqual([200, undefined, false])
  })

  it('serves the routes that came before it, as long as none has a policy of its own', async () => {
    app = fastify()
    app.put('/before', () => ({}))
    const { cors } = await importAgain()
    await app.register(cors(config))
    app.put('/after', () => ({}))
    const url = await serve()
    for (const path of ['/before', '/after']) {
      expect(await preflight(url, path)).toBe(204)
      expect(await put(url, path)).toEqual([200, A, false])
    }
    expect(await put(url, '/missing')).toEqual([404, A, false])
  })

  it('fails on a route that came before it with a policy of its own', async () => {
    app = fastify()
    let handled = 0
    app.put('/before', { config: { cors: false } }, () => ({ handled: handled++ }))
    const { cors } = await importAgain()
    await app.register(cors(config))
    const url = await serve()
    expect(await put(url, '/before')).toEqual([500, undefined, true])
    expect(handled).toBe(0)
  })

  it('fails on every route that came before it, where one has a policy of its own', async () => {
    app = fastify()
    app.put('/before', () => ({}))
    const { cors } = await importAgain()
    await app.register(cors(config))
    app.put('/after', { config: { cors: config } }, () => ({}))
    const url = await serve()
    expect(await put(url, '/before')).toEqual([500, undefined, true])
    expect(await put(url, '/after')).toEqual([200, A, false])
    expect(await put(url, '/missing')).toEqual([404, A, false])
  })

  it('fails on a route of its scope that came before it', async () => {
    app = fastify()
    const { cors } = await importAgain()
    await app.register(async (scope) => {
      scope.put('/before', () => ({}))
      await scope.register(cors(config))
    })
    expect(await put(await serve(), '/before')).toEqual([500, undefined, true])
  })
})
