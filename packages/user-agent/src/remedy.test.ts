import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Exchange, ExchangeMessage, PageRequest } from './exchange.ts'
import { deleteHeaders, type HeaderPairs } from './header-list.ts'
import { createRecordedTransport } from './recorded-transport.ts'
import { type Remedy, type ResponseRemedy, suggestRemedy } from './remedy.ts'
import { createUserAgent } from './user-agent.ts'

const page = { origin: 'https://app.example' }
const url = 'https://api.example/data'
const defaults: PageRequest = {
  method: 'GET',
  url,
  headers: [],
  credentials: 'same-origin',
  mode: 'cors',
  redirect: 'follow',
}
const put: Partial<PageRequest> = { method: 'PUT' }
const credentialed: Partial<PageRequest> = { credentials: 'include' }

interface Answer {
  readonly status: number
  readonly headers: HeaderPairs
}

/** The messages of one URL: the answers to a preflight for it, and to the request itself. */
function recording(at: string, method: string, preflight: Answer, actual: Answer): readonly ExchangeMessage[] {
  return [
    { purpose: 'preflight', request: { method: 'OPTIONS', url: at, headers: [] }, response: preflight },
    { purpose: 'actual', request: { method, url: at, headers: [] }, response: actual },
  ]
}

/** The method as it goes over the wire. */
function normalized(method: string): string {
  return /^put$/i.test(method) ? 'PUT' : method
}

function replay(request: PageRequest, messages: readonly ExchangeMessage[], origin = page.origin): Promise<Exchange> {
  return createUserAgent({ transport: createRecordedTransport(messages) }).fetch({ origin }, request)
}

/** The exchange of a request whose preflight and whose response have these fields. */
function answered(
  differences: Partial<PageRequest>,
  headers: HeaderPairs,
  { origin = page.origin, status = 200 } = {},
): Promise<Exchange> {
  const request = { ...defaults, ...differences }
  const answer = { status, headers }
  return replay(request, recording(url, request.method, answer, answer), origin)
}

function ofResponse(remedy: Remedy | null): ResponseRemedy {
  if (remedy?.change !== 'response') throw new Error(`expected another response, got ${JSON.stringify(remedy)}`)
  return remedy
}

/** Does to a response what a remedy says. */
function apply({ headers, status }: Pick<ResponseRemedy, 'headers' | 'status'>, response: Answer): Answer {
  const names = new Set(headers.map(([name]) => name.toLowerCase()))
  return {
    status: status ?? response.status,
    headers: [...deleteHeaders(response.headers, (name) => names.has(name.toLowerCase())), ...headers],
  }
}

