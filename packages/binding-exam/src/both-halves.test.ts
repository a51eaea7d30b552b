import { type CorsConfig, decide, definePolicy, parsePolicy, type RequestHead } from '@corsac/core'
import { completeAssignment } from '@corsac/test-kit'
import {
  type CredentialsMode,
  createUserAgent,
  getHeader,
  isForbiddenMethod,
  isForbiddenRequestHeader,
  isForbiddenResponseHeaderName,
  type Transport,
} from '@corsac/user-agent'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

// The server's half and the browser's share no code. Here they meet.

const APPLICATION_HEADERS = [
  ['content-type', 'text/plain'],
  ['x-total', '7'],
  ['x-trace', '8'],
] as const

/** A server in process: the application's headers, under the decision of a policy. */
function serverOf(config: CorsConfig): Transport {
  const policy = definePolicy(config)
  return async ({ method, headers }) => {
    const head: RequestHead = {
      method,
      origin: getHeader(headers, 'origin'),
      accessControlRequestMethod: getHeader(headers, 'access-control-request-method'),
      accessControlRequestHeaders: getHeader(headers, 'access-control-request-headers'),
    }
    const decision = await decide(policy, head)
    return decision.kind === 'answer'
      ? { status: decision.status, headers: decision.set }
      : { status: 200, headers: [...APPLICATION_HEADERS, ...decision.set] }
  }
}

const origins = [
  'https://a.example',
  'https://x.a.example',
  'http://localhost:3000',
  'https://evil.example',
  'null',
] as const
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'patch', 'PURGE'] as const
const headerNames = ['x-a', 'x-b', 'authorization', 'content-type'] as const

function subsetOrAny<T extends string>(names: readonly T[]): fc.Arbitrary<'*' | readonly T[]> {
  return fc.oneof(fc.constant('*' as const), fc.subarray([...names]))
}

const someConfig = fc
  .record({
    allowOrigins: fc.oneof(
      fc.constant('*' as const),
      fc.subarray(['https://a.example', 'https://*.a.example', 'http://localhost:*', 'https://b.example'], {
        minLength: 1,
      }),
    ),
    allowCredentials: fc.boolean(),
    allowMethods: subsetOrAny(['GET', 'PUT', 'PATCH', 'PURGE']),
    allowHeaders: fc.oneof(subsetOrAny(headerNames), fc.constant(['*', 'authorization'])),
    exposeHeaders: subsetOrAny(['x-total', 'x-other']),
  })
  .filter((config) => !config.allowCredentials || (config.allowOrigins !== '*' && config.exposeHeaders !== '*'))
  .map((config): CorsConfig => ({ ...config, dangerouslyAllowPublicSuffixes: true }))

const someRequest = fc.record({
  origin: fc.constantFrom(...origins),
  method: fc.constantFrom(...methods),
  headers: fc.subarray([...headerNames]),
  credentials: fc.constantFrom<CredentialsMode>('omit', 'same-origin', 'include'),
})

/** What a policy means, said as plainly as its documentation does. */
function allowed(
  config: CorsConfig,
  request: { origin: string; method: string; headers: readonly string[]; credentials: CredentialsMode },
) {
  const { allowOrigins = '*', allowCredentials = false, allowMethods = [], allowHeaders = [] } = config
  const patterns =
    typeof allowOrigins === 'string' ? [allowOrigins] : Array.isArray(allowOrigins) ? allowOrigins.map(String) : []
  const origin = patterns.some((pattern) => {
    if (pattern === '*') return true
    if (pattern === 'https://*.a.example') return request.origin === 'https://x.a.example'
    if (pattern === 'http://localhost:*') return request.origin === 'http://localhost:3000'
    return pattern === request.origin
  })
  const credentials = request.credentials !== 'include' || allowCredentials
  const method =
    ['GET', 'POST'].includes(request.method) || allowMethods === '*' || allowMethods.includes(request.method)
  const header = request.headers.every((name) => {
    if (allowHeaders.includes(name)) return true
    return allowHeaders.includes('*') && (name !== 'authorization' || allowCredentials)
  })
  return { share: origin && credentials, preflight: origin && credentials && method && header }
}

describe('a policy, as a browser sees it', () => {
  it('means what it says, for every page and request', async () => {
    await fc.assert(
      fc.asyncProperty(someConfig, someRequest, async (config, request) => {
        const exchange = await createUserAgent({ transport: serverOf(config) }).fetch(
          { origin: request.origin },
          {
            method: request.method,
            url: 'https://api.example/data',
            headers: request.headers.map((name) => [name, name === 'content-type' ? 'application/json' : 'value']),
            credentials: request.credentials,
            mode: 'cors',
            redirect: 'follow',
          },
        )
        const verdict = allowed(config, request)
        const asked = exchange.messages.some(({ purpose }) => purpose === 'preflight')
        const refusal = asked && !verdict.preflight ? 'preflight-refused' : 'blocked'
        const passes = asked ? verdict.preflight && verdict.share : verdict.share
        expect(exchange.outcome).toBe(passes ? 'readable' : refusal)
        if (!passes) return
        const exposed = exchange.exposedHeaders.includes('x-total')
        expect(exposed).toBe(config.exposeHeaders === '*' || config.exposeHeaders?.includes('x-total') === true)
      }),
      { numRuns: 10_000 },
    )
  })
})

describe('what core refuses', () => {
  const name = fc.oneof(
    fc.constantFrom(
      'Cookie',
      'Origin',
      'Sec-Fetch-Site',
      'proxy-x',
      'Set-Cookie',
      'Set-Cookie2',
      'DNT',
      'Via',
      'X-A',
      'User-Agent',
      'Accept',
      'Te',
    ),
    fc.string({ unit: fc.constantFrom(...Array.from('abcdeinoprstvx-')), minLength: 1, maxLength: 12 }),
  )

  it('are the request headers that browsers forbid', () => {
    fc.assert(
      fc.property(name, (each) => {
        expect(parsePolicy({ allowHeaders: [each] }).ok).toBe(!isForbiddenRequestHeader(each, ''))
      }),
    )
  })

  it('are the response headers that browsers hide, and those of requests', () => {
    fc.assert(
      fc.property(name, (each) => {
        const hidden = isForbiddenResponseHeaderName(each) || each.toLowerCase() === 'origin'
        expect(parsePolicy({ exposeHeaders: [each] }).ok).toBe(!hidden)
      }),
    )
  })

  it.each(['CONNECT', 'Trace', 'TRACK', 'PUT', 'PURGE', 'QUERY'])(
    'are the methods that browsers forbid: %s',
    (method) => {
      expect(parsePolicy({ allowMethods: [method] }).ok).toBe(!isForbiddenMethod(method))
    },
  )
})

describe('the defaults of the exam', () => {
  it('are those of core', () => {
    const { routes, ...policy } = completeAssignment({})
    expect(routes).toEqual({})
    expect(policy).toEqual(definePolicy({}).config)
  })
})
