import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  appendRequestOriginHeader,
  type CacheEntry,
  checkCorsPreflightResponse,
  chooseMainFetchBranch,
  corsCheck,
  corsUnsafeRequestHeaderNames,
  createCorsPreflightRequest,
  createUserAgent,
  type CredentialsMode,
  type Engine,
  type Exchange,
  type FetchRequest,
  type FetchRequestMode,
  getHeader,
  type HeaderPairs,
  isCorsSafelistedMethod,
  isCorsSafelistedRequestHeader,
  isForbiddenMethod,
  isForbiddenRequestHeader,
  isMethod,
  isNoCorsSafelistedRequestHeader,
  normalizeMethod,
  type PageRequest,
  readableHeaderNames,
  type RedirectMode,
  type ReferrerPolicy,
  type ResponseTainting,
  taoCheck,
  type Transport,
} from './index.ts'

interface CaseResponse {
  readonly status: number
  readonly headers: HeaderPairs
}

interface CaseRequest {
  readonly origin: string
  readonly url?: string
  readonly method: string
  readonly headers: HeaderPairs
  readonly credentials: CredentialsMode
  readonly mode: FetchRequestMode
  readonly redirect?: RedirectMode
  readonly referrerPolicy?: ReferrerPolicy
  readonly responseTainting?: ResponseTainting
  readonly unsafeRequest?: boolean
  readonly useCORSPreflight?: boolean
  readonly timingAllowFailed?: boolean
}

interface Hop extends CaseResponse {
  readonly url: string
  readonly preflightResponse?: CaseResponse
}

/** The kinds of case, each with what its rows hold beside `id` and `source`. */
interface CaseKinds {
  readonly 'cors-check': { request: CaseRequest; response: CaseResponse; expect: { allow: boolean } }
  readonly preflight: {
    request: CaseRequest
    preflightResponse: CaseResponse
    response?: CaseResponse
    expect: { preflight: boolean; preflightRequestHeaders: HeaderPairs; allow: boolean }
  }
  readonly 'preflight-cache': {
    request: CaseRequest
    preflightResponse: CaseResponse
    second: CaseRequest
    elapsedSeconds: number
    divergence?: string
    expect: {
      allow: boolean
      maxAge: number
      entries?: readonly { method?: string; headerName?: string }[]
      preflight: boolean
    }
  }
  readonly 'needs-preflight': {
    request: CaseRequest
    expect: { preflight: boolean; preflightRequestHeaders?: HeaderPairs }
  }
  readonly 'safelist-header': HeaderCase
  readonly 'no-cors-safelist-header': HeaderCase
  readonly 'safelist-method': { request: { method: string }; expect: { safelisted: boolean } }
  readonly 'unsafe-header-names': { request: { headers: HeaderPairs }; expect: { unsafeNames: readonly string[] } }
  readonly 'normalize-method': {
    request: { method: string }
    expect: { valid: boolean; forbidden?: boolean; normalized?: string }
  }
  readonly forbidden: { request: { method: string } | { headers: HeaderPairs }; expect: { forbidden: boolean } }
  readonly 'exposed-headers': { request: CaseRequest; response: CaseResponse; expect: { exposed: readonly string[] } }
  readonly 'origin-header': { request: CaseRequest; expect: { originHeader: string | null } }
  readonly tao: { request: CaseRequest; response: CaseResponse; expect: { allow: boolean } }
  readonly redirect: {
    request: CaseRequest
    hops: readonly Hop[]
    expect: {
      allow: boolean
      originHeaders: readonly (string | null)[]
      preflightHops: readonly number[]
      methods: readonly string[]
      finalHeaders?: HeaderPairs
    }
  }
}

interface HeaderCase {
  request: { headers: HeaderPairs }
  expect: { safelisted: boolean }
}

type Case = { [Kind in keyof CaseKinds]: { id: string; kind: Kind } & CaseKinds[Kind] }[keyof CaseKinds]

const judged = new Set<string>()
const cases: unknown = JSON.parse(readFileSync(new URL('fixtures/ua-cases.json', import.meta.url), 'utf8'))

function isCase(value: unknown): value is Case {
  return typeof value === 'object' && value !== null && 'id' in value && 'kind' in value && 'expect' in value
}

/** The cases of a kind. A kind without cases would prove nothing without anybody noticing. */
function casesOf<Kind extends Case['kind']>(
  kind: Kind,
  isMeant: (row: Extract<Case, { kind: Kind }>) => boolean = () => true,
): readonly Extract<Case, { kind: Kind }>[] {
  if (!Array.isArray(cases) || !cases.every(isCase)) throw new Error('the fixture is not a list of cases')
  const found = cases.filter((one): one is Extract<Case, { kind: Kind }> => one.kind === kind).filter(isMeant)
  expect(found.length, `cases of the kind ${kind}`).toBeGreaterThan(0)
  for (const { id } of found) judged.add(id)
  return found
}

