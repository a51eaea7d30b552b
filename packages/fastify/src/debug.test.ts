import { rawRequest } from '@corsac/binding-exam'
import { fastify as fastifyLatest, type FastifyInstance } from 'fastify'
import { fastify as fastifyFloor } from 'fastify-floor'
import { afterEach, describe, expect, it } from 'vitest'
import { cors } from './cors.ts'

const A = 'https://a.example'
const config = { allowOrigins: [A, 'https://b.example'], allowMethods: ['PUT'] } as const

let app: FastifyInstance
afterEach(() => app.close())

describe.each([
  ['5', fastifyLatest],
  ['5.0', fastifyFloor],
])('cors on Fastify %s, with debug', (_, fastify) => {
  async function ask(path: string, origin: string, method: string) {
    const url = app.server.listening ? app.listeningOrigin : await app.listen({ host: '127.0.0.1', port: 0 })
    return rawRequest(url, 'OPTIONS', path, [
      ['Origin', origin],
      ['Access-Control-Request-Method', method],
    ])
  }

  it.each([
    ['an origin', 'https://evil.example', 'PUT', 403, [], 'allowOrigins'],
    ['a method', A, 'DELETE', 200, [A], 'allowMethods'],
  ])('explains that %s is refused', async (__, origin, method, status, shared, key) => {
    app = fastify()
    await app.register(cors(config, { debug: true }))
    const response = await ask('/', origin, method)
    expect(response.status).toBe(status)
    const headers = new Map(response.headers)
    expect(
      response.headers.filter(([name]) => name === 'access-control-allow-origin').map(([, value]) => value),
    ).toEqual(shared)
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(headers.get('content-length')).toBe(String(Buffer.byteLength(response.body)))
    expect(JSON.parse(response.body)).toMatchObject({ status, remedy: [{ key }] })
  })

  it('explains it in the place of a hook that was there before', async () => {
    app = fastify()
    app.addHook('onRequest', async (__, reply) => {
      await reply.code(401).send({ error: 'who are you?' })
    })
    await app.register(cors(config, { debug: true }))
    const response = await ask('/', 'https://evil.example', 'PUT')
    expect(new Map(response.headers).get('content-type')).toBe('application/problem+json')
    expect(JSON.parse(response.body)).toMatchObject({ status: 403 })
  })

  it('explains what a route says', async () => {
    app = fastify()
    await app.register(cors(config, { debug: true }))
    app.put('/locked', { config: { cors: false } }, () => ({}))
    app.put('/own', { config: { cors: { allowOrigins: [A] } } }, () => ({}))
    expect((await ask('/locked', A, 'PUT')).body).toContain('the cors option of the route is false')
    const own = await ask('/own', A, 'PUT')
    expect([own.status, JSON.parse(own.body)]).toMatchObject([200, { remedy: [{ key: 'allowMethods' }] }])
  })
})
