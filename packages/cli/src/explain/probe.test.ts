import type { RequestListener } from 'node:http'
import { createUserAgent, type PageRequest } from '@corsac/user-agent'
import { createSocketTransport } from '@corsac/user-agent/node'
import { describe, expect, it } from 'vitest'
import { serve } from '../fixtures/servers.ts'
import { noteProbe, probe, PROBE_ORIGIN } from './probe.ts'

const transport = createSocketTransport()

/** Asks a server, and once more for another origin; gives the notes, and the methods that came with which origin. */
async function ask(
  listener: RequestListener,
  differences: Partial<PageRequest> = {},
): Promise<{ notes: readonly string[]; seen: readonly string[] }> {
  const seen: string[] = []
  const url = await serve((request, response) => {
    seen.push(`${String(request.method)} ${String(request.headers.origin)}`)
    listener(request, response)
  })
  const request: PageRequest = {
    method: 'GET',
    url,
    headers: [],
    credentials: 'omit',
    mode: 'cors',
    redirect: 'follow',
    ...differences,
  }
  const exchange = await createUserAgent({ transport }).fetch({ origin: 'https://app.example' }, request)
  return { notes: noteProbe(exchange, await probe(exchange, transport)), seen }
}

const listing: RequestListener = (request, response) => {
  if (request.headers.origin === 'https://app.example')
    response.setHeader('access-control-allow-origin', 'https://app.example')
  response.setHeader('access-control-allow-methods', 'PUT')
  response.end()
}

describe('probe', () => {
  it('asks for the same as a page on another origin', async () => {
    expect((await ask(listing)).seen).toEqual(['GET https://app.example', `GET ${PROBE_ORIGIN}`])
  })

  it('repeats the preflight, but never the request itself, where that may change something', async () => {
    expect((await ask(listing, { method: 'PUT' })).seen).toEqual([
      'OPTIONS https://app.example',
      'PUT https://app.example',
      `OPTIONS ${PROBE_ORIGIN}`,
    ])
    const post = await ask(listing, { method: 'POST' })
    expect(post.seen).toEqual(['POST https://app.example'])
    expect(post.notes).toEqual(['Nothing could be asked once more: POST is not safe to repeat.'])
  })
})

describe('noteProbe', () => {
  it('asks for a Vary that is missing', async () => {
    expect((await ask(listing)).notes).toEqual([expect.stringContaining('add "Vary: Origin"')])
    expect((await ask(listing, { method: 'PUT' })).notes).toEqual([expect.stringContaining('add "Vary: Origin"')])
  })

  it('is content with a Vary that is there', async () => {
    const { notes } = await ask((request, response) => {
      response.setHeader('vary', 'Origin')
      listing(request, response)
    })
    expect(notes).toEqual(['Another origin gets another answer, and Vary says so.'])
  })

  it('asks for none where every origin gets the same', async () => {
    const { notes } = await ask((_, response) => response.setHeader('access-control-allow-origin', '*').end())
    expect(notes).toEqual(['Another origin gets the same headers: no Vary is needed.'])
  })

  it('warns of a server that allows whoever asks, with credentials', async () => {
    const { notes } = await ask((request, response) => {
      response.setHeader('access-control-allow-origin', request.headers.origin ?? '')
      response.setHeader('access-control-allow-credentials', 'true')
      response.setHeader('vary', 'Origin')
      response.end()
    })
    expect(notes[0]).toMatch(/^Danger: /)
  })
})
