import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createCorsFetch } from './cors-fetch.ts'
import type { Exchange } from './exchange.ts'
import { echoOf, readText, refusalOf, serveEcho, sharing } from './fixtures/cors-server.ts'
import { serve } from './fixtures/server.ts'

const exchanges: Exchange[] = []
const corsFetch = createCorsFetch({
  origin: 'https://app.example',
  onExchange: (exchange) => exchanges.push(exchange),
})

/** What went over the wire in the last exchange. */
function purposes(): readonly string[] {
  return exchanges.at(-1)?.messages.map(({ purpose }) => purpose) ?? []
}

function streamOf(...pieces: string[]): ReadableStream<Uint8Array> {
  return new ReadableStream<string>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece)
      controller.close()
    },
  }).pipeThrough(new TextEncoderStream())
}

describe('createCorsFetch, with a body', () => {
  it.each<[string, BodyInit, string | null]>([
    ['text', 'text', 'text/plain;charset=UTF-8'],
    ['URLSearchParams', new URLSearchParams('text'), 'application/x-www-form-urlencoded;charset=UTF-8'],
    ['a Blob of text', new Blob(['text'], { type: 'text/plain' }), 'text/plain'],
    ['bytes', new TextEncoder().encode('text'), null],
  ])('sends %s with its type, and without a preflight', async (_, body, type) => {
    const url = await serve((request, response) => {
      void readText(request).then((text) => {
        response.setHeader('access-control-allow-origin', '*')
        response.end(JSON.stringify([request.headers['content-type'] ?? null, text.slice(0, 4)]))
      })
    })
    expect(await echoOf(corsFetch(url, { method: 'POST', body }))).toEqual([type, 'text'])
    expect(purposes()).toEqual(['actual'])
  })

  it('sends FormData without a preflight', async () => {
    const body = new FormData()
    body.set('a', '1')
    expect(await echoOf(corsFetch(await serveEcho(), { method: 'POST', body }))).toMatchObject({
      headers: { 'content-type': expect.stringMatching(/^multipart\/form-data; boundary=/) },
    })
    expect(purposes()).toEqual(['actual'])
  })

  it('asks first for a Blob of another type', async () => {
    const body = new Blob(['{}'], { type: 'application/json' })
    expect(await echoOf(corsFetch(await serveEcho(), { method: 'POST', body }))).toMatchObject({ body: '{}' })
    expect(purposes()).toEqual(['preflight', 'actual'])
  })

  it('leaves a type to the page that sets one', async () => {
    const init = { method: 'POST', body: new URLSearchParams('a=1'), headers: { 'content-type': 'text/plain' } }
    expect(await echoOf(corsFetch(await serveEcho(), init))).toMatchObject({
      headers: { 'content-type': 'text/plain' },
    })
  })

  it('sends in the mode no-cors only types that a form could send', async () => {
    const types: unknown[] = []
    const url = await serve((request, response) => {
      types.push(request.headers['content-type'])
      response.end()
    })
    const send = (body: BodyInit): Promise<unknown> => corsFetch(url, { method: 'POST', mode: 'no-cors', body })
    await send(new Blob(['{}'], { type: 'application/json' }))
    await send(new Blob([''], { type: 'text/plain' }))
    expect(types).toEqual([undefined, 'text/plain'])
  })

  it('sends a stream as it comes, and asks first even for a POST', async () => {
    const body = streamOf('a', 'b')
    const echo = await echoOf(corsFetch(await serveEcho(), { method: 'POST', body, duplex: 'half' } as RequestInit))
    expect(echo).toMatchObject({ body: 'ab', headers: { 'transfer-encoding': 'chunked' } })
    expect(purposes()).toEqual(['preflight', 'actual'])
  })

  it('sends no stream again', async () => {
    const target = await serveEcho()
    const redirecting = (status: number): Promise<string> =>
      serve((request, response) => {
        request.resume().on('end', () => {
          sharing({ location: target }, status)(request, response)
        })
      })
    const init = { method: 'POST', body: streamOf('a'), duplex: 'half' } as RequestInit
    const { reason } = await refusalOf(corsFetch(await redirecting(307), init))
    expect(reason).toBe('redirect-body-not-replayable')
    const again = { ...init, body: streamOf('a') }
    expect(await echoOf(corsFetch(await redirecting(303), again))).toMatchObject({ method: 'GET', body: '' })
  })

  it('rejects where the stream fails', async () => {
    const body = new ReadableStream({
      pull(controller) {
        controller.error(new Error('no more'))
      },
    })
    const call = corsFetch(await serveEcho(), { method: 'POST', body, duplex: 'half' } as RequestInit)
    const { exchange, reason } = await refusalOf(call)
    expect(reason).toBe('no-response')
    expect(exchange.messages.at(-1)?.error).toContain('no more')
  })

  it('gives up the stream where nobody wants the rest', async () => {
    const url = await serve((request, response) => {
      if (request.method === 'OPTIONS') sharing()(request, response)
      else response.destroy()
    })
    let cancelled = false
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new Uint8Array(1000))
      },
      cancel() {
        cancelled = true
      },
    })
    await refusalOf(corsFetch(url, { method: 'POST', body, duplex: 'half' } as RequestInit))
    await expect.poll(() => cancelled).toBe(true)
  })

  it('takes a response that comes before the stream has ended', async () => {
    const url = await serve((request, response) => {
      if (request.method === 'OPTIONS') sharing()(request, response)
      else
        void once(request, 'data').then(() => response.writeHead(200, { 'access-control-allow-origin': '*' }).end('x'))
    })
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array(1))
      },
    })
    const response = await corsFetch(url, { method: 'POST', body, duplex: 'half' } as RequestInit)
    expect(await response.text()).toBe('x')
  })
})
