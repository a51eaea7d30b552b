import { describe, expect, it } from 'vitest'
import { accessControlHeaders } from './access-control-headers.ts'
import type { CorsConfig } from './cors-config.ts'
import { decide } from './decide.ts'
import { definePolicy } from './parse-policy.ts'
import { actual, preflight } from './request-head.testing.ts'

const A = 'https://a.example'
const B = 'https://b.example'
const EVIL = 'https://evil.example'

/** What a decision amounts to, in a form that is easy to compare. */
async function outcome(config: CorsConfig, head: Parameters<typeof decide>[1]): Promise<Record<string, unknown>> {
  const decision = await decide(definePolicy(config), head)
  return {
    ...(decision.kind === 'answer' && { status: decision.status }),
    ...Object.fromEntries(decision.set),
    vary: decision.vary.join(', '),
  }
}

describe('decide, for a static policy', () => {
  it('shares every response with everybody by default, and does not vary', async () => {
    const share = { 'access-control-allow-origin': '*', vary: '' }
    expect(await outcome({}, actual(EVIL))).toEqual(share)
    expect(await outcome({}, actual(null))).toEqual(share)
    expect(await outcome({}, actual('null'))).toEqual(share)
    expect(await outcome({}, actual('not an origin'))).toEqual(share)
    expect(await outcome({ allowOrigins: [A, '*'] }, actual(EVIL))).toEqual(share)
  })

  it.each([
    ['the allowed origin', A],
    ['another origin', EVIL],
    ['no origin', null],
  ])('gives the same constant headers for a single origin to %s', async (_, origin) => {
    const config = { allowOrigins: [A, A], allowCredentials: true, exposeHeaders: ['X-Total', 'x-total', 'etag'] }
    expect(await outcome(config, actual(origin))).toEqual({
      'access-control-allow-origin': A,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'x-total, etag',
      vary: '',
    })
  })

  it.each([A, EVIL, '', 'garbage'])('answers a preflight from %j with the same constant', async (origin) => {
    const config = {
      allowOrigins: [A],
      allowMethods: ['PUT', 'PURGE'],
      allowHeaders: ['X-B', 'Content-Type'],
      maxAge: 0,
    }
    expect(await outcome(config, preflight(origin, 'DELETE', 'x-z'))).toEqual({
      status: 204,
      'access-control-allow-origin': A,
      'access-control-allow-methods': 'PUT, PURGE',
      'access-control-allow-headers': 'x-b, content-type',
      'access-control-max-age': '0',
      vary: '',
    })
  })

  it('answers a preflight of the default policy with a max-age and nothing else', async () => {
    expect(await outcome({}, preflight(A, 'PUT'))).toEqual({
      status: 204,
      'access-control-allow-origin': '*',
      'access-control-max-age': '600',
      vary: '',
    })
  })

  it('gives the very same frozen decision every time', () => {
    const policy = definePolicy({ allowOrigins: [A] })
    expect(decide(policy, actual(A))).toBe(decide(policy, actual(EVIL)))
    expect(Object.isFrozen(decide(policy, actual(A)))).toBe(true)
  })
})

