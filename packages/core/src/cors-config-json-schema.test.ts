import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corsConfigJsonSchema } from './cors-config-json-schema.ts'
import { parsePolicy } from './parse-policy.ts'
import { isPublicSuffix } from './public-suffixes.ts'

const A = 'https://a.example'

let validate: ValidateFunction | undefined

/** What an editor says of a configuration. */
function accepts(input: unknown): boolean {
  validate ??= new Ajv2020({ strict: true, strictTypes: true, strictRequired: false }).compile(corsConfigJsonSchema)
  return validate(input)
}

function parses(config: unknown): boolean {
  return parsePolicy(config, { isPublicSuffix }).ok
}

/** Texts near origins: what is right, what is not, and what is neither often enough to tell. */
const origin = fc
  .tuple(
    fc.constantFrom(
      'https://',
      'http://',
      'ftp://',
      'capacitor://',
      'x+y.z-1://',
      'file://',
      'wss://',
      'HTTPS://',
      'https:',
      '',
    ),
    fc.constantFrom('', '', '*.', '*'),
    fc.oneof(
      fc.constantFrom(
        'a.example',
        'a.example.',
        'A.example',
        'localhost',
        'a.localhost',
        'a_b',
        '-a',
        'a-',
        'a..b',
        '1.2.3.4',
        '1.2.3.4.',
        '127.0.0.1',
        '1.2.3',
        '256.1.1.1',
        '0x7f',
        'a.0x7f',
        'a.1',
        '[::1]',
        '[::1',
        '[1:2::3]',
        '[0::1]',
        'github.io',
        '*',
        '',
      ),
      fc.constantFrom(
        'a'.repeat(63),
        'a'.repeat(64),
        'a.'.repeat(125) + 'a',
        'a.'.repeat(126) + 'a',
        'a.'.repeat(126) + 'a.',
        'a.'.repeat(127) + 'a',
      ),
      fc.string({ unit: fc.constantFrom('a', '1', '.', '-', '_', ':', '*', '@', '%') }),
    ),
    fc.constantFrom(
      '',
      '',
      ':*',
      ':1',
      ':80',
      ':443',
      ':21',
      ':65535',
      ':65536',
      ':0',
      ':08',
      ':',
      ':8080/',
      '/',
      '?',
      '#',
    ),
  )
  .map((parts) => parts.join(''))
const name = fc.oneof(
  fc.constantFrom(
    '*',
    'PUT',
    'put',
    'Put',
    'purge',
    'TRACE',
    'trace',
    'M-SEARCH',
    'version-control',
    'X-A',
    'Cookie',
    'Sec-X',
    'proxy',
    'Proxy-',
    'set-cookie',
    'Set-Cookie3',
    'Access-Control-Max-Age',
    'access-control-expose-headers',
    'Timing-Allow-Origin',
    'Origin',
    'authorization',
    'a b',
    '',
    'a:',
    'x\n',
  ),
  fc.string({ maxLength: 3 }),
)
const json = fc.jsonValue({ maxDepth: 2 })

/** Right values for the most part, near misses now and then, anything at all once in a while. */
function mixed(right: fc.Arbitrary<unknown>, near: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 30, arbitrary: right }, { weight: 2, arbitrary: near }, { weight: 1, arbitrary: json })
}

function listed(right: fc.Arbitrary<unknown>, near: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return mixed(fc.oneof(fc.array(mixed(right, near), { maxLength: 3 }), fc.constant('*')), near)
}

const config = fc
  .record(
    {
      allowOrigins: listed(
        fc.constantFrom(A, 'https://*.a.example', 'http://localhost:*', 'null', '*', 'http://a.example'),
        origin,
      ),
      allowCredentials: mixed(fc.boolean(), json),
      allowMethods: listed(fc.constantFrom('PUT', 'purge', '*', 'M-SEARCH'), name),
      allowHeaders: listed(fc.constantFrom('x-a', 'Content-Type', '*', 'authorization'), name),
      exposeHeaders: listed(fc.constantFrom('x-a', 'ETag', '*'), name),
      maxAge: mixed(fc.integer({ min: 0, max: 86_400 }), fc.oneof(fc.double(), fc.constantFrom(86_401, -1, 0.5))),
      preflightStatus: mixed(fc.constantFrom(200, 204), fc.constant(201)),
      timingAllowOrigin: mixed(fc.boolean(), json),
      dangerouslyAllowInsecureOrigins: mixed(fc.boolean(), json),
      dangerouslyAllowPublicSuffixes: mixed(fc.boolean(), json),
    },
    { requiredKeys: [] },
  )
  .chain((keys) => mixed(fc.constant(keys), fc.constant({ ...keys, origin: A })))
  // As JSON holds it.
  .map((value): unknown => JSON.parse(JSON.stringify(value)))

