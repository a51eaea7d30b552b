import { once } from 'node:events'
import {
  connect,
  createSecureServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
  type OutgoingHttpHeaders,
} from 'node:http2'
import { Agent, get } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { loopbackCertificate } from '@corsac/binding-exam'
import { afterEach, describe, expect, expectTypeOf, it } from 'vitest'
import { cors, corsHeaders } from './http2.ts'

const A = 'https://a.example'
const EVIL = 'https://evil.example'
const config = { allowOrigins: [A, 'https://b.example'], allowMethods: ['PUT'] } as const

type Application = (request: Http2ServerRequest, response: Http2ServerResponse) => void

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** Serves an application behind a policy over HTTP/2, and gives what asks it. */
async function serve(application: Application): Promise<(headers: OutgoingHttpHeaders) => Promise<Http2Answer>> {
  const handleCors = cors(config)
  const server = createSecureServer({ ...loopbackCertificate, allowHTTP1: true }, (request, response) => {
    handleCors(request, response, () => {
      application(request, response)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const client = connect(`https://127.0.0.1:${port}`, { ca: loopbackCertificate.cert })
  closers.push(() => {
    client.close()
    server.close()
  })
  return async (headers) => {
    const stream = client.request(headers)
    const [head] = (await once(stream, 'response')) as [Http2Answer['headers']]
    return { status: Number(head[':status']), headers: head, body: await text(stream) }
  }
}

interface Http2Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

const preflight = (origin: string, method: string) => ({
  ':method': 'OPTIONS',
  origin,
  'access-control-request-method': method,
})

describe('cors on node:http2', () => {
  const applications: [string, Application][] = [
    [
      'end',
      (_, response) => {
        response.setHeader('vary', 'Accept')
        response.end('x')
      },
    ],
    [
      'write',
      (_, response) => {
        response.setHeader('Vary', 'Accept')
        response.write('x')
        response.end()
      },
    ],
    ['writeHead with an object', (_, response) => response.writeHead(200, { vary: 'Accept' }).end('x')],
    [
      'headers of its own',
      (_, response) => {
        response.writeHead(200, { Vary: 'Accept', 'Access-Control-Allow-Origin': '*' })
        response.end('x')
      },
    ],
  ]
  it.each(applications)('shares what is sent by %s', async (_, application) => {
    const ask = await serve(application)
    const { body, headers, status } = await ask({ origin: A })
    expect([status, body]).toEqual([200, 'x'])
    expect(headers).toMatchObject({ 'access-control-allow-origin': A, vary: 'Accept, Origin' })
    const refused = await ask({ origin: EVIL })
    expect(refused.headers).not.toHaveProperty('access-control-allow-origin')
    expect(refused.headers['vary']).toBe('Accept, Origin')
  })

  it('answers preflights itself', async () => {
    const handled: string[] = []
    const ask = await serve((request, response) => {
      handled.push(request.method)
      response.end()
    })
    const allowed = await ask(preflight(A, 'PUT'))
    expect(allowed.status).toBe(204)
    expect(allowed.headers).toMatchObject({ 'access-control-allow-methods': 'PUT', 'access-control-allow-origin': A })
    expect((await ask(preflight(EVIL, 'PUT'))).status).toBe(403)
    expect(handled).toEqual([])
    expect((await ask({ ':method': 'OPTIONS', origin: A })).status).toBe(200)
    expect(handled).toEqual(['OPTIONS'])
  })

  it('gives the headers for what is sent on the stream itself', async () => {
    const ask = await serve((_, response) => {
      response.stream.respond({ ':status': 200, ...corsHeaders(response) })
      response.stream.end('x')
    })
    const { headers } = await ask({ origin: A })
    expect(headers).toMatchObject({ 'access-control-allow-origin': A, vary: 'Origin' })
  })

  it('shares with HTTP/1 clients of the same server', async () => {
    const handleCors = cors(config)
    const server = createSecureServer({ ...loopbackCertificate, allowHTTP1: true }, (request, response) => {
      handleCors(request, response, () => {
        response.end(request.httpVersion)
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    closers.push(() => server.close())
    const { port } = server.address() as AddressInfo
    const agent = new Agent({ ca: loopbackCertificate.cert })
    const [response] = await once(get({ port, host: '127.0.0.1', agent, headers: { Origin: A } }), 'response')
    expect(await text(response)).toBe('1.1')
    expect(response.headers).toMatchObject({ 'access-control-allow-origin': A, vary: 'Origin' })
  })

  it('gives pickers and hooks the request of HTTP/2, unasked', () => {
    cors((_, request) => {
      expectTypeOf(request).toEqualTypeOf<Http2ServerRequest>()
      return null
    })
    cors({}, { onError: (_, request) => expectTypeOf(request).toEqualTypeOf<Http2ServerRequest>() })
  })
})