describe('decide, for a varying policy', () => {
  const config = {
    allowOrigins: [A, B, 'https://*.c.example', 'http://localhost:*'],
    allowCredentials: true,
    dangerouslyAllowPublicSuffixes: true,
    allowMethods: ['PUT'],
    allowHeaders: ['content-type'],
    exposeHeaders: ['x-total'],
  } satisfies CorsConfig

  it.each([A, B, 'https://x.c.example', 'https://x.y.c.example', 'http://localhost:5173', 'http://localhost'])(
    'shares responses with %s, by name',
    async (origin) => {
      expect(await outcome(config, actual(origin))).toEqual({
        'access-control-allow-origin': origin,
        'access-control-allow-credentials': 'true',
        'access-control-expose-headers': 'x-total',
        vary: 'Origin',
      })
    },
  )

  it.each([
    EVIL,
    null,
    '',
    'null',
    'https://c.example',
    `${A}, ${B}`,
    `${A} `,
    'HTTPS://A.EXAMPLE',
    'https://*.c.example',
    `https://${'a.'.repeat(200)}c.example`,
  ])('shares nothing with %j, and still varies', async (origin) => {
    expect(await outcome(config, actual(origin))).toEqual({ vary: 'Origin' })
  })

  it('answers the preflight of an allowed origin with the whole policy', async () => {
    expect(await outcome(config, preflight(B, 'DELETE', 'x-not-listed'))).toEqual({
      status: 204,
      'access-control-allow-origin': B,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '600',
      vary: 'Origin',
    })
  })

  it.each([EVIL, '', 'null'])('answers the preflight of %j with 403 and nothing else', async (origin) => {
    expect(await outcome(config, preflight(origin, 'PUT'))).toEqual({ status: 403, vary: 'Origin' })
  })

  it('answers with 200 where the policy says so', async () => {
    expect(await outcome({ ...config, preflightStatus: 200 }, preflight(A, 'PUT'))).toMatchObject({ status: 200 })
    expect(await outcome({ ...config, preflightStatus: 200 }, preflight(EVIL, 'PUT'))).toMatchObject({ status: 403 })
  })

  it('allows null by name where it is listed', async () => {
    expect(await outcome({ allowOrigins: ['null', A] }, actual('null'))).toEqual({
      'access-control-allow-origin': 'null',
      vary: 'Origin',
    })
  })

  it('has every Access-Control header deleted first, and Timing-Allow-Origin only where the policy speaks of it', () => {
    expect(decide(definePolicy({ allowOrigins: [A, B] }), actual(EVIL)).remove).toEqual(accessControlHeaders)
    expect(decide(definePolicy({ allowOrigins: [A, B], timingAllowOrigin: true }), actual(EVIL)).remove).toEqual([
      ...accessControlHeaders,
      'timing-allow-origin',
    ])
  })
})

describe('decide, for the Timing-Allow-Origin of a list', () => {
  it('names all where that is short enough, and else the one that asks', async () => {
    const origins = Array.from({ length: 194 }, (_, index) => `https://${String(index).padStart(3, '0')}.example`)
    const longest = [...origins, 'https://longer.example']
    expect(longest.join(', ')).toHaveLength(4096)
    const timing = { timingAllowOrigin: true } as const
    expect(await outcome({ ...timing, allowOrigins: longest }, actual(EVIL))).toMatchObject({
      'timing-allow-origin': longest.join(', '),
    })
    const longer = [...origins, 'https://stillmo.example']
    expect(await outcome({ ...timing, allowOrigins: longer }, actual(EVIL))).not.toHaveProperty('timing-allow-origin')
  })
})

describe('decide, for what is not a preflight', () => {
  it.each([
    ['no Origin', preflight(null, 'PUT')],
    ['no Access-Control-Request-Method', preflight(A, null, 'x-a')],
    ['another method', { ...preflight(A, 'PUT'), method: 'GET' }],
    ['another case', { ...preflight(A, 'PUT'), method: 'options' }],
  ])('leaves a request with %s to the application', (_, head) => {
    expect(decide(definePolicy({ allowOrigins: [A, B] }), head).kind).toBe('continue')
    expect(decide(definePolicy({}), head).kind).toBe('continue')
  })

  it('takes an empty Access-Control-Request-Method for a preflight', () => {
    expect(decide(definePolicy({}), preflight(A, '')).kind).toBe('answer')
  })
})

