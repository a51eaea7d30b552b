import type { HeaderPairs } from '@corsac/user-agent'
import { describe, expect, it } from 'vitest'
import { createPaint } from '../console-output.ts'
import { makeExchange, type MadeUpExchange } from '../fixtures/exchange.ts'
import { explainExchange } from './explanation.ts'
import { type ExplanationStyle, formatExplanation } from './format-explanation.ts'

const plain: ExplanationStyle = { columns: Infinity, engine: null, paint: createPaint(false), verbose: false }

async function format(madeUp: MadeUpExchange, style: Partial<ExplanationStyle> = {}): Promise<string> {
  const exchange = await makeExchange(madeUp)
  return formatExplanation(exchange, explainExchange(exchange), { ...plain, ...style })
}

const all: HeaderPairs = [['access-control-allow-origin', '*']]

describe('formatExplanation', () => {
  it('gives the answer first, then what to do, then what it is founded on', async () => {
    const request = { method: 'PUT', headers: [['content-type', 'application/json']] } as const
    expect(await format({ request, preflight: { status: 404, headers: [['server', 'nginx']] } }, { engine: 'webkit' }))
      .toBe(`⊘ Preflight refused: OPTIONS is answered with 404, and without Access-Control-Allow-Origin.
  PUT https://api.example/data from a page on https://app.example

Fix: Answer OPTIONS https://api.example/data with the status 204, and with these headers:

    Access-Control-Allow-Origin: https://app.example
    Vary: Origin
    Access-Control-Allow-Methods: PUT
    Access-Control-Allow-Headers: content-type

  Nothing answers OPTIONS at this URL. Route it to whatever handles CORS, before the routes themselves.

  The response to the PUT itself, which was never sent, needs:

    Access-Control-Allow-Origin: https://app.example
    Vary: Origin

On the wire
  > OPTIONS https://api.example/data
      Accept: */*
    • Access-Control-Request-Method: PUT
    • Access-Control-Request-Headers: content-type
    • Origin: https://app.example
  < 404
      server: nginx
    ✕ no Access-Control-Allow-Origin
  The PUT itself was never sent.

By the standard
  ✕ CORS-preflight fetch: the CORS check of the preflight fails: the response has no Access-Control-Allow-Origin; "https://app.example" needs it to be allowed
    https://fetch.spec.whatwg.org/#cors-preflight-fetch-0

In the console
  Safari  Preflight response is not successful. Status code: 404`)
  })

  it('says what a page gets, and what would show it more', async () => {
    const headers: HeaderPairs = [...all, ['content-type', 'text/plain'], ['x-a', '1'], ['date', 'now']]
    expect(await format({ answers: [{ headers }] })).toBe(`✓ Readable: the page gets the response, 200.
  GET https://api.example/data from a page on https://app.example

  Can read  status, body, content-type
  Hidden    x-a, and 2 that no page has a use for

To show what is hidden, add this header to the response:

    Access-Control-Expose-Headers: x-a

On the wire
  > GET https://api.example/data
      Accept: */*
    • Origin: https://app.example
  < 200
    • access-control-allow-origin: *
      content-type: text/plain
      x-a: 1
      date: now`)
  })

  it('names the URL at the end of redirects', async () => {
    const answers = [{ status: 302, headers: [...all, ['location', '/b']] as HeaderPairs }, { headers: all }]
    expect(await format({ answers })).toContain(
      'GET https://api.example/data → https://api.example/b from a page on https://app.example\n',
    )
  })

  it('marks what is to blame', async () => {
    const headers: HeaderPairs = [
      ['Access-Control-Allow-Origin', 'https://b.example'],
      ['X-A', '1'],
    ]
    const text = await format({ answers: [{ headers }] }, { paint: createPaint(true) })
    expect(text).toContain(
      '    \x1B[1m\x1B[31m✕\x1B[39m\x1B[22m \x1B[1m\x1B[31mAccess-Control-Allow-Origin: https://b.example',
    )
    expect(text).toContain('\x1B[2mX-A: 1\x1B[22m')
  })

  it('shows the request with credentials as one', async () => {
    expect(await format({ request: { credentials: 'include' } })).toContain('https://app.example, with credentials\n')
  })

  it('leaves the standard out of it where no response comes', async () => {
    const madeUp = { answers: [new Error('connect ECONNREFUSED 192.0.2.1:443')] }
    expect(await format(madeUp)).not.toContain('By the standard')
    expect(await format(madeUp, { verbose: true })).toContain('By the standard')
  })
})
