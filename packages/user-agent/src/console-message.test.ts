import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { consoleMessage } from './console-message.ts'
import type { Engine } from './engine-quirk.ts'
import type { Exchange } from './exchange.ts'
import type { ReasonCode } from './reason-code.ts'
import { createRecordedTransport } from './recorded-transport.ts'
import { createUserAgent } from './user-agent.ts'

/** An exchange as it was recorded, and the line that each engine's console had about it. */
interface RecordedCase extends Pick<Exchange, 'page' | 'request' | 'messages' | 'reason'> {
  readonly id: string
  /** An engine is missing where it names another of several headers that are not allowed. */
  readonly console: Partial<Record<Engine, string | null>>
}

// Recorded from Chromium 156, Firefox 153 and WebKitGTK 2.50 with a page and servers on 127.0.0.1, and given names.
const { cases } = JSON.parse(readFileSync(new URL('fixtures/console-messages.json', import.meta.url), 'utf8')) as {
  readonly cases: readonly RecordedCase[]
}

const isRecorded: Readonly<Record<ReasonCode, boolean>> = {
  // No page has such an origin.
  'page-origin-invalid': false,
  'url-invalid': true,
  'url-with-credentials': true,
  'method-not-a-token': true,
  'method-forbidden': true,
  'method-not-safelisted-in-no-cors': true,
  'header-name-invalid': true,
  'header-value-invalid': true,
  'body-with-get-or-head': true,
  // Only Chromium sends streams, and over HTTP/2 alone.
  'stream-in-no-cors': false,
  'url-scheme-not-http': true,
  'mode-same-origin': true,
  'no-cors-redirect-mode': true,
  'preflight-no-response': true,
  'preflight-origin-missing': true,
  'preflight-origin-wildcard-with-credentials': true,
  'preflight-origin-mismatch': true,
  'preflight-credentials-not-allowed': true,
  'preflight-status-not-ok': true,
  'preflight-methods-malformed': true,
  'preflight-headers-malformed': true,
  'preflight-method-not-allowed': true,
  'preflight-authorization-not-listed': true,
  'preflight-header-not-allowed': true,
  'no-response': true,
  // What a console shows is the reason that the page gave.
  aborted: false,
  'proxy-authentication-required': true,
  'origin-missing': true,
  'origin-wildcard-with-credentials': true,
  'origin-mismatch': true,
  'credentials-not-allowed': true,
  'resource-policy-same-origin': true,
  'resource-policy-same-site': true,
  'redirect-mode-error': true,
  'redirect-location-invalid': true,
  'redirect-scheme-not-http': true,
  'redirect-too-many': true,
  'redirect-url-with-credentials': true,
  'redirect-body-not-replayable': false,
}

const engines = ['chromium', 'firefox', 'webkit'] as const

function replay({ messages, page, request }: Pick<Exchange, 'messages' | 'page' | 'request'>): Promise<Exchange> {
  return createUserAgent({ transport: createRecordedTransport(messages) }).fetch(page, request)
}

function find(id: string): RecordedCase {
  const found = cases.find((one) => one.id === id)
  if (found === undefined) throw new Error(`${id} was not recorded`)
  return found
}

/** The exchange of a recorded case, with another response in the place of the last. */
function answered(id: string, headers: readonly (readonly [string, string])[], status = 200): Promise<Exchange> {
  const { messages, ...rest } = find(id)
  return replay({ ...rest, messages: messages.map((message) => ({ ...message, response: { status, headers } })) })
}

describe('consoleMessage', () => {
  it('is held against recordings of every reason that can be recorded', () => {
    const recorded = new Set(cases.map(({ reason }) => reason))
    expect(recorded.delete(null)).toBe(true)
    expect([...recorded].sort()).toEqual(
      Object.entries(isRecorded)
        .filter(([, is]) => is)
        .map(([reason]) => reason)
        .sort(),
    )
  })

  describe.each(engines)('in %s', (engine) => {
    it.each(cases.filter((one) => one.console[engine] !== undefined))('says of $id what was recorded', async (one) => {
      const exchange = await replay(one)
      expect(exchange.reason).toBe(one.reason)
      expect(consoleMessage(exchange, engine)).toBe(one.console[engine])
    })
  })

  it.each(engines)('names in %s one of several headers that are not allowed', async (engine) => {
    const exchange = await replay(find('hn-three'))
    expect(consoleMessage(exchange, engine)).toMatch(/(?:field|header) ‘?x-[abc]’? is not allowed/i)
  })

  it.each(engines)('lets no control character of a server through, in %s', async (engine) => {
    const hostile: readonly [string, readonly (readonly [string, string])[]][] = [
      ['origin-missing', [['access-control-allow-origin', 'x\u009B31m\x1B']]],
      [
        'pf-method-absent',
        [
          ['access-control-allow-origin', '*'],
          ['access-control-allow-methods', 'P\u0085\x7F'],
        ],
      ],
      [
        'pf-header-absent',
        [
          ['access-control-allow-origin', '*'],
          ['access-control-allow-headers', 'x\u202E'],
        ],
      ],
    ]
    for (const [id, headers] of hostile) {
      const message = consoleMessage(await answered(id, headers), engine)
      expect(message).toMatch(/^[\x20-\x7E‘’]+$/)
    }
  })

  it('is silent in every engine where the page can read the response', async () => {
    const exchange = await answered('origin-missing', [['access-control-allow-origin', '*']])
    expect(engines.map((engine) => consoleMessage(exchange, engine))).toEqual([null, null, null])
  })

  it('says for a sandboxed page in Firefox what does not depend on a made-up name', async () => {
    const { request } = find('mode-same-origin')
    const exchange = await replay({ page: { origin: 'null' }, request, messages: [] })
    expect(consoleMessage(exchange, 'firefox')).toBeNull()
    expect(consoleMessage(exchange, 'chromium')).toContain('the request origin null.')
  })

  it('is silent about an origin that no page has', async () => {
    const exchange = await replay({ ...find('origin-missing'), page: { origin: 'https://app.example/' } })
    expect(exchange.reason).toBe('page-origin-invalid')
    expect(engines.map((engine) => consoleMessage(exchange, engine))).toEqual([null, null, null])
  })

  it('tells a header that is made of no bytes from one that is only wrong', async () => {
    const { page, request } = find('header-value')
    const exchange = await replay({ page, request: { ...request, headers: [['x-a', 'ab\u2603']] }, messages: [] })
    expect(consoleMessage(exchange, 'chromium')).toContain('String contains non ISO-8859-1 code point.')
    expect(consoleMessage(exchange, 'firefox')).toContain('the character at index 2 has value 9731')
    expect(consoleMessage(exchange, 'webkit')).toContain('Type error')
  })

  it('speaks of a stream as a body in the one engine that knows it', async () => {
    const { page, request } = find('no-cors')
    const exchange = await replay({
      page,
      request: { ...request, method: 'POST', body: 'x', streamed: true },
      messages: [],
    })
    expect(exchange.reason).toBe('stream-in-no-cors')
    expect(consoleMessage(exchange, 'chromium')).toMatch(/made from ReadableStream/)
    expect([consoleMessage(exchange, 'firefox'), consoleMessage(exchange, 'webkit')]).toEqual([null, null])
  })
})