describe('decide, for "*" in lists', () => {
  it('sends the wildcard without credentials, with authorization beside it where it is listed', async () => {
    const config = {
      allowMethods: ['PUT', '*'],
      allowHeaders: ['*', 'Authorization', 'x-a'],
      exposeHeaders: '*',
    } as const
    expect(await outcome(config, preflight(A, 'DELETE', 'x-b'))).toMatchObject({
      'access-control-allow-methods': '*',
      'access-control-allow-headers': '*, authorization',
      vary: '',
    })
    expect(await outcome(config, actual(A))).toMatchObject({ 'access-control-expose-headers': '*' })
  })

  const echoing = { allowOrigins: [A], allowCredentials: true, allowMethods: '*', allowHeaders: '*' } as const

  it('repeats with credentials what was asked, and varies on it', async () => {
    expect(await outcome(echoing, preflight(A, 'PATCH', 'authorization,x-z'))).toEqual({
      status: 204,
      'access-control-allow-origin': A,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'PATCH',
      'access-control-allow-headers': 'authorization,x-z',
      'access-control-max-age': '600',
      vary: 'Access-Control-Request-Method, Access-Control-Request-Headers',
    })
  })

  it('repeats only what has to be, and varies on nothing else', async () => {
    const lists = { allowMethods: ['PUT', 'PATCH'], allowHeaders: ['x-a', 'x-b'] }
    expect(await outcome({ ...echoing, allowMethods: lists.allowMethods }, preflight(A, 'PUT', 'x-z'))).toMatchObject({
      'access-control-allow-methods': 'PUT, PATCH',
      'access-control-allow-headers': 'x-z',
      vary: 'Access-Control-Request-Headers',
    })
    expect(await outcome({ ...echoing, allowHeaders: lists.allowHeaders }, preflight(A, 'PUT', 'x-z'))).toMatchObject({
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': 'x-a, x-b',
      vary: 'Access-Control-Request-Method',
    })
  })

  it('repeats a method of 64 characters, and none of 65', async () => {
    const [longest, longer] = ['A'.repeat(64), 'A'.repeat(65)]
    expect(await outcome(echoing, preflight(A, longest))).toHaveProperty('access-control-allow-methods', longest)
    expect(await outcome(echoing, preflight(A, longer))).not.toHaveProperty('access-control-allow-methods')
  })

  it('varies on Origin, too, where several are allowed', async () => {
    expect(await outcome({ ...echoing, allowOrigins: [A, B] }, preflight(A, 'PUT', 'x-z'))).toMatchObject({
      vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
    })
  })

  it.each([
    ['a method that is none', 'P UT', null],
    ['a forbidden method', 'TRACE', null],
    ['markup', '<script>', null],
    ['no method', '', null],
    ['an endless method', 'A'.repeat(12_000), null],
    ['names that are none', 'PUT', 'x-a x-b'],
    ['too many bytes', 'PUT', 'a'.repeat(4097)],
    ['too many names', 'PUT', Array.from({ length: 129 }, (_, index) => `x-${index}`).join(',')],
    ['only commas', 'PUT', ',,,,'],
  ])('repeats nothing of %s, and still varies', async (_, method, headers) => {
    const result = await outcome(echoing, preflight(A, method, headers))
    if (headers === null) expect(result).not.toHaveProperty('access-control-allow-methods')
    expect(result).not.toHaveProperty('access-control-allow-headers')
    expect(result).toMatchObject({ status: 204, vary: 'Access-Control-Request-Method, Access-Control-Request-Headers' })
  })
})

describe('decide, for timing', () => {
  it.each([
    ['everybody', {}, EVIL, '*'],
    ['a single origin', { allowOrigins: [A] }, EVIL, A],
    ['a list, to refused origins', { allowOrigins: [A, B] }, EVIL, `${A}, ${B}`],
    ['a list, without an origin', { allowOrigins: [A, B] }, null, `${A}, ${B}`],
    ['a pattern, to allowed origins', { allowOrigins: [A, 'https://*.c.example'] }, A, A],
    ['a pattern, to refused origins', { allowOrigins: [A, 'https://*.c.example'] }, EVIL, undefined],
    ['a pattern, without an origin', { allowOrigins: [A, 'https://*.c.example'] }, null, undefined],
    ['a predicate', { allowOrigins: (origin: string) => origin === A }, A, A],
  ])('with %s', async (_, config, origin, value) => {
    const result = await outcome({ ...config, timingAllowOrigin: true }, actual(origin))
    expect(result['timing-allow-origin']).toBe(value)
    expect(await outcome({ ...config, timingAllowOrigin: true }, preflight(A, 'PUT'))).not.toHaveProperty(
      'timing-allow-origin',
    )
  })

  it('echoes rather than sending a list that is longer than it is worth', async () => {
    const allowOrigins = Array.from({ length: 1000 }, (_, index) => `https://a${index}.example`)
    expect(await outcome({ allowOrigins, timingAllowOrigin: true }, actual('https://a7.example'))).toMatchObject({
      'timing-allow-origin': 'https://a7.example',
    })
  })
})