describe('suggestRemedy', () => {
  it('has nothing to say where nothing failed', async () => {
    expect(suggestRemedy(await answered({}, [['access-control-allow-origin', '*']]))).toBeNull()
  })

  it.each<Partial<PageRequest>>([{}, put])('has nothing to say where no response came', async (differences) => {
    expect(suggestRemedy(await replay({ ...defaults, ...differences }, []))).toBeNull()
  })

  const share = ['Access-Control-Allow-Origin', page.origin] as const
  const vary = ['Vary', 'Origin'] as const
  const admit = ['Access-Control-Allow-Credentials', 'true'] as const

  it.each<[string, Partial<PageRequest>, HeaderPairs, HeaderPairs]>([
    ['the origin where there is none', {}, [], [share, vary]],
    ['the origin and leave for credentials', credentialed, [], [share, vary, admit]],
    [
      'the origin for "*" with credentials',
      credentialed,
      [
        ['access-control-allow-origin', '*'],
        ['Access-Control-Allow-Credentials', 'true'],
      ],
      [share, vary],
    ],
    [
      'leave for credentials alone',
      credentialed,
      [
        ['access-control-allow-origin', page.origin],
        ['access-control-allow-credentials', 'True'],
      ],
      [admit],
    ],
    [
      'one origin for two',
      {},
      [
        ['access-control-allow-origin', '*'],
        ['access-control-allow-origin', page.origin],
      ],
      [share, vary],
    ],
    [
      'what a Vary has already',
      {},
      [
        ['vary', 'Accept-Encoding'],
        ['vary', 'Accept'],
      ],
      [share, ['Vary', 'Accept-Encoding, Accept, Origin']],
    ],
    ['no Vary where it names the origin', {}, [['vary', 'accept, ORIGIN']], [share]],
    ['no Vary beside "*"', {}, [['vary', '*']], [share]],
    [
      'a method beside those that are listed',
      put,
      [
        ['access-control-allow-origin', '*'],
        ['access-control-allow-methods', 'GET,DELETE'],
      ],
      [['Access-Control-Allow-Methods', 'GET, DELETE, PUT']],
    ],
    [
      'headers beside those that are listed',
      {
        headers: [
          ['X-B', '1'],
          ['X-A', '1'],
        ],
      },
      [
        ['access-control-allow-origin', '*'],
        ['access-control-allow-headers', 'X-A'],
      ],
      [['Access-Control-Allow-Headers', 'X-A, x-b']],
    ],
    [
      'Authorization beside "*"',
      {
        headers: [
          ['Authorization', 'x'],
          ['X-A', '1'],
        ],
      },
      [
        ['access-control-allow-origin', '*'],
        ['access-control-allow-headers', '*'],
      ],
      [['Access-Control-Allow-Headers', '*, authorization']],
    ],
    [
      'names for a "*" with credentials',
      { ...put, ...credentialed, headers: [['X-A', '1']] },
      [share, admit, ['access-control-allow-methods', '*'], ['access-control-allow-headers', '*']],
      [
        ['Access-Control-Allow-Methods', 'PUT'],
        ['Access-Control-Allow-Headers', 'x-a'],
      ],
    ],
    [
      'commas between methods',
      put,
      [
        ['access-control-allow-origin', '*'],
        ['access-control-allow-methods', '[PUT; DELETE]'],
      ],
      [['Access-Control-Allow-Methods', 'PUT, DELETE']],
    ],
    [
      'commas between headers',
      { headers: [['X-A', '1']] },
      [
        ['access-control-allow-origin', '*'],
        ['access-control-allow-headers', '"X-A" X-B'],
      ],
      [['Access-Control-Allow-Headers', 'X-A, X-B']],
    ],
    [
      'all that a preflight lacks at once',
      { ...put, ...credentialed, headers: [['X-A', '1']] },
      [],
      [share, vary, admit, ['Access-Control-Allow-Methods', 'PUT'], ['Access-Control-Allow-Headers', 'x-a']],
    ],
  ])('suggests %s', async (_, differences, headers, suggested) => {
    const exchange = await answered(differences, headers)
    expect(ofResponse(suggestRemedy(exchange))).toMatchObject({ message: 0, status: null, headers: suggested })
  })

  it('suggests to let other origins load what a resource policy keeps to itself', async () => {
    const headers: HeaderPairs = [['cross-origin-resource-policy', 'same-origin']]
    const exchange: Exchange = {
      ...(await answered({ mode: 'no-cors' }, headers)),
      outcome: 'blocked',
      reason: 'resource-policy-same-origin',
    }
    expect(ofResponse(suggestRemedy(exchange)).headers).toEqual([['Cross-Origin-Resource-Policy', 'cross-origin']])
  })

  it.each([301, 401, 404, 500])('suggests the status 204 for a preflight with %i', async (status) => {
    const exchange = await answered(
      put,
      [
        ['access-control-allow-origin', '*'],
        ['location', '/x'],
        ['access-control-allow-methods', 'PUT'],
      ],
      { status },
    )
    expect(ofResponse(suggestRemedy(exchange))).toMatchObject({ status: 204, headers: [] })
  })

  it('says what the response to the request itself will need', async () => {
    const exchange = await answered({ ...put, ...credentialed }, [share])
    expect(ofResponse(suggestRemedy(exchange)).afterwards).toEqual([share, vary, admit])
  })

  it('suggests to fetch with the method as it is listed', async () => {
    const headers: HeaderPairs = [
      ['access-control-allow-origin', '*'],
      ['access-control-allow-methods', 'GET, PATCH'],
    ]
    const remedy = suggestRemedy(await answered({ method: 'patch' }, headers))
    expect(remedy?.change).toBe('request')
    expect(remedy?.text).toContain('"PATCH"')
  })

  it('suggests "*" for the origin null, but never null itself', async () => {
    const remedy = suggestRemedy(await answered({}, [], { origin: 'null' }))
    expect(ofResponse(remedy).headers).toEqual([['Access-Control-Allow-Origin', '*']])
    for (const differences of [credentialed, { ...put, ...credentialed }]) {
      expect(suggestRemedy(await answered(differences, [], { origin: 'null' }))?.change).toBe('request')
    }
  })

  it('suggests to fetch directly where redirects made the origin null', async () => {
    const target = 'https://cdn.example/data'
    const start: Answer = { status: 302, headers: [share, admit, ['location', target]] }
    const messages = [
      ...recording(url, 'GET', start, start),
      ...recording(target, 'GET', { status: 204, headers: [] }, { status: 200, headers: [share, admit] }),
    ]
    const remedy = suggestRemedy(await replay({ ...defaults, ...credentialed }, messages))
    expect(remedy).toMatchObject({ change: 'request' })
    expect(remedy?.text).toContain(`fetch "${target}" directly`)
  })

  it('takes the username and the password out of a Location', async () => {
    const headers: HeaderPairs = [
      ['access-control-allow-origin', '*'],
      ['location', '//user:secret@api.example/x?y'],
    ]
    const remedy = suggestRemedy(await answered({}, headers, { status: 302 }))
    expect(ofResponse(remedy).headers).toEqual([['Location', 'https://api.example/x?y']])
  })

  it.each<[string, string]>([
    ['redirect-location-invalid', 'http://[bad'],
    ['redirect-scheme-not-http', 'ftp://a.example/'],
  ])('knows no field that mends %s', async (reason, location) => {
    const exchange = await answered(
      {},
      [
        ['access-control-allow-origin', '*'],
        ['location', location],
      ],
      { status: 302 },
    )
    expect(exchange.reason).toBe(reason)
    expect(ofResponse(suggestRemedy(exchange)).headers).toEqual([])
  })

  it.each<[string, Partial<PageRequest>]>([
    ['url-invalid', { url: 'api.example' }],
    ['url-with-credentials', { url: 'https://a:b@api.example/' }],
    ['url-scheme-not-http', { url: 'ftp://api.example/' }],
    ['method-not-a-token', { method: 'G T' }],
    ['method-forbidden', { method: 'trace' }],
    ['method-not-safelisted-in-no-cors', { method: 'PUT', mode: 'no-cors' }],
    ['header-name-invalid', { headers: [['x a', '1']] }],
    ['header-value-invalid', { headers: [['x-a', 'a\nb']] }],
    ['body-with-get-or-head', { body: 'x' }],
    ['mode-same-origin', { mode: 'same-origin' }],
    ['no-cors-redirect-mode', { mode: 'no-cors', redirect: 'manual' }],
  ])('leaves %s to the page', async (reason, differences) => {
    const exchange = await answered(differences, [])
    expect(exchange.reason).toBe(reason)
    expect(suggestRemedy(exchange)).toMatchObject({ change: 'request' })
  })

  it('suggests what makes the step pass and, step by step, lets the page have the response', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecording, async ({ messages, origin, request }) => {
        let current = messages
        for (let remaining = 2 * messages.length; remaining >= 0; remaining--) {
          const exchange = await replay(request, current, origin)
          const remedy = suggestRemedy(exchange)
          if (remedy?.change !== 'response') {
            expect(remedy?.change ?? exchange.outcome).toMatch(/^(?:readable|request)$/)
            return
          }
          const failed = exchange.messages[remedy.message]
          const index = current.findIndex(
            ({ request: recorded }) =>
              recorded.method === failed?.request.method && recorded.url === failed.request.url,
          )
          current = current.map((message, at) =>
            at === index && message.response !== null
              ? { ...message, response: apply(remedy, message.response) }
              : message,
          )
          // That step passes now: a later one fails, or none.
          const mended = await replay(request, current, origin)
          expect([mended.messages.length, mended.reason]).not.toEqual([exchange.messages.length, exchange.reason])
          expect(mended.messages.length).toBeGreaterThanOrEqual(exchange.messages.length)
        }
        expect.unreachable('more remedies than responses')
      }),
      { numRuns: 2000 },
    )
  })

  it('suggests for a preflight and afterwards all that a page needs', async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest, anyAnswer, async (request, preflight) => {
        const method = normalized(request.method)
        const exchange = await replay(request, recording(url, method, preflight, { status: 200, headers: [] }))
        const remedy = suggestRemedy(exchange)
        fc.pre(remedy?.change === 'response' && exchange.outcome === 'preflight-refused')
        const { afterwards, headers, status } = ofResponse(remedy)
        const mended = recording(url, method, apply({ headers, status }, preflight), {
          status: 200,
          headers: afterwards,
        })
        expect((await replay(request, mended)).outcome).toBe('readable')
      }),
      { numRuns: 1000 },
    )
  })
})

