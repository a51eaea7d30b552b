import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { rawRequest } from '@corsac/binding-exam'
import { type CorsConfig, definePolicy } from '@corsac/core'
import { listen } from '@corsac/test-kit'
import * as latest from 'h3-1'
import * as floor from 'h3-1-floor'
import { describe, expect, it } from 'vitest'
import { A, B, config, EVIL, fieldsOf, get, preflight, SHARED, urlOf, warnings } from '../exchange.testing.ts'
import { serveWeb } from '../serve-web.testing.ts'
import { corsHeaders } from '../v1.ts'
import { cors } from './cors.ts'
import type { EventHandler } from './h3-event.ts'

type H3V1 = typeof latest

function serveOnNode(h3: H3V1, app: latest.App): Promise<string> {
  return urlOf(listen(createServer(h3.toNodeListener(app))))
}

function serveOnWeb(h3: H3V1, app: latest.App): Promise<string> {
  return urlOf(listen(serveWeb(h3.toWebHandler(app))))
}

/** Keeps what is thrown on purpose from the console. */
const quiet: latest.AppOptions = {
  onError: (error) => {
    error.unhandled = false
  },
}

const handlers: [string, number, (h3: H3V1, event: latest.H3Event) => unknown][] = [
  [
    'an error',
    500,
    (h3, event) => {
      h3.setResponseHeader(event, 'vary', 'Accept')
      throw new Error('broken')
    },
  ],
  [
    'an error with a status',
    401,
    (h3) => {
      throw h3.createError({ statusCode: 401 })
    },
  ],
  [
    'a method that is not allowed',
    405,
    (h3, event) => {
      h3.assertMethod(event, 'POST')
    },
  ],
  ['a body that is not valid', 400, (h3, event) => h3.getValidatedQuery(event, () => false)],
  ['a rejection', 500, () => Promise.reject(new Error('broken'))],
  ['a JSON document', 200, () => ({ a: 1 })],
  ['a text', 200, () => Promise.resolve('text')],
  ['nothing', 204, () => null],
  ['a stream of Node', 200, () => Readable.from(['a', 'b'])],
  ['a stream', 200, () => new Blob(['a', 'b']).stream()],
  ['a response', 201, () => new Response('x', { status: 201, headers: { vary: 'Accept' } })],
  ['a redirect', 302, (h3, event) => h3.sendRedirect(event, '/elsewhere')],
  [
    'what has not been modified',
    304,
    (h3, event) => {
      h3.setResponseStatus(event, 304)
      return ''
    },
  ],
  [
    'headers set by hand',
    200,
    (h3, event) => {
      h3.setResponseHeader(event, 'Vary', 'Accept')
      h3.appendResponseHeader(event, 'vary', 'origin')
      h3.setResponseHeader(event, 'Access-Control-Allow-Origin', EVIL)
      h3.appendResponseHeader(event, 'access-control-allow-credentials', 'true')
      return 'x'
    },
  ],
  [
    'headers that are all removed',
    200,
    (_, event) => {
      for (const name of event.node.res.getHeaderNames()) event.node.res.removeHeader(name)
      event.node.res.removeHeader('Vary')
      return 'x'
    },
  ],
  [
    'what is written by hand',
    202,
    (_, { node: { res } }) => {
      res.writeHead(202, { Vary: 'Accept', 'Access-Control-Allow-Credentials': 'true' }).end('raw')
    },
  ],
]