/** What of a refusal the schema cannot say. */
const BEYOND_SCHEMA: ReadonlySet<string> = new Set([
  'origin-ip-not-canonical',
  'origin-public-suffix-with-credentials',
  'origin-public-suffixes-unknown',
])

describe('corsConfigJsonSchema', () => {
  it('is frozen, and says which draft it is written in', () => {
    const isFrozen = (value: unknown): boolean =>
      typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozen))
    expect(isFrozen(corsConfigJsonSchema)).toBe(true)
    expect(corsConfigJsonSchema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
  })

  it('describes the configuration and each of its keys in a sentence', () => {
    expect(corsConfigJsonSchema.title).toBe('CORS policy')
    for (const { description } of [corsConfigJsonSchema, ...Object.values(corsConfigJsonSchema.properties ?? {})]) {
      expect(description).toMatch(/^[A-Z].{25,}\.$/)
    }
  })

  it('gives the defaults that parsePolicy writes out, for every key', () => {
    const defaults = Object.entries(corsConfigJsonSchema.properties ?? {}).map(([key, schema]) => [key, schema.default])
    const result = parsePolicy({})
    expect(Object.fromEntries(defaults)).toEqual(result.ok && result.policy.config)
  })

  it('accepts what parsePolicy accepts, and refuses what it refuses but for what it cannot say', () => {
    const counts = { accepted: 0, refused: 0 }
    fc.assert(
      fc.property(config, (input) => {
        const result = parsePolicy(input, { isPublicSuffix })
        if (result.ok) {
          counts.accepted++
          expect(accepts(input)).toBe(true)
        } else if (result.issues.some(({ code }) => !BEYOND_SCHEMA.has(code))) {
          counts.refused++
          expect(accepts(input)).toBe(false)
        }
      }),
      { numRuns: 5000 },
    )
    expect(counts.accepted).toBeGreaterThan(300)
    expect(counts.refused).toBeGreaterThan(1000)
  })

  it('judges single origins as parsePolicy does', () => {
    let accepted = 0
    fc.assert(
      fc.property(origin, fc.boolean(), fc.boolean(), (text, allowCredentials, dangerouslyAllowInsecureOrigins) => {
        const input = { allowOrigins: [text], allowCredentials, dangerouslyAllowInsecureOrigins }
        const result = parsePolicy(input, { isPublicSuffix: () => false })
        if (result.ok) accepted++
        if (result.ok || !result.issues.some(({ code }) => BEYOND_SCHEMA.has(code)))
          expect(accepts(input)).toBe(result.ok)
      }),
      { numRuns: 10_000 },
    )
    expect(accepted).toBeGreaterThan(200)
  })

  it.each<[unknown]>([
    [[]],
    [{ allowOrigins: [] }],
    [{ allowOrigins: A }],
    [{ allowOrigins: [`${A}/`] }],
    [{ allowOrigins: [`${'x'.repeat(64)}://${'a.'.repeat(127)}:65535`] }],
    [{ allowOrigins: ['https://*.*.example'] }],
    [{ allowCredentials: true }],
    [{ allowOrigins: '*', allowCredentials: true }],
    [{ allowOrigins: [A, '*'], allowCredentials: true }],
    [{ allowOrigins: [A, 'null'], allowCredentials: true }],
    [{ allowOrigins: [A], allowCredentials: true, exposeHeaders: ['x-a', '*'] }],
    [{ allowOrigins: ['http://a.example'], allowCredentials: true }],
    [{ allowMethods: ['patch'] }],
    [{ allowMethods: ['Trace'] }],
    [{ allowHeaders: ['COOKIE'] }],
    [{ exposeHeaders: ['Set-Cookie'] }],
    [{ maxAge: 86_401 }],
    [{ preflightStatus: 201 }],
    [{ origin: '*' }],
  ])('refuses %j, as parsePolicy does', (input) => {
    expect(accepts(input)).toBe(false)
    expect(parses(input)).toBe(false)
  })

  it('accepts the longest origin that can be, and none that is longer', () => {
    const host = `${'a'.repeat(63)}.`.repeat(3) + 'a'.repeat(61)
    const longest = `${'x'.repeat(64)}://${host}:65535`
    expect(accepts({ allowOrigins: [longest] })).toBe(true)
    expect(parses({ allowOrigins: [longest] })).toBe(true)
    const longer = `${'x'.repeat(64)}://${host}.:65535`
    expect(accepts({ allowOrigins: [longer] })).toBe(false)
    expect(parses({ allowOrigins: [longer] })).toBe(false)
  })

  it.each<[string, unknown]>([
    ['which spelling of an IPv6 address is canonical', { allowOrigins: ['http://[0::1]'] }],
    ['what a public suffix is', { allowOrigins: ['https://*.github.io'], allowCredentials: true }],
    ['that the zero of JSON may have a sign', JSON.parse('{ "maxAge": -0 }')],
  ])('does not know %s', (_, input) => {
    expect(accepts(input)).toBe(true)
    expect(parses(input)).toBe(false)
  })
})
