import { once } from 'node:events'
import { createServer, ServerResponse } from 'node:http'
import { connect, createServer as createHttp2Server } from 'node:http2'
import { rawRequest } from '@corsac/binding-exam'
import { cors as nodeCors } from '@corsac/node'
import { listen } from '@corsac/test-kit'
import { defineNodeHandler, defineNodeMiddleware, fromNodeHandler, writeEarlyHints } from 'h3'
import { serve, toNodeHandler } from 'h3/node'
import { describe, expect, it, onTestFinished } from 'vitest'
import { cors } from './cors.ts'
import { corsHeaders } from './cors-headers.ts'
import { A, config, createApp, EVIL, fieldsOf, get, preflight, serveOnNode, SHARED, urlOf } from './exchange.testing.ts'

const OWN = { vary: 'Accept', 'access-control-allow-origin': EVIL, 'access-control-allow-credentials': 'true' }

describe('cors on h3 on Node', () => {
  it('shares what handlers and middleware of Node write by themselves', async () => {
    const handler = defineNodeHandler((_, response) => {
      if (response instanceof ServerResponse) response.writeHead(202, OWN).end('raw')
    })
    const middleware = defineNodeMiddleware(({ url }, response, next) => {
      if (url === '/node/next') next()
      else if (url === '/node/error') next(new Error('broken'))
      else response.end('raw')
    })
    const app = createApp()
      .use(cors(config))
      .get('/handler', fromNodeHandler(handler))
      .use('/node/**', fromNodeHandler(middleware))
    const url = await serveOnNode(app.get('/node/next', () => 'next'))
    for (const [path, status] of [
      ['/handler', 202],
      ['/node/middleware', 200],
      ['/node/next', 200],
      ['/node/error', 500],
    ] as const) {
      const response = await get(url, path)
      expect([response.status, fieldsOf(response)]).toEqual([status, SHARED])
      expect(new Map(response.headers).get('vary')).toMatch(/^(?:Accept, )?Origin$/)
    }
  })

  it('comes after hooks and outer middleware', async () => {
    const app = createApp({
      onResponse: ({ headers }) => {
        headers.set('vary', 'Accept')
        headers.set('access-control-allow-credentials', 'true')
      },
    })
    const url = await serveOnNode(app.use(cors(config)).get('/', () => 'x'))
    expect(fieldsOf(await get(url), 'vary')).toEqual([...SHARED, ['vary', 'Accept, Origin']])
  })

  it('shares what the server says where the response cannot be sent', async () => {
    const app = createApp()
      .use(cors(config))
      .get('/', () => {
        const response = new Response('x')
        Object.defineProperty(response, 'status', { value: 99_999 })
        return response
      })
    const url = await serveOnNode(app)
    const response = await get(url)
    expect([response.status, fieldsOf(response)]).toEqual([500, SHARED])
  })

  it('works over HTTP/2', async () => {
    const app = createApp()
      .use(cors(config))
      .get('/', () => new Response('x', { headers: OWN }))
    const server = createHttp2Server(toNodeHandler(app))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const client = connect(`http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`)
    onTestFinished(async () => {
      client.close()
      await new Promise((resolve) => server.close(resolve))
    })
    const asked = client.request({
      ':method': 'OPTIONS',
      ':path': '/',
      origin: A,
      'access-control-request-method': 'PUT',
    })
    const [answer] = await once(asked.end().resume(), 'response')
    expect(answer).toMatchObject({ ':status': 204, 'access-control-allow-origin': A })
    const [headers] = await once(client.request({ ':path': '/', origin: A }).end().resume(), 'response')
    expect(headers).toMatchObject({ ':status': 200, ...Object.fromEntries(SHARED), vary: 'Accept, Origin' })
    expect(headers).not.toHaveProperty('access-control-allow-credentials')
  })

  it('works with serve()', async () => {
    const app = createApp()
      .use(cors(config))
      .get('/', () => 'x')
    const server = serve(app, { port: 0, hostname: '127.0.0.1', silent: true, gracefulShutdown: false })
    await server.ready()
    onTestFinished(() => server.close(true))
    const url = new URL(server.url ?? '').origin
    expect(fieldsOf(await get(url))).toEqual(SHARED)
    expect(await preflight(url)).toMatchObject({ status: 204 })
  })

  it('leaves early hints alone, and gives the headers for them', async () => {
    const app = createApp()
      .use(cors(config))
      .get('/', async (event) => {
        await writeEarlyHints(event, { link: '</style.css>; rel=preload', ...corsHeaders(event) })
        return 'x'
      })
    const url = await serveOnNode(app)
    const { body, headers, status } = await get(url)
    expect(status).toBe(103)
    expect(fieldsOf({ body, headers, status })).toEqual(SHARED)
    expect(body).toContain('HTTP/1.1 200 OK')
    expect(body.match(/access-control-allow-origin/g)).toHaveLength(1)
  })

  it('leaves the policy to a cors() around the application', async () => {
    const handleCors = nodeCors({ allowOrigins: [EVIL, A] })
    const handleRequest = toNodeHandler(
      createApp()
        .use(cors(config))
        .get('/', () => 'x'),
    )
    const url = await urlOf(
      listen(
        createServer((request, response) => {
          handleCors(request, response, () => void handleRequest(request, response))
        }),
      ),
    )
    expect(fieldsOf(await get(url))).toEqual([['access-control-allow-origin', A]])
  })

  it('says nothing where a time limit has answered while a predicate was asked', async () => {
    const app = createApp()
      .use((event) => {
        const response = event.runtime?.node?.res
        if (response instanceof ServerResponse) response.writeHead(503).end()
      })
      .use(cors({ allowOrigins: () => Promise.resolve(true) }))
      .get('/', () => 'x')
    const url = await serveOnNode(app)
    expect(await rawRequest(url, 'GET', '/', [['Origin', A]])).toMatchObject({ status: 503 })
    expect(await preflight(url)).toMatchObject({ status: 503 })
  })
})