function requestOf(request: CaseRequest): FetchRequest {
  return {
    method: request.method,
    url: new URL(request.url ?? 'https://api.example/resource'),
    redirectedFrom: [],
    headers: request.headers,
    body: null,
    origin: request.origin,
    topLevelOrigin: request.origin,
    mode: request.mode,
    credentials: request.credentials,
    redirect: request.redirect ?? 'follow',
    referrerPolicy: request.referrerPolicy ?? 'strict-origin-when-cross-origin',
    responseTainting: request.responseTainting ?? 'basic',
    unsafeRequest: request.unsafeRequest ?? true,
    useCorsPreflight: request.useCORSPreflight ?? false,
    timingAllowFailed: request.timingAllowFailed ?? false,
  }
}

/** The headers of the preflight that main fetch asks for, as they go over the wire; `null` where it asks for none. */
function preflightHeaders(request: FetchRequest): HeaderPairs | null {
  const branch = chooseMainFetchBranch(request)
  if (!branch.passed || !branch.makeCorsPreflight) return null
  return appendRequestOriginHeader(createCorsPreflightRequest(request)).headers
}

function onlyHeader(headers: HeaderPairs): readonly [name: string, value: string] {
  const [header] = headers
  if (header === undefined || headers.length > 1) throw new Error('the case is about one header')
  return header
}

/** Answers like the servers of a redirect case. */
function transportOf(hops: readonly Hop[]): Transport {
  return ({ headers, method, url }) => {
    const hop = hops.find((one) => one.url === url)
    const isPreflight = method === 'OPTIONS' && getHeader(headers, 'access-control-request-method') !== null
    const response = isPreflight ? hop?.preflightResponse : hop
    return response === undefined ? Promise.reject(new Error(`nothing at ${url}`)) : Promise.resolve(response)
  }
}

describe('corsCheck', () => {
  it.each(casesOf('cors-check'))('agrees with $id', ({ request, response, expect: expected }) => {
    const check = corsCheck({ serializedOrigin: request.origin, credentials: request.credentials }, response.headers)
    expect(check.passed, check.text).toBe(expected.allow)
  })
})

describe('checkCorsPreflightResponse', () => {
  it.each(casesOf('preflight'))('agrees with $id', (row) => {
    const request = requestOf(row.request)
    expect(preflightHeaders(request)).toEqual(row.expect.preflightRequestHeaders)
    const preflight = checkCorsPreflightResponse(request, row.preflightResponse)
    const actual = corsCheck(
      { serializedOrigin: request.origin, credentials: request.credentials },
      row.response?.headers ?? [
        ['access-control-allow-origin', request.origin],
        ['access-control-allow-credentials', 'true'],
      ],
    )
    expect(preflight.passed && actual.passed, `${preflight.text}; ${actual.text}`).toBe(row.expect.allow)
  })
})

describe('chooseMainFetchBranch', () => {
  it.each(casesOf('needs-preflight'))('agrees with $id', ({ request, expect: expected }) => {
    const headers = preflightHeaders(requestOf(request))
    expect(headers !== null).toBe(expected.preflight)
    expect(headers).toEqual(expected.preflightRequestHeaders ?? null)
  })
})

describe('isCorsSafelistedRequestHeader', () => {
  it.each(casesOf('safelist-header'))('agrees with $id', ({ request, expect: { safelisted } }) => {
    expect(isCorsSafelistedRequestHeader(...onlyHeader(request.headers))).toBe(safelisted)
  })
})

describe('isNoCorsSafelistedRequestHeader', () => {
  it.each(casesOf('no-cors-safelist-header'))('agrees with $id', ({ request, expect: { safelisted } }) => {
    expect(isNoCorsSafelistedRequestHeader(...onlyHeader(request.headers))).toBe(safelisted)
  })
})

describe('isCorsSafelistedMethod', () => {
  it.each(casesOf('safelist-method'))('agrees with $id', ({ request, expect: { safelisted } }) => {
    expect(isCorsSafelistedMethod(request.method)).toBe(safelisted)
  })
})

describe('corsUnsafeRequestHeaderNames', () => {
  it.each(casesOf('unsafe-header-names'))('agrees with $id', ({ request, expect: { unsafeNames } }) => {
    expect(corsUnsafeRequestHeaderNames(request.headers)).toEqual(unsafeNames)
  })
})

describe('normalizeMethod', () => {
  it.each(casesOf('normalize-method'))('agrees with $id', ({ request: { method }, expect: expected }) => {
    expect(isMethod(method)).toBe(expected.valid)
    expect(isForbiddenMethod(method)).toBe(expected.forbidden ?? false)
    if (expected.normalized !== undefined) expect(normalizeMethod(method)).toBe(expected.normalized)
  })
})

describe('isForbiddenMethod and isForbiddenRequestHeader', () => {
  it.each(casesOf('forbidden'))('agree with $id', ({ request, expect: { forbidden } }) => {
    const found =
      'method' in request ? isForbiddenMethod(request.method) : isForbiddenRequestHeader(...onlyHeader(request.headers))
    expect(found).toBe(forbidden)
  })
})

describe('readableHeaderNames', () => {
  it.each(casesOf('exposed-headers'))('agrees with $id', ({ request, response, expect: { exposed } }) => {
    const { credentials } = request
    expect(readableHeaderNames({ credentials, responseTainting: 'cors' }, response.headers)).toEqual(exposed)
  })
})

