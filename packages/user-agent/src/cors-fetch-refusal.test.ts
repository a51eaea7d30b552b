import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createCorsFetch } from './cors-fetch.ts'
import { CorsFetchRefusal } from './cors-fetch-refusal.ts'
import { refusalOf, sharing } from './fixtures/cors-server.ts'
import { serve } from './fixtures/server.ts'

const origin = 'https://app.example'
const corsFetch = createCorsFetch({ origin })

const json = { 'content-type': 'application/json' }

describe('CorsFetchRefusal', () => {
  it('is the cause of a TypeError that says in a sentence what failed', async () => {
    const url = await serve((_, response) => response.end())
    const error: unknown = await corsFetch(url).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(TypeError)
    expect(error).toMatchObject({
      message: `Failed to fetch "${url}/" for a page on "${origin}": the response has no Access-Control-Allow-Origin; "${origin}" needs it to be allowed`,
      cause: { name: 'CorsFetchRefusal', reason: 'origin-missing', exchange: { page: { origin }, outcome: 'blocked' } },
    })
  })

  it('lists the steps, and the fields that would mend it', async () => {
    const url = await serve((_, response) => response.setHeader('access-control-allow-origin', '*').end())
    const { message } = await refusalOf(corsFetch(`${url}/a`, { method: 'PUT', body: '{}', headers: json }))
    const lines = message.split('\n')
    expect(lines.slice(0, 9)).toEqual([
      `PUT "${url}/a" of a page on "${origin}" ends with preflight-method-not-allowed`,
      expect.stringMatching(
        /^  ✓ main fetch: .+ is another origin than the page's, and it is asked first in a preflight/,
      ),
      `  · HTTP-network-or-cache fetch: OPTIONS "${url}/a" with the Origin "${origin}" got a response with the status 200`,
      '  ✕ CORS-preflight fetch: Access-Control-Allow-Methods is absent, which does not allow "PUT"',
      '  · HTTP fetch: the request itself, with the method "PUT", is never sent',
      expect.stringMatching(`^To mend it, change the response to OPTIONS "${url}/a"\\. .+`),
      '    Access-Control-Allow-Methods: PUT',
      '    Access-Control-Allow-Headers: content-type',
      'The response to PUT itself will need:',
    ])
    expect(lines[9]).toMatch(/^    Access-Control-Allow-Origin: /)
  })

  it('names the status that a preflight needs', async () => {
    const url = await serve((_, response) => response.writeHead(401, { 'access-control-allow-origin': '*' }).end())
    const { message, reason } = await refusalOf(corsFetch(url, { method: 'DELETE' }))
    expect(reason).toBe('preflight-status-not-ok')
    expect(message).toContain('\n    status 204\n    Access-Control-Allow-Methods: DELETE\n')
  })

  it('advises on the call where no response mends it', async () => {
    const { message } = await refusalOf(corsFetch('http://127.0.0.1:1/', { method: 'TRACE' }))
    expect(message).toContain('\nTo mend it, change the call of fetch. ')
  })

  it('asks for the server where no response comes', async () => {
    const { message, reason } = await refusalOf(corsFetch('http://127.0.0.1:1/'))
    expect(reason).toBe('no-response')
    expect(message).toContain('connect ECONNREFUSED 127.0.0.1:1')
    expect(message).toContain('\nNo response came, so no header mends this: is a server listening there?')
  })

  it('lets no control character of a server into a terminal', async () => {
    const url = await serve(sharing({ vary: '\u009B31m', 'access-control-allow-origin': '\u009B31m' }))
    expect((await refusalOf(corsFetch(url))).message).toMatch(/^[\n\x20-\x7E✓✕·]+$/)
  })

  it('shows neither headers nor bodies where an error is printed, which holds the exchange all the same', async () => {
    const url = await serve((_, response) => response.setHeader('x-secret', 'token').end())
    const refusal = await refusalOf(corsFetch(url))
    expect(inspect(refusal)).not.toContain('token')
    expect(JSON.stringify(refusal.exchange)).toContain('token')
    const { message, name, reason } = refusal
    expect(JSON.parse(JSON.stringify(refusal))).toEqual({ message, name, reason })
  })

  it.each([
    ['preflight-origin-missing', {}, {}],
    ['preflight-origin-mismatch', { 'access-control-allow-origin': 'https://other.example' }, {}],
    ['preflight-origin-wildcard-with-credentials', { 'access-control-allow-origin': '*' }, { credentials: 'include' }],
    ['preflight-credentials-not-allowed', { 'access-control-allow-origin': origin }, { credentials: 'include' }],
    ['preflight-methods-malformed', { 'access-control-allow-origin': '*', 'access-control-allow-methods': 'a b' }, {}],
    ['preflight-headers-malformed', { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'a b' }, {}],
    ['preflight-method-not-allowed', { 'access-control-allow-origin': '*' }, {}],
    [
      'preflight-authorization-not-listed',
      { 'access-control-allow-origin': '*', 'access-control-allow-methods': '*', 'access-control-allow-headers': '*' },
      { headers: { authorization: 'x' } },
    ],
    [
      'preflight-header-not-allowed',
      { 'access-control-allow-origin': '*', 'access-control-allow-methods': 'PUT' },
      { headers: { 'x-a': '1' } },
    ],
    ['origin-missing', {}, { method: 'GET' }],
    ['origin-mismatch', { 'access-control-allow-origin': 'null' }, { method: 'GET' }],
    [
      'origin-wildcard-with-credentials',
      { 'access-control-allow-origin': '*' },
      { method: 'GET', credentials: 'include' },
    ],
    ['credentials-not-allowed', { 'access-control-allow-origin': origin }, { method: 'GET', credentials: 'include' }],
  ] as [string, Record<string, string>, RequestInit][])(
    'has the reason %s, and fields that mend it',
    async (reason, headers, init) => {
      const url = await serve((_, response) => response.writeHead(200, headers).end())
      const refusal = await refusalOf(corsFetch(url, { method: 'PUT', ...init }))
      expect(refusal).toBeInstanceOf(CorsFetchRefusal)
      expect(refusal).toMatchObject({ reason, exchange: { reason } })
      expect(refusal.message).toMatch(
        /\nTo mend it, change the response to .+\n    (?:Access-Control-Allow-\w+: .+\n?)/,
      )

      const advised = refusal.message.split('\n').flatMap((line) => {
        const [, name, value] = /^    ([\w-]+): (.+)$/.exec(line) ?? []
        return name === undefined || value === undefined ? [] : [[name, value] as const]
      })
      const mended = await serve((_, response) => {
        response.writeHead(204, {
          ...headers,
          ...Object.fromEntries(advised.map(([name, value]) => [name.toLowerCase(), value])),
        })
        response.end()
      })
      expect((await corsFetch(mended, { method: 'PUT', ...init })).status).toBe(204)
    },
  )

  it.each([
    ['redirect-location-invalid', 'http://'],
    ['redirect-scheme-not-http', 'data:,x'],
    ['redirect-url-with-credentials', 'http://user@127.0.0.1:1/'],
    ['redirect-too-many', '/again'],
  ])('has the reason %s', async (reason, location) => {
    const refusal = await refusalOf(corsFetch(await serve(sharing({ location }, 302))))
    expect(refusal).toMatchObject({ reason, exchange: { outcome: 'blocked' } })
    expect(refusal.message).toContain('\nTo mend it, ')
  })
})