describe.each([
  ['1', 'Node', latest, serveOnNode],
  ['1', 'plain requests', latest, serveOnWeb],
  ['1.8', 'Node', floor, serveOnNode],
  ['1.8', 'plain requests', floor, serveOnWeb],
])('cors on h3 %s, with %s', (_, runtime, h3, serveApp) => {
  function serve(handleCors: EventHandler, handler: (event: latest.H3Event) => unknown, path = '/'): Promise<string> {
    return serveApp(h3, h3.createApp(quiet).use(handleCors).use(path, h3.eventHandler(handler)))
  }

  it.each(handlers)('shares %s', async (__, status, handler) => {
    const url = await serve(cors(config), (event) => handler(h3, event))
    for (const method of ['GET', 'HEAD']) {
      const response = await get(url, '/', A, method)
      expect(response.status).toBe(status)
      expect(fieldsOf(response)).toEqual(expect.arrayContaining(SHARED))
      expect(fieldsOf(response)).toHaveLength(SHARED.length)
      expect(new Map(response.headers).get('vary')).toMatch(/^(?:Accept, )?Origin$/i)
    }
    expect(fieldsOf(await get(url, '/', EVIL))).toEqual([])
  })

  it('shares the answer to an unknown route', async () => {
    const url = await serve(cors(config), () => 'x', '/known')
    const response = await get(url, '/unknown')
    expect(response.status).toBe(404)
    expect(new Map(response.headers).get('access-control-allow-origin')).toBe(A)
  })

  it('keeps a Vary that is for all, and sets none that is not needed', async () => {
    const star = await serve(cors(config), (event) => {
      h3.setResponseHeader(event, 'vary', '*')
      return 'x'
    })
    expect(fieldsOf(await get(star), 'vary')).toContainEqual(['vary', '*'])
    const open = await serve(cors(), (event) => {
      h3.setResponseHeader(event, 'vary', 'Accept')
      return 'x'
    })
    expect(fieldsOf(await get(open), 'vary')).toEqual(
      expect.arrayContaining([
        ['access-control-allow-origin', '*'],
        ['vary', 'Accept'],
      ]),
    )
    expect(fieldsOf(await get(await serve(cors(), () => 'x')), 'vary')).toEqual([['access-control-allow-origin', '*']])
  })

  it('sends all cookies', async () => {
    const url = await serve(cors(config), (event) => {
      h3.appendResponseHeader(event, 'set-cookie', 'a=1')
      h3.appendResponseHeader(event, 'set-cookie', 'b=2')
      return 'x'
    })
    const cookies = fieldsOf(await get(url), 'set-cookie').filter(([name]) => name === 'set-cookie')
    expect(cookies.map(([, value]) => value)).toEqual(['a=1', 'b=2'])
  })

  it('answers a preflight before authentication and routing, and lets no refused one through', async () => {
    const reached: string[] = []
    const url = await serve(cors(config), ({ method }) => {
      reached.push(method)
      throw h3.createError({ statusCode: 401 })
    })
    const allowed = await preflight(url, '/anything')
    expect(allowed).toMatchObject({ status: 204, body: '' })
    expect(new Map(allowed.headers).get('access-control-allow-methods')).toBe('PUT')
    const refused = await preflight(url, '/anything', EVIL)
    expect(refused).toMatchObject({ status: 403 })
    expect(fieldsOf(refused)).toEqual([])
    expect(reached).toEqual([])
    expect((await get(url, '/anything')).status).toBe(401)
  })

  it('leaves other OPTIONS requests to the application', async () => {
    const url = await serve(cors(config), (event) => {
      h3.setResponseHeader(event, 'allow', 'GET')
      return event.method
    })
    for (const headers of [[], [['Origin', A]], [['Access-Control-Request-Method', 'PUT']]] as [string, string][][]) {
      const response = await rawRequest(url, 'OPTIONS', '/', headers)
      expect([response.status, new Map(response.headers).get('allow')]).toEqual([200, 'GET'])
    }
  })

  it('works as Nuxt and Nitro load it: lazily, and below a path', async () => {
    const app = h3
      .createApp(quiet)
      .use(
        '/api',
        h3.lazyEventHandler(() => Promise.resolve(cors(config))),
      )
      .use(h3.eventHandler(() => 'x'))
    const url = await serveApp(h3, app)
    expect(await preflight(url, '/api/items')).toMatchObject({ status: 204 })
    expect(fieldsOf(await get(url, '/api/items'))).toEqual(expect.arrayContaining(SHARED))
    expect(fieldsOf(await get(url, '/'))).toEqual([])
  })

  it('gives pickers and hooks the event', async () => {
    const seen: unknown[] = []
    const own = definePolicy(config)
    const handleCors = cors(
      (__, { path }) => {
        if (path.startsWith('/broken')) throw new Error('no policy')
        return Promise.resolve(path.startsWith('/own') ? own : null)
      },
      {
        vary: ['X-Tenant'],
        onError: (error, { path }) => seen.push([error, path]),
        onDecision: ({ kind }, head, { node }) => seen.push([kind, head.origin, node.req.url]),
      },
    )
    const url = await serve(handleCors, () => 'x')
    expect(fieldsOf(await get(url, '/own'), 'vary')).toEqual(
      expect.arrayContaining([...SHARED, ['vary', 'Origin, X-Tenant']]),
    )
    expect(fieldsOf(await get(url, '/broken'))).toEqual([])
    expect(await preflight(url, '/other')).toMatchObject({ status: 403 })
    expect(seen).toEqual([
      ['continue', A, '/own'],
      [new Error('no policy'), '/broken'],
      ['continue', A, '/broken'],
      ['answer', A, '/other'],
    ])
  })

  it('asks predicates that take their time', async () => {
    const url = await serve(cors({ ...config, allowOrigins: (origin) => Promise.resolve(origin === A) }), () => 'x')
    expect(fieldsOf(await get(url))).toEqual(expect.arrayContaining(SHARED))
    expect(fieldsOf(await get(url, '/', B))).toEqual([])
    expect(await preflight(url, '/', B)).toMatchObject({ status: 403 })
  })

  it('says nothing where something else has answered while a predicate was asked', async () => {
    const handleCors = cors({ allowOrigins: () => Promise.resolve(true) })
    const app = h3.createApp(quiet).use(
      h3.eventHandler(async (event) => {
        const pending = handleCors(event)
        event.node.res.statusCode = 503
        event.node.res.end()
        await pending
      }),
    )
    expect(await preflight(await serveApp(h3, app))).toMatchObject({ status: 503 })
  })

  it.each([
    ['an origin', EVIL, 'PUT', 403, undefined, 'allowOrigins'],
    ['a method', A, 'DELETE', 200, A, 'allowMethods'],
  ])('explains with debug that %s is refused', async (__, origin, method, status, shared, key) => {
    const url = await serve(cors(config, { debug: true }), () => 'x')
    const response = await fetch(url, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': method },
    })
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json'])
    expect(response.headers.get('access-control-allow-origin') ?? undefined).toBe(shared)
    expect(await response.json()).toMatchObject({ status, remedy: [{ key }] })
  })

  it('gives the headers of what is sent in another way', async () => {
    const url = await serve(cors(config), ({ node }) => corsHeaders(node.res))
    expect((await get(url)).body).toContain('"access-control-allow-origin":"https://a.example"')
  })

  it('applies the outermost policy where it is mounted twice', async () => {
    const warned = warnings()
    const app = h3
      .createApp(quiet)
      .use([cors(config), cors()])
      .use(h3.eventHandler(() => 'x'))
    const response = await get(await serveApp(h3, app))
    expect(fieldsOf(response, 'vary')).toEqual(expect.arrayContaining([...SHARED, ['vary', 'Origin']]))
    expect(fieldsOf(response)).toHaveLength(SHARED.length)
    // Once in the process, by whichever of these tests is the first.
    const isFirst = runtime === 'Node' && h3 === latest
    expect(await warned()).toEqual(isFirst ? [expect.stringContaining('mounted twice')] : [])
  })
})

describe('cors on h3 1', () => {
  it('is an event handler by the mark that h3 looks for', () => {
    expect(latest.isEventHandler(cors())).toBe(true)
    expect(floor.isEventHandler(cors())).toBe(true)
  })

  it('refuses a wrong configuration at start', () => {
    const written: CorsConfig = { allowOrigins: ['https://a.example/'] }
    expect(() => cors(written)).toThrow('did you mean "https://a.example"?')
  })

  it('knows public suffixes', () => {
    const wild = { allowOrigins: ['https://*.a.example'], allowCredentials: true }
    expect(() => cors(wild)).not.toThrow()
    expect(() => cors({ ...wild, allowOrigins: ['https://*.github.io'] })).toThrow(
      'origin-public-suffix-with-credentials',
    )
  })
})