describe('decide, for predicates', () => {
  it('decides at once where the predicate does', () => {
    const policy = definePolicy({ allowOrigins: (origin) => origin.endsWith('.a.example') })
    expect(decide(policy, actual('https://x.a.example')).set).toEqual([
      ['access-control-allow-origin', 'https://x.a.example'],
    ])
    expect(decide(policy, actual(EVIL)).set).toEqual([])
    expect(decide(policy, preflight(EVIL, 'PUT'))).toMatchObject({ kind: 'answer', status: 403 })
  })

  it('waits where the predicate does, and only there', async () => {
    const policy = definePolicy({ allowOrigins: (origin) => Promise.resolve(origin === A) })
    expect(decide(policy, actual(null))).not.toBeInstanceOf(Promise)
    const pending = decide(policy, preflight(A, 'PUT'))
    expect(pending).toBeInstanceOf(Promise)
    expect(await pending).toMatchObject({ kind: 'answer', status: 204 })
    expect((await decide(policy, actual(EVIL))).set).toEqual([])
  })

  it.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('no database')
      },
    ],
    ['rejects', () => Promise.reject(new Error('no database'))],
    ['returns "yes"', () => 'yes'],
    ['returns "*"', () => '*'],
    ['returns 1', () => 1],
    ['returns {}', () => ({})],
    ['returns nothing', () => undefined],
    ['resolves to "yes"', () => Promise.resolve('yes')],
    ['resolves to nothing', () => Promise.resolve()],
    [
      'returns a broken thenable',
      () => ({
        then: () => {
          throw new Error('broken')
        },
      }),
    ],
    [
      'returns a value that refuses to be looked at',
      () =>
        new Proxy(
          {},
          {
            has: () => {
              throw new Error('no')
            },
          },
        ),
    ],
  ])('refuses where the predicate %s', async (_, allowOrigins) => {
    const parsed = definePolicy({ allowOrigins: allowOrigins as () => boolean, allowCredentials: true })
    expect(await decide(parsed, actual(A))).toMatchObject({ kind: 'continue', set: [], vary: ['Origin'] })
    expect(await decide(parsed, preflight(A, 'PUT'))).toMatchObject({ kind: 'answer', status: 403, set: [] })
  })

  it('is asked only about origins that it could reasonably allow', () => {
    const asked: string[] = []
    const allowOrigins = (origin: string): boolean => asked.push(origin) > 0
    const origins = [
      A,
      'null',
      'http://b.example',
      'http://localhost:3000',
      `${A}/`,
      '',
      `${A},${B}`,
      'https://a_b;.example',
    ]
    for (const origin of origins) decide(definePolicy({ allowOrigins }), actual(origin))
    expect(asked.splice(0)).toEqual([A, 'null', 'http://b.example', 'http://localhost:3000'])
    for (const origin of origins) decide(definePolicy({ allowOrigins, allowCredentials: true }), actual(origin))
    expect(asked.splice(0)).toEqual([A, 'http://localhost:3000'])
    const insecure = definePolicy({ allowOrigins, allowCredentials: true, dangerouslyAllowInsecureOrigins: true })
    for (const origin of origins) decide(insecure, actual(origin))
    expect(asked).toEqual([A, 'http://b.example', 'http://localhost:3000'])
  })
})
