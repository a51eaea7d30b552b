import { once } from 'node:events'
import type { RequestListener, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createCorsFetch } from './cors-fetch.ts'
import { serve } from './fixtures/server.ts'

const corsFetch = createCorsFetch({ origin: 'https://app.example' })
const shared = { 'access-control-allow-origin': '*' }

/** A server that begins every response, and what comes of each. */
function beginning(): { readonly listener: RequestListener; readonly responses: ServerResponse[] } {
  const responses: ServerResponse[] = []
  return {
    responses,
    listener(_, response) {
      responses.push(response.writeHead(200, shared))
      response.write('0')
    },
  }
}

describe('createArrivedResponse', () => {
  it('gives a body that never ends piece by piece, until the page has enough', async () => {
    const { listener, responses } = beginning()
    const { body } = await corsFetch(await serve(listener))
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
    for (const piece of ['0', '1', '2']) {
      expect(await reader?.read()).toEqual({ done: false, value: piece })
      responses[0]?.write(String(Number(piece) + 1))
    }
    const closed = Promise.all(responses.map((response) => once(response, 'close')))
    await reader?.cancel()
    await closed
  })

  it('ends the connection where a page gives up while it waits', async () => {
    const { listener, responses } = beginning()
    const { body } = await corsFetch(await serve(listener))
    const reader = body?.getReader()
    await reader?.read()
    const next = reader?.read()
    const closed = Promise.all(responses.map((response) => once(response, 'close')))
    await reader?.cancel()
    expect(await next).toEqual({ done: true, value: undefined })
    await closed
  })

  it('fills the buffers of a reader that brings its own', async () => {
    const { body } = await corsFetch(await serve((_, response) => response.writeHead(200, shared).end('text')))
    const reader = body?.getReader({ mode: 'byob' })
    const first = await reader?.read(new Uint8Array(3))
    expect(first?.value).toEqual(new TextEncoder().encode('tex'))
    expect((await reader?.read(new Uint8Array(3)))?.value).toEqual(new TextEncoder().encode('t'))
    expect(await reader?.read(new Uint8Array(3))).toEqual({ done: true, value: new Uint8Array() })
  })

  it('gives many chunks that came at once, whole and in their order', async () => {
    const text = Array.from({ length: 5000 }, (_, index) => `${index},`)
    const url = await serve((_, response) => {
      response.writeHead(200, shared)
      for (const piece of text) response.write(piece)
      response.end()
    })
    const response = await corsFetch(url)
    const clone = response.clone()
    expect(await Promise.all([response.text(), clone.text()])).toEqual([text.join(''), text.join('')])
  })

  it('fails a body that breaks off, with a TypeError that says so', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { ...shared, 'content-length': '100' })
      response.write('partial', () => response.destroy())
    })
    const text = (await corsFetch(url)).text()
    await expect(text).rejects.toThrow(TypeError)
    await expect(text).rejects.toThrow(/^The response body broke off: /)
  })

  it('fails a body that is not coded as it says', async () => {
    const url = await serve((_, response) =>
      response.writeHead(200, { ...shared, 'content-encoding': 'gzip' }).end('text'),
    )
    await expect((await corsFetch(url)).text()).rejects.toThrow('The response body broke off')
  })

  it('has the server finish even if nobody reads what it sends', async () => {
    let finished = 0
    const url = await serve((request, response) => {
      response.on('close', () => (finished += response.writableFinished ? 1 : 0))
      response.writeHead(200, request.url === '/shared' ? shared : {}).end('text')
    })
    await corsFetch(`${url}/shared`)
    await corsFetch(`${url}/shared`, { method: 'HEAD' })
    await corsFetch(url, { mode: 'no-cors' })
    await corsFetch(url).catch(() => undefined)
    await expect.poll(() => finished).toBe(4)
  })

  it('gives up a body that the page may not have', async () => {
    const { listener, responses } = beginning()
    const url = await serve((request, response) => {
      listener(request, response)
      response.on('error', () => undefined)
    })
    const opaque = await corsFetch(url, { mode: 'no-cors' })
    expect(opaque.body).toBeNull()
    await expect.poll(() => responses[0]?.destroyed).toBe(true)
  })

  it('asks for no coding where it asks for a part', async () => {
    const url = await serve((request, response) => {
      const isCoded = request.headers['accept-encoding']?.includes('gzip') === true
      response.writeHead(200, { ...shared, ...(isCoded ? { 'content-encoding': 'gzip' } : {}) })
      response.end(isCoded ? gzipSync('whole') : 'part')
    })
    expect(await (await corsFetch(url)).text()).toBe('whole')
    expect(await (await corsFetch(url, { headers: { range: 'bytes=0-3' } })).text()).toBe('part')
  })
})
