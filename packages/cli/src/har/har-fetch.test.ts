import { describe, expect, it } from 'vitest'
import { gatherFetches, type HarFetch } from './har-fetch.ts'
import type { HarEntry } from './parse-har.ts'

const url = 'https://api.example/data'
const cors = [
  ['Origin', 'https://app.example'],
  ['Sec-Fetch-Mode', 'cors'],
] as const

/** Entries of a file, each a GET of a page on https://app.example but for what a test says. */
function entries(...differences: readonly Partial<HarEntry>[]): readonly HarEntry[] {
  return differences.map((one, index) => ({
    index,
    startedAt: index * 10,
    method: 'GET',
    url,
    requestHeaders: cors,
    status: 200,
    responseHeaders: [],
    error: null,
    resourceType: 'fetch',
    ...one,
  }))
}

const put: Partial<HarEntry> = { method: 'PUT' }
const preflight: Partial<HarEntry> = {
  method: 'OPTIONS',
  requestHeaders: [...cors, ['Access-Control-Request-Method', 'PUT']],
  resourceType: 'preflight',
}

/** The places in the file of the entries of each call, of each hop the preflight and the request. */
function shape(fetches: readonly HarFetch[]): readonly (readonly (number | null)[][])[] {
  return fetches.map(({ hops }) =>
    hops.map(({ actual, preflight: asked }) => [asked?.index ?? null, actual?.index ?? null]),
  )
}

describe('gatherFetches', () => {
  it('pairs a preflight with its request, whichever is listed first', () => {
    expect(shape(gatherFetches(entries(preflight, { ...put, startedAt: 1 })))).toEqual([[[0, 1]]])
    expect(shape(gatherFetches(entries(put, { ...preflight, startedAt: 1 })))).toEqual([[[1, 0]]])
  })

  it('pairs by time where the same is asked for again and again', () => {
    const [first, second, third] = [0, 100, 200]
    const recorded = entries(
      { ...put, startedAt: first },
      { ...preflight, startedAt: first + 1 },
      { ...put, startedAt: second },
      { ...put, startedAt: third },
      { ...preflight, startedAt: third + 1 },
    )
    expect(shape(gatherFetches(recorded))).toEqual([[[1, 0]], [[null, 2]], [[4, 3]]])
  })

  it('does not pair a preflight with another URL or another method', () => {
    const recorded = entries(preflight, { ...put, url: `${url}/2` }, { method: 'DELETE' })
    expect(shape(gatherFetches(recorded))).toEqual([[[0, null]], [[null, 1]], [[null, 2]]])
  })

  it('takes an OPTIONS request of a page for a request', () => {
    expect(shape(gatherFetches(entries({ method: 'OPTIONS' })))).toEqual([[[null, 0]]])
  })

  it('follows redirects, also from the own origin', () => {
    const recorded = entries(
      {
        url: 'https://app.example/go',
        requestHeaders: [['Referer', 'https://app.example/']],
        status: 302,
        responseHeaders: [['Location', `${url}#top`]],
      },
      { status: 307, responseHeaders: [['location', '/end']] },
      { url: 'https://api.example/end', requestHeaders: [['Origin', 'null']] },
    )
    const fetches = gatherFetches(recorded)
    expect(shape(fetches)).toEqual([
      [
        [null, 0],
        [null, 1],
        [null, 2],
      ],
    ])
    expect(fetches[0]?.origin).toBe('https://app.example')
  })

  it('does not take a status for a redirect that is none', () => {
    const recorded = entries({ status: 304, responseHeaders: [['location', url]] }, {})
    expect(shape(gatherFetches(recorded))).toHaveLength(2)
  })

  it('finds the origin of a request that was never sent in its Referer', () => {
    const [fetch] = gatherFetches(
      entries({ requestHeaders: [['Referer', 'https://app.example/deep/page']], status: 0 }),
    )
    expect(fetch?.origin).toBe('https://app.example')
  })

  it('takes null for an origin where there is no other', () => {
    expect(gatherFetches(entries({ requestHeaders: [['Origin', 'null']] }))[0]?.origin).toBe('null')
  })

  it.each<[string, Partial<HarEntry>]>([
    ['the own origin', { url: 'https://app.example/own' }],
    [
      'a navigation',
      {
        requestHeaders: [
          ['Origin', 'https://app.example'],
          ['Sec-Fetch-Mode', 'navigate'],
        ],
      },
    ],
    [
      'an image',
      {
        requestHeaders: [
          ['Referer', 'https://app.example/'],
          ['Sec-Fetch-Mode', 'no-cors'],
        ],
        resourceType: 'image',
      },
    ],
    ['a request without any sign of CORS', { requestHeaders: [], resourceType: null }],
    ['a web socket', { url: 'wss://api.example/' }],
    ['a URL that is none', { url: 'about:blank' }],
  ])('leaves out %s', (_, entry) => {
    expect(gatherFetches(entries(entry))).toEqual([])
  })
})