const anyField = fc.oneof(
  ...Object.entries({
    'access-control-allow-origin': [
      page.origin,
      `${page.origin}/`,
      '*',
      'null',
      'https://other.example',
      '',
      'HTTPS://APP.EXAMPLE',
    ],
    'access-control-allow-credentials': ['true', 'True', 'false'],
    'access-control-allow-methods': ['*', 'PUT', 'put', 'GET, patch', 'PUT DELETE', '[PUT]', '', '@', 'PATCH,,DELETE'],
    'access-control-allow-headers': [
      '*',
      'x-a',
      'X-A, Content-Type',
      'x-a x-b',
      '"x-a"',
      '',
      'authorization',
      '*, x-a,',
    ],
    vary: ['Origin', 'accept', '*', '', ','],
  }).map(([name, values]) => fc.tuple(fc.constantFrom(name, name.toUpperCase()), fc.constantFrom(...values))),
)

const anyHeaders = fc.array(anyField, { maxLength: 7 })

const anyAnswer: fc.Arbitrary<Answer> = fc.record({
  status: fc.constantFrom(200, 200, 204, 301, 401, 403, 404, 500),
  headers: anyHeaders,
})

const anyRequest: fc.Arbitrary<PageRequest> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'patch', 'put'),
  url: fc.constant(url),
  headers: fc.subarray<readonly [string, string]>([
    ['X-A', '1'],
    ['X-B', '2'],
    ['Authorization', 'Bearer x'],
    ['Content-Type', 'application/json'],
    ['Accept', 'text/html'],
  ]),
  credentials: fc.constantFrom('omit', 'same-origin', 'include'),
  mode: fc.constant('cors'),
  redirect: fc.constant('follow'),
})

/** A request, and the answers of every URL on the way to its end: its own, and that of up to two redirects. */
const anyRecording = fc
  .record({
    request: anyRequest,
    origin: fc.constantFrom(page.origin, page.origin, 'null'),
    hops: fc.array(
      fc.record({
        preflight: anyAnswer,
        actual: anyAnswer,
        origin: fc.constantFrom('https://api.example', 'https://cdn.example', 'https://user:secret@cdn.example'),
      }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
  })
  .map(({ hops, origin, request }) => {
    const urls = hops.map((hop, index) => (index === 0 ? url : `${hop.origin}/hop/${index}`))
    const method = normalized(request.method)
    const messages = hops.flatMap(({ actual, preflight }, index) => {
      const to = urls[index + 1]
      const answer: Answer =
        to === undefined
          ? { status: actual.status === 301 ? 200 : actual.status, headers: actual.headers }
          : { status: 307, headers: [...actual.headers, ['location', to]] }
      return recording((urls[index] ?? url).replace('user:secret@', ''), method, preflight, answer)
    })
    return { request, origin, messages }
  })
