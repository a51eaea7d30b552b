import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { gatherFetches, type HarFetch } from './har-fetch.ts'
import { type HarEntry, parseHar } from './parse-har.ts'
import { type HarReplay, replayHarFetch } from './replay-har-fetch.ts'

async function replayAll(file: string, credentials = false): Promise<readonly HarReplay[]> {
  const parsed = parseHar(readFileSync(new URL(`fixtures/${file}`, import.meta.url), 'utf8'))
  const fetches = parsed.isHar ? gatherFetches(parsed.entries) : []
  return Promise.all(fetches.map((fetch) => replayHarFetch(fetch, { credentials })))
}

function made(actual: Partial<HarEntry>, preflight: Partial<HarEntry> | null = null): HarFetch {
  const entry: HarEntry = {
    index: 0,
    startedAt: 0,
    method: 'GET',
    url: 'https://api.example/data',
    requestHeaders: [['Origin', 'https://app.example']],
    status: 200,
    responseHeaders: [['access-control-allow-origin', '*']],
    error: null,
    resourceType: 'fetch',
  }
  return {
    origin: 'https://app.example',
    hops: [
      {
        actual: { ...entry, ...actual },
        preflight: preflight === null ? null : { ...entry, method: 'OPTIONS', ...preflight },
      },
    ],
  }
}

describe('replayHarFetch', () => {
  it('finds in a file of Chromium what the browser found', async () => {
    expect((await replayAll('chromium.har')).map(({ exchange }) => exchange.reason)).toEqual([
      null,
      'origin-missing',
      null,
      null,
      'preflight-method-not-allowed',
      'preflight-origin-missing',
      'origin-wildcard-with-credentials',
      'origin-missing',
      'no-response',
    ])
  })

  it('finds in a file of Firefox what the browser found, but for credentials, of which the file says nothing', async () => {
    const replays = await replayAll('firefox.har')
    expect(replays.map(({ exchange }) => exchange.reason)).toEqual([
      null,
      'origin-missing',
      null,
      null,
      'preflight-method-not-allowed',
      'preflight-origin-missing',
      null,
      'origin-missing',
      'no-response',
    ])
    expect((await replayAll('firefox.har', true))[6]?.exchange.reason).toBe('origin-wildcard-with-credentials')
  })

  it('says from which entries it comes, and shows no message that is not in the file', async () => {
    const replays = await replayAll('chromium.har')
    expect(replays.map(({ entries, exchange }) => [entries, exchange.messages.length])).toEqual([
      [[1], 1],
      [[2], 1],
      [[3, 4], 2],
      [[5], 1],
      [[6, 7], 1],
      [[8, 9], 1],
      [[10], 1],
      [[11, 12], 2],
      [[14], 1],
    ])
  })

  it('supposes no more than it must, and says what', async () => {
    const suppositions = (await replayAll('chromium.har')).map((replay) => replay.suppositions.join())
    expect(suppositions.filter((text) => text !== '')).toEqual([
      expect.stringContaining('The preflight is not in the file'),
      expect.stringContaining('only so the browser had a reason to refuse it'),
    ])
  })

  it('takes a request with a Cookie for one with credentials', async () => {
    const { exchange, suppositions } = await replayHarFetch(
      made({
        requestHeaders: [
          ['Origin', 'https://app.example'],
          ['Cookie', 'a=b'],
        ],
      }),
      { credentials: false },
    )
    expect(exchange.reason).toBe('origin-wildcard-with-credentials')
    expect(suppositions).toEqual([expect.stringContaining('Cookie')])
  })

  it('knows what the page has set from what browsers set', async () => {
    const headers = [
      ['User-Agent', 'x'],
      ['Accept', '*/*'],
      ['Accept-Language', 'en'],
      ['Cache-Control', 'no-cache'],
      ['sec-ch-ua', 'x'],
      [':authority', 'api.example'],
      ['Origin', 'https://app.example'],
      ['X-Api-Key', '1'],
    ] as const
    const { exchange } = await replayHarFetch(made({ requestHeaders: headers }), { credentials: false })
    expect(exchange.request.headers).toEqual([['X-Api-Key', '1']])
  })

  it('takes from a preflight what the page has set, also where its request was never sent', async () => {
    const requestHeaders = [
      ['Origin', 'https://app.example'],
      ['Access-Control-Request-Method', 'GET'],
      ['Access-Control-Request-Headers', 'content-type,x-a'],
    ] as const
    const { exchange } = await replayHarFetch(
      made({ requestHeaders: [['Referer', 'https://app.example/']], status: 0 }, { requestHeaders }),
      { credentials: false },
    )
    expect(exchange.reason).toBe('preflight-header-not-allowed')
    expect(exchange.messages[0]?.request.headers).toContainEqual(['Access-Control-Request-Headers', 'content-type,x-a'])
  })

  it('explains a preflight of which the request is not in the file', async () => {
    const requestHeaders = [
      ['Origin', 'https://app.example'],
      ['Access-Control-Request-Method', 'PUT'],
    ] as const
    const { hops, origin } = made({}, { requestHeaders })
    const lone = { origin, hops: hops.map(({ preflight }) => ({ preflight, actual: null })) }
    const { exchange } = await replayHarFetch(lone, { credentials: false })
    expect(exchange).toMatchObject({ request: { method: 'PUT' }, reason: 'preflight-method-not-allowed' })
  })

  it('applies the quirks of an engine', async () => {
    const requestHeaders = [
      ['Origin', 'https://app.example'],
      ['Access-Control-Request-Method', 'GET'],
      ['Access-Control-Request-Headers', 'authorization'],
    ] as const
    const responseHeaders = [
      ['access-control-allow-origin', '*'],
      ['access-control-allow-headers', '*'],
    ] as const
    const fetch = made({ requestHeaders: [['Authorization', 'x']] }, { requestHeaders, responseHeaders })
    expect((await replayHarFetch(fetch, { credentials: false })).exchange.outcome).toBe('preflight-refused')
    expect((await replayHarFetch(fetch, { credentials: false, engine: 'chromium' })).exchange.outcome).toBe('readable')
  })
})