describe('appendRequestOriginHeader', () => {
  it.each(casesOf('origin-header'))('agrees with $id', ({ request, expect: { originHeader } }) => {
    const initial = requestOf(request)
    const branch = chooseMainFetchBranch(initial)
    if (!branch.passed) throw new Error(branch.text)
    const { headers } = appendRequestOriginHeader({ ...initial, responseTainting: branch.responseTainting })
    expect(getHeader(headers, 'origin')).toBe(originHeader)
  })
})

describe('taoCheck', () => {
  it.each(casesOf('tao'))('agrees with $id', ({ request, response, expect: { allow } }) => {
    expect(taoCheck(requestOf(request), response.headers)).toBe(allow)
  })
})

describe('createUserAgent', () => {
  it.each(casesOf('redirect'))('agrees with $id', async ({ request, hops, expect: expected }) => {
    const agent = createUserAgent({ transport: transportOf(hops) })
    const exchange = await agent.fetch({ origin: request.origin }, pageRequestOf(request))
    const actual = exchange.messages.filter(({ purpose }) => purpose === 'actual')
    const preflightHops = exchange.messages
      .filter(({ purpose }) => purpose === 'preflight')
      .map((message) => hops.findIndex((hop) => hop.url === message.request.url))
    const finalHeaders = actual.at(-1)?.request.headers.filter(([name]) => name !== 'Accept' && name !== 'Origin')

    expect(exchange.outcome === 'readable' || exchange.outcome === 'opaque', exchange.steps.at(-1)?.text).toBe(
      expected.allow,
    )
    expect(actual.map((message) => getHeader(message.request.headers, 'origin'))).toEqual(expected.originHeaders)
    expect(actual.map((message) => message.request.method)).toEqual(expected.methods)
    expect(preflightHops).toEqual(expected.preflightHops)
    if (expected.finalHeaders !== undefined) expect(finalHeaders).toEqual(expected.finalHeaders)
  })
})

describe('createUserAgent, with its preflight cache', () => {
  it.each(casesOf('preflight-cache'))('agrees with $id', async (row) => {
    const { first, second, entries } = await fetchTwice(row)
    expect(first.outcome === 'readable', first.steps.at(-1)?.text).toBe(row.expect.allow)
    expect(new Set(entries.map(({ maxAge }) => maxAge))).toEqual(new Set([row.expect.maxAge]))
    if (row.expect.entries !== undefined) {
      const found = entries.map(({ headerName, method }) => (method === null ? { headerName } : { method }))
      expect(found).toEqual(row.expect.entries)
    }
    expect(asksFirst(second), second.steps.map(({ text }) => text).join('\n')).toBe(row.expect.preflight)
  })

  const diverging = casesOf('preflight-cache', (row) => row.divergence?.includes('let * cover Authorization') === true)

  it.each(diverging.flatMap((row) => (['chromium', 'firefox', 'webkit'] as const).map((engine) => ({ engine, row }))))(
    'differs from $row.id as $engine does',
    async ({ engine, row }) => {
      expect((await fetchTwice(row)).second.outcome).toBe('preflight-refused')
      expect((await fetchTwice(row, engine)).second.outcome).toBe('readable')
    },
  )
})

/** Makes the two requests of a case in one browser, whose clock goes on in between as the case says. */
async function fetchTwice(
  row: CaseKinds['preflight-cache'],
  engine?: Engine,
): Promise<{ first: Exchange; second: Exchange; entries: readonly CacheEntry[] }> {
  let time = Date.UTC(2026, 0)
  const agent = createUserAgent({
    now: () => time,
    transport: ({ headers }) => {
      const isPreflight = getHeader(headers, 'access-control-request-method') !== null
      const shared: HeaderPairs = [
        ['Access-Control-Allow-Origin', row.request.origin],
        ['Access-Control-Allow-Credentials', 'true'],
      ]
      return Promise.resolve(isPreflight ? row.preflightResponse : { status: 200, headers: shared })
    },
    ...(engine === undefined ? {} : { engine }),
  })
  const first = await agent.fetch({ origin: row.request.origin }, pageRequestOf(row.request))
  const entries = agent.preflightCache.entries()
  time += row.elapsedSeconds * 1000
  return { first, entries, second: await agent.fetch({ origin: row.second.origin }, pageRequestOf(row.second)) }
}

function pageRequestOf(request: CaseRequest): PageRequest {
  const { credentials, headers, method, mode, redirect = 'follow', url = '', useCORSPreflight = false } = request
  if (mode !== 'cors' && mode !== 'no-cors' && mode !== 'same-origin') throw new Error(`no page has the mode ${mode}`)
  return { method, url, headers, credentials, mode, redirect, uploadListeners: useCORSPreflight }
}

function asksFirst({ messages }: Exchange): boolean {
  return messages.some(({ purpose }) => purpose === 'preflight')
}

describe('ua-cases.json', () => {
  it('has no case that is not judged here', () => {
    expect(cases).toHaveLength(judged.size)
  })
})
