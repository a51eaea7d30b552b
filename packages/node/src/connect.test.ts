import { createServer } from 'node:http'
import { rawRequest } from '@corsac/binding-exam'
import { listen } from '@corsac/test-kit'
import connect from 'connect'
import polka from 'polka'
import { afterEach, describe, expect, it } from 'vitest'
import { cors } from './cors.ts'

const A = 'https://a.example'
const config = { allowOrigins: [A, 'https://b.example'], allowMethods: ['PUT'] } as const

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

/** A chain with a route, an error and a middleware that lets nobody in without a name. */
const servers = {
  Connect: () => {
    const app = connect()
      .use(cors(config))
      .use((request, response, next) => {
        if (request.headers.authorization === undefined) response.writeHead(401).end()
        else next()
      })
    app.use('/item', (_, response) => {
      response.setHeader('Vary', 'Accept')
      response.end('x')
    })
    app.use('/error', () => {
      throw new Error('broken')
    })
    // Otherwise Connect writes the error to the console.
    return createServer((request, response) => {
      app(request, response, () => {
        response.writeHead(request.url === '/error' ? 500 : 404).end()
      })
    })
  },
  Polka: () => {
    const app = polka()
      .use(cors(config), (request, response, next) => {
        if (request.headers.authorization === undefined) response.writeHead(401).end()
        else next()
      })
      .get('/item', (_, response) => {
        response.setHeader('Vary', 'Accept')
        response.end('x')
      })
      .get('/error', (_, __, next) => {
        next(new Error('broken'))
      })
    return createServer().on('request', app.handler.bind(app))
  },
}

describe.each(Object.entries(servers))('cors on %s', (_, create) => {
  async function serve(): Promise<string> {
    const running = await listen(create())
    closers.push(() => running.close())
    return running.url
  }

  it('covers routes, errors, unknown routes and what is refused before them', async () => {
    const url = await serve()
    const ask = async (path: string, ...more: readonly (readonly [string, string])[]) => {
      const { headers, status } = await rawRequest(url, 'GET', path, [['Origin', A], ...more])
      const fields = new Map(headers)
      return [status, fields.get('access-control-allow-origin'), fields.get('vary')]
    }
    const named = ['Authorization', 'x'] as const
    expect(await ask('/item', named)).toEqual([200, A, 'Accept, Origin'])
    expect(await ask('/error', named)).toEqual([500, A, 'Origin'])
    expect(await ask('/unknown', named)).toEqual([404, A, 'Origin'])
    expect(await ask('/item')).toEqual([401, A, 'Origin'])
  })

  it('answers preflights before everything else', async () => {
    const { headers, status } = await rawRequest(await serve(), 'OPTIONS', '/anything', [
      ['Origin', A],
      ['Access-Control-Request-Method', 'PUT'],
    ])
    expect([status, new Map(headers).get('access-control-allow-methods')]).toEqual([204, 'PUT'])
  })
})
