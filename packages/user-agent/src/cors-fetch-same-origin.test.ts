import type { RequestListener } from 'node:http'
import { deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createCorsFetch } from './cors-fetch.ts'
import { serveEcho } from './fixtures/cors-server.ts'
import { serve } from './fixtures/server.ts'

const bytes = new Uint8Array([0, 128, 255])

function formData(): FormData {
  const form = new FormData()
  form.set('a', '\u00E9')
  form.set('b', new File([bytes], 'b.bin', { type: 'application/x-b' }))
  return form
}

/** What differs from one run to the next, from one connection to the next, or is Node's own habit. */
const INCIDENTAL_HEADERS =
  /^(?:accept-language|connection|date|keep-alive|origin|sec-fetch-mode|user-agent|accept-encoding)$/

// On the page's own origin CORS has no part in a fetch, and Node's own is as right as any.
describe('createCorsFetch, on the origin of the page', () => {
  it.each<[string, () => RequestInit]>([
    ['a GET', () => ({ headers: { 'X-B': ' 1 ', 'x-a': '2' } })],
    ['a HEAD', () => ({ method: 'HEAD' })],
    ['a DELETE', () => ({ method: 'delete' })],
    ['an unknown method', () => ({ method: 'Report' })],
    ['a POST of nothing', () => ({ method: 'POST' })],
    ['text', () => ({ method: 'POST', body: '\u00E9' })],
    ['text with a type', () => ({ method: 'PUT', body: '{}', headers: { 'Content-Type': 'application/json' } })],
    ['URLSearchParams', () => ({ method: 'POST', body: new URLSearchParams({ a: '\u00E9 &' }) })],
    ['a Blob', () => ({ method: 'POST', body: new Blob([bytes], { type: 'image/png' }) })],
    ['a Blob without a type', () => ({ method: 'POST', body: new Blob([bytes]) })],
    ['an ArrayBuffer', () => ({ method: 'POST', body: bytes.buffer })],
    ['a view', () => ({ method: 'POST', body: bytes.subarray(1) })],
    ['an empty body', () => ({ method: 'POST', body: '' })],
    [
      'repeated fields',
      () => ({
        headers: [
          ['X-A', '1'],
          ['x-a', '2'],
        ],
      }),
    ],
    ['a stream', () => ({ method: 'POST', body: new Blob([bytes]).stream(), duplex: 'half' })],
  ])('sends %s as Node does', async (_, init) => {
    const url = await serveEcho()
    const [ours, nodes] = await Promise.all(
      [createCorsFetch({ origin: url }), fetch].map(async (each) => {
        const response = await each(url, init())
        return response.status === 200 && init().method !== 'HEAD' ? comparable(await response.text()) : response.status
      }),
    )
    expect(ours).toEqual(nodes)
  })

  it('sends FormData that a server reads as what Node sends', async () => {
    const url = await serve((request, response) => {
      response.setHeader('content-type', String(request.headers['content-type']))
      request.pipe(response)
    })
    const sent = (each: typeof fetch): Promise<FormData> =>
      each(url, { method: 'POST', body: formData() }).then((response) => response.formData())
    const [ours, nodes] = await Promise.all([sent(createCorsFetch({ origin: url })), sent(fetch)])
    expect([...ours.keys()]).toEqual([...nodes.keys()])
    expect(ours.get('a')).toBe(nodes.get('a'))
    const file = ours.get('b') as File
    expect([file.name, file.type, new Uint8Array(await file.arrayBuffer())]).toEqual([
      'b.bin',
      'application/x-b',
      bytes,
    ])
  })

  it.each<[string, RequestListener]>([
    ['a body', (_, response) => response.setHeader('x-a', ['1', '2']).end('\u00E9')],
    ['JSON', (_, response) => response.setHeader('content-type', 'application/json').end('{"a":1}')],
    ['bytes', (_, response) => response.end(bytes)],
    ['an empty body', (_, response) => response.end()],
    ['no body', (_, response) => response.writeHead(204).end()],
    ['an unchanged resource', (_, response) => response.writeHead(304, { etag: '"1"' }).end()],
    ['an error', (_, response) => response.writeHead(500, 'Oh dear').end('sorry')],
    ['a redirect that leads nowhere', (_, response) => response.writeHead(301).end('gone')],
    ['an odd status', (_, response) => response.writeHead(799).end('x')],
    ['gzip', (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync('text'))],
    [
      'several codings',
      (_, response) => response.setHeader('content-encoding', 'deflate, GZIP').end(gzipSync(deflateSync('text'))),
    ],
    ['a coding that is not known', (_, response) => response.setHeader('content-encoding', 'x').end('text')],
  ])('reads %s as Node does', async (_, listener) => {
    const url = await serve(listener)
    const [ours, nodes] = await Promise.all(
      [createCorsFetch({ origin: url }), fetch].map(async (each) => {
        const response = await each(url)
        const { ok, redirected, status, statusText, type } = response
        const headers = [...response.headers].filter(([name]) => !INCIDENTAL_HEADERS.test(name))
        const head = {
          ok,
          redirected,
          status,
          statusText,
          type,
          url: response.url,
          headers,
          hasBody: response.body !== null,
        }
        return { ...head, text: await response.text() }
      }),
    )
    expect(ours).toEqual(nodes)
  })
})

function comparable(echo: string): unknown {
  const { headers, ...rest } = JSON.parse(echo)
  const names = Object.keys(headers).filter((name) => !INCIDENTAL_HEADERS.test(name))
  return { ...rest, headers: names.sort().map((name) => [name, headers[name]]) }
}
