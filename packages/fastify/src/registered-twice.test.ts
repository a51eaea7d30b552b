import { rawRequest } from '@corsac/binding-exam'
import { fastify as fastifyLatest, type FastifyInstance } from 'fastify'
import { fastify as fastifyFloor } from 'fastify-floor'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cors } from './cors.ts'

const A = 'https://a.example'
const B = 'https://b.example'
const outer = { allowOrigins: [A, 'https://c.example'], allowMethods: ['PUT'] }
const inner = { allowOrigins: [B], allowMethods: ['PUT'] }

describe('cors that is registered twice', () => {
  const warnings: Error[] = []
  const onWarning = (warning: Error): void => {
    if (warning.name === 'CorsacWarning') warnings.push(warning)
  }
  beforeAll(() => {
    process.on('warning', onWarning)
  })
  afterAll(() => {
    process.off('warning', onWarning)
  })

  describe.each([
    ['5', fastifyLatest],
    ['5.0', fastifyFloor],
  ])('on Fastify %s', (_, fastify) => {
    async function sharedWith(app: FastifyInstance): Promise<unknown> {
      const url = await app.listen({ host: '127.0.0.1', port: 0 })
      const origins = [A, B]
      const answers = await Promise.all(
        origins.flatMap((origin) => [
          rawRequest(url, 'PUT', '/api/items', [['Origin', origin]]),
          rawRequest(url, 'OPTIONS', '/api/items', [
            ['Origin', origin],
            ['Access-Control-Request-Method', 'PUT'],
          ]),
        ]),
      )
      await app.close()
      return answers.map(({ headers }) =>
        headers.filter(([name]) => name === 'access-control-allow-origin').map(([, value]) => value),
      )
    }

    it('on one instance follows the first', async () => {
      const app = fastify()
      await app.register(cors(outer))
      await app.register(cors(inner))
      app.put('/api/items', () => ({}))
      expect(await sharedWith(app)).toEqual([[A], [A], [], []])
    })

    it('on an instance and one inside it follows the outer one', async () => {
      const app = fastify()
      await app.register(cors(outer))
      await app.register(
        async (scope) => {
          await scope.register(cors(inner))
          scope.put('/items', () => ({}))
        },
        { prefix: '/api' },
      )
      expect(await sharedWith(app)).toEqual([[A], [A], [], []])
    })

    it('follows the outer one also where the inner one came first, with the policies of routes', async () => {
      const app = fastify()
      await app.register(
        async (scope) => {
          await scope.register(cors(inner))
          scope.put('/items', { config: { cors: { ...outer, allowCredentials: true } } }, () => ({}))
        },
        { prefix: '/api' },
      )
      await app.register(cors({ allowOrigins: ['https://d.example'] }))
      expect(await sharedWith(app)).toEqual([[A], [A], [], []])
    })
  })

  it('is warned of, once', async () => {
    await new Promise((resolve) => setImmediate(resolve))
    expect(warnings).toEqual([expect.objectContaining({ code: 'CORSAC_MOUNTED_TWICE' })])
  })
})
