import { describe, expect, it } from 'vitest'
import { cors } from './cors.ts'
import { corsHeaders } from './cors-headers.ts'

const A = 'https://a.example'
const config = { allowOrigins: [A, 'https://b.example'] }
const request = new Request('https://api.example/', { headers: { origin: A } })

describe('cors on a web-standard handler', () => {
  it('copies a response, whose status, reason, body and repeated fields stay', async () => {
    const original = new Response('made', {
      status: 201,
      statusText: 'Made',
      headers: [
        ['set-cookie', 'a=1'],
        ['set-cookie', 'b=2'],
        ['vary', 'Accept'],
      ],
    })
    const response = await cors(config)(() => original)(request)
    expect([response.status, response.statusText, await response.text()]).toEqual([201, 'Made', 'made'])
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(response.headers.get('vary')).toBe('Accept, Origin')
    expect(original.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('answers with one shared response to two origins without mixing them', async () => {
    const shared = new Response(null, { status: 404 })
    const handle = cors(config)(() => shared)
    const [a, b] = await Promise.all([
      handle(request),
      handle(new Request(request.url, { headers: { origin: 'https://b.example' } })),
    ])
    expect(a.headers.get('access-control-allow-origin')).toBe(A)
    expect(b.headers.get('access-control-allow-origin')).toBe('https://b.example')
  })

  it.each([
    ['a response whose headers cannot be changed', () => Response.redirect('https://a.example/', 302), 302],
    ['a response without a body', () => new Response(null, { status: 304 }), 304],
    ['a clone', () => new Response('x').clone(), 200],
  ])('shares %s', async (_, handler, status) => {
    const response = await cors(config)(handler)(request)
    expect(response.status).toBe(status)
    expect(response.headers.get('access-control-allow-origin')).toBe(A)
  })

  it('gives a network error back as it is', async () => {
    const error = Response.error()
    expect(await cors(config)(() => error)(request)).toBe(error)
  })

  it('shares what a handler throws: a response as it is, an error as a 500', async () => {
    const redirect = await cors(config)(() => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- frameworks throw responses to redirect
      throw Response.redirect('https://a.example/', 303)
    })(request)
    expect([redirect.status, redirect.headers.get('access-control-allow-origin')]).toEqual([303, A])
    const contexts: unknown[] = []
    const failing = cors(config, {
      onHandlerError: (error, [{ url }]) => {
        contexts.push([String(error), url])
        return new Response(null, { status: 500 })
      },
    })
    const response = await failing(() => Promise.reject(new Error('broken')))(request)
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([500, A])
    expect(contexts).toEqual([['Error: broken', 'https://api.example/']])
  })

  it('leaves an error to the runtime where it is thrown on', async () => {
    const handle = cors(config, {
      onHandlerError: (error) => {
        throw error
      },
    })(() => {
      throw new Error('broken')
    })
    await expect(handle(request)).rejects.toThrow('broken')
  })

  it("passes the runtime's other arguments to the handler and to the picker", async () => {
    const seen: string[] = []
    const handle = cors<readonly [env: { readonly tenant: string }]>((_, [, { tenant }]) => {
      seen.push(tenant)
      return null
    })((_, { tenant }) => new Response(tenant))
    expect(await (await handle(request, { tenant: 't' })).text()).toBe('t')
    expect(seen).toEqual(['t'])
  })

  it('decides anew about a request that is handled again', async () => {
    const handle = cors(config)(() => new Response('ok'))
    const responses = [await handle(request), ...(await Promise.all([handle(request), handle(request)]))]
    expect(responses.map(({ headers }) => headers.get('access-control-allow-origin'))).toEqual([A, A, A])
  })

  it('is enforced once where it wraps a handler twice: the outermost policy applies, and a warning says so', async () => {
    const warnings: Error[] = []
    process.on('warning', (warning) => warnings.push(warning))
    const decisions: string[] = []
    const inner = cors(
      { allowOrigins: ['https://b.example'] },
      { onDecision: ({ kind }) => decisions.push(kind), vary: ['X-Inner'] },
    )
    const handle = cors(config)(inner(inner(() => new Response('ok'))))
    for (const response of [await handle(request), await handle(request)]) {
      expect(response.headers.get('access-control-allow-origin')).toBe(A)
      expect(response.headers.get('vary')).toBe('Origin')
    }
    await new Promise(setImmediate)
    expect(decisions).toEqual([])
    expect(warnings.map((warning) => [warning.name, 'code' in warning && warning.code])).toEqual([
      ['CorsacWarning', 'CORSAC_MOUNTED_TWICE'],
    ])
  })

  it('gives the headers for what is sent past the response, while the request is handled', async () => {
    const seen: unknown[] = []
    const own = new Request(request.url, { headers: { origin: A } })
    await cors({ ...config, exposeHeaders: ['X-Total'] })((handled) => {
      seen.push(corsHeaders(handled))
      return new Response('ok')
    })(own)
    seen.push(corsHeaders(own))
    expect(seen).toEqual([
      { 'access-control-allow-origin': A, 'access-control-expose-headers': 'x-total', vary: 'Origin' },
      {},
    ])
  })

  it('answers a preflight without the handler', async () => {
    const handle = cors({ ...config, allowMethods: ['PUT'], preflightStatus: 200 })(() => {
      throw new Error('reached')
    })
    const response = await handle(
      new Request(request.url, { method: 'OPTIONS', headers: { origin: A, 'access-control-request-method': 'PUT' } }),
    )
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect(response.headers.get('access-control-allow-methods')).toBe('PUT')
  })

  it('refuses a credentialed subdomain pattern unless it is told public suffixes', () => {
    const wild = { allowOrigins: ['https://*.a.example'], allowCredentials: true }
    expect(() => cors(wild)).toThrow('@corsac/core/public-suffixes')
    expect(() => cors(wild, { isPublicSuffix: (host) => host === 'example' })).not.toThrow()
  })
})
