import { describe, expect, it } from 'vitest'
import { isCorsConfigError } from './cors-config-error.ts'
import type { CorsConfig } from './cors-config.ts'
import { isCorsPolicy } from './cors-policy.ts'
import { decide } from './decide.ts'
import { definePolicy, parsePolicy } from './parse-policy.ts'
import { isPublicSuffix } from './public-suffixes.ts'
import { actual } from './request-head.testing.ts'

const A = 'https://a.example'

function issuesOf(input: unknown): readonly string[] {
  const result = parsePolicy(input, { isPublicSuffix })
  return result.ok ? [] : result.issues.map(({ code, path }) => `${path}: ${code}`)
}

describe('parsePolicy', () => {
  it('writes out every default', () => {
    const result = parsePolicy({})
    expect(result.ok && result.policy.config).toEqual({
      allowOrigins: '*',
      allowCredentials: false,
      allowMethods: [],
      allowHeaders: [],
      exposeHeaders: [],
      maxAge: 600,
      preflightStatus: 204,
      timingAllowOrigin: false,
      dangerouslyAllowInsecureOrigins: false,
      dangerouslyAllowPublicSuffixes: false,
    })
  })

  it('accepts its own complete configuration', () => {
    const config = {
      allowOrigins: [A],
      allowCredentials: true,
      allowMethods: ['PUT'],
      allowHeaders: ['*', 'authorization'],
    }
    const first = parsePolicy(config)
    expect(first.ok && parsePolicy(first.policy.config)).toMatchObject({ ok: true })
  })

  it.each<[unknown, string]>([
    [undefined, ': config-not-an-object'],
    [null, ': config-not-an-object'],
    ['*', ': config-not-an-object'],
    [[], ': config-not-an-object'],
    [() => ({}), ': config-not-an-object'],
    [new Map([['allowOrigins', [A]]]), ': config-not-an-object'],
    [Promise.resolve({ allowOrigins: [A] }), ': config-not-an-object'],
    [new Date(0), ': config-not-an-object'],
    [{ methods: [] }, 'methods: key-unknown'],
    [{ origin: '*' }, 'origin: key-unknown'],

    [{ allowOrigins: undefined }, 'allowOrigins: value-undefined'],
    [{ allowOrigins: null }, 'allowOrigins: value-of-wrong-type'],
    [{ allowOrigins: true }, 'allowOrigins: value-of-wrong-type'],
    [{ allowOrigins: { length: 1, 0: A } }, 'allowOrigins: value-of-wrong-type'],
    [{ allowOrigins: A }, 'allowOrigins: list-expected'],
    [{ allowOrigins: '' }, 'allowOrigins: list-expected'],
    [{ allowOrigins: [] }, 'allowOrigins: origins-missing'],
    [{ allowOrigins: /a/ }, 'allowOrigins: origin-regexp'],
    [{ allowOrigins: [/^https:\/\/a\.example$/] }, 'allowOrigins[0]: origin-regexp'],
    [{ allowOrigins: [A, ''] }, 'allowOrigins[1]: origin-empty'],
    [{ allowOrigins: [undefined] }, 'allowOrigins[0]: value-undefined'],
    [{ allowOrigins: [A, , 'https://b.example', , ,] }, 'allowOrigins[1]: value-undefined'],
    [{ allowOrigins: [new URL(A)] }, 'allowOrigins[0]: value-of-wrong-type'],
    [{ allowOrigins: [() => true] }, 'allowOrigins[0]: value-of-wrong-type'],
    [{ allowOrigins: [Promise.resolve(A)] }, 'allowOrigins[0]: value-of-wrong-type'],
    [{ allowOrigins: ['*', 'https://a.example/'] }, 'allowOrigins[1]: origin-path'],
    [{ allowOrigins: '*', allowCredentials: true }, 'allowOrigins: origin-wildcard-with-credentials'],
    [{ allowCredentials: true }, 'allowOrigins: origin-wildcard-with-credentials'],
    [{ allowOrigins: ['*', A], allowCredentials: true }, 'allowOrigins: origin-wildcard-with-credentials'],
    [{ allowOrigins: [A, 'null'], allowCredentials: true }, 'allowOrigins[1]: origin-null-with-credentials'],
    [
      { allowOrigins: ['http://a.example'], allowCredentials: true },
      'allowOrigins[0]: origin-insecure-with-credentials',
    ],
    [
      { allowOrigins: ['http://a.example:*'], allowCredentials: true },
      'allowOrigins[0]: origin-insecure-with-credentials',
    ],
    [
      { allowOrigins: ['https://*.com'], allowCredentials: true },
      'allowOrigins[0]: origin-public-suffix-with-credentials',
    ],
    [
      { allowOrigins: ['https://*.co.uk'], allowCredentials: true },
      'allowOrigins[0]: origin-public-suffix-with-credentials',
    ],
    [
      { allowOrigins: ['https://*.github.io:*'], allowCredentials: true },
      'allowOrigins[0]: origin-public-suffix-with-credentials',
    ],
    [
      { allowOrigins: ['https://*.intranet'], allowCredentials: true },
      'allowOrigins[0]: origin-public-suffix-with-credentials',
    ],

    [{ allowCredentials: 'true', allowOrigins: [A] }, 'allowCredentials: value-of-wrong-type'],
    [{ allowCredentials: undefined }, 'allowCredentials: value-undefined'],
    [{ timingAllowOrigin: 1 }, 'timingAllowOrigin: value-of-wrong-type'],
    [{ dangerouslyAllowInsecureOrigins: 'no' }, 'dangerouslyAllowInsecureOrigins: value-of-wrong-type'],
    [{ dangerouslyAllowPublicSuffixes: null }, 'dangerouslyAllowPublicSuffixes: value-of-wrong-type'],

    [{ allowMethods: undefined }, 'allowMethods: value-undefined'],
    [{ allowMethods: 'PUT' }, 'allowMethods: list-expected'],
    [{ allowMethods: ['PUT', 1] }, 'allowMethods[1]: value-of-wrong-type'],
    [{ allowMethods: ['P UT'] }, 'allowMethods[0]: method-invalid'],
    [{ allowMethods: [''] }, 'allowMethods[0]: method-invalid'],
    [{ allowMethods: ['PUT,DELETE'] }, 'allowMethods[0]: method-invalid'],
    [{ allowMethods: ['*', 'TRACE'] }, 'allowMethods[1]: method-forbidden'],
    [{ allowMethods: ['connect'] }, 'allowMethods[0]: method-forbidden'],
    [{ allowMethods: ['patch'] }, 'allowMethods[0]: method-case'],
    [{ allowMethods: ['Get'] }, 'allowMethods[0]: method-case'],

    [{ allowHeaders: 'x-a' }, 'allowHeaders: list-expected'],
    [{ allowHeaders: ['x-a\r\nx-b'] }, 'allowHeaders[0]: header-name-invalid'],
    [{ allowHeaders: ['x-a: 1'] }, 'allowHeaders[0]: header-name-invalid'],
    [{ allowHeaders: ['x-ü'] }, 'allowHeaders[0]: header-name-invalid'],
    [{ allowHeaders: ['Cookie'] }, 'allowHeaders[0]: header-name-forbidden'],
    [{ allowHeaders: ['Sec-Fetch-Site'] }, 'allowHeaders[0]: header-name-forbidden'],
    [{ allowHeaders: ['proxy-x'] }, 'allowHeaders[0]: header-name-forbidden'],
    [{ allowHeaders: ['Access-Control-Allow-Origin'] }, 'allowHeaders[0]: header-name-misplaced'],
    [{ exposeHeaders: ['Set-Cookie'] }, 'exposeHeaders[0]: header-name-forbidden'],
    [{ exposeHeaders: ['a b'] }, 'exposeHeaders[0]: header-name-invalid'],
    [{ exposeHeaders: ['Access-Control-Max-Age'] }, 'exposeHeaders[0]: header-name-misplaced'],
    [{ exposeHeaders: ['origin'] }, 'exposeHeaders[0]: header-name-misplaced'],
    [
      { allowOrigins: [A], allowCredentials: true, exposeHeaders: ['*'] },
      'exposeHeaders: expose-wildcard-with-credentials',
    ],

    [{ maxAge: -1 }, 'maxAge: max-age-out-of-range'],
    [{ maxAge: -0 }, 'maxAge: max-age-out-of-range'],
    [{ maxAge: 86_401 }, 'maxAge: max-age-out-of-range'],
    [{ maxAge: 1.5 }, 'maxAge: max-age-out-of-range'],
    [{ maxAge: Number.NaN }, 'maxAge: max-age-out-of-range'],
    [{ maxAge: Number.POSITIVE_INFINITY }, 'maxAge: max-age-out-of-range'],
    [{ maxAge: '600' }, 'maxAge: value-of-wrong-type'],
    [{ maxAge: undefined }, 'maxAge: value-undefined'],
    [{ preflightStatus: 201 }, 'preflightStatus: preflight-status-unsupported'],
    [{ preflightStatus: '204' }, 'preflightStatus: value-of-wrong-type'],
    [{ preflightStatus: undefined }, 'preflightStatus: value-undefined'],
  ])('refuses %j: %s', (input, issue) => {
    expect(issuesOf(input)).toEqual([issue])
  })

  it.each<CorsConfig>([
    {
      allowOrigins: ['http://localhost:*', 'http://127.0.0.1:3000', 'http://[::1]:*', 'http://*.localhost'],
      allowCredentials: true,
    },
    { allowOrigins: ['capacitor://localhost', 'chrome-extension://abcdef'], allowCredentials: true },
    { allowOrigins: ['http://a.example'] },
    { allowOrigins: ['https://*.github.io'] },
    { allowOrigins: ['https://*.a.github.io', 'https://*.example.co.uk'], allowCredentials: true },
    { allowOrigins: ['http://a.example'], allowCredentials: true, dangerouslyAllowInsecureOrigins: true },
    { allowOrigins: ['https://*.github.io'], allowCredentials: true, dangerouslyAllowPublicSuffixes: true },
    { allowMethods: ['GET', 'PUT', 'purge', 'M-SEARCH', 'X_Y'] },
    {
      allowHeaders: ['Content-Type', 'X-HTTP-Method-Override', 'User-Agent'],
      exposeHeaders: ['ETag', 'Cache-Control'],
    },
    { maxAge: 0 },
    { maxAge: 86_400, preflightStatus: 200 },
  ])('accepts %j', (config) => {
    expect(issuesOf(config)).toEqual([])
  })

  it('refuses a credentialed subdomain pattern closed where nobody can tell public suffixes', () => {
    const config = { allowOrigins: ['https://*.a.example'], allowCredentials: true }
    const result = parsePolicy(config)
    expect(result).toMatchObject({
      ok: false,
      issues: [{ code: 'origin-public-suffixes-unknown', path: 'allowOrigins[0]' }],
    })
    expect(!result.ok && result.issues[0]?.message).toContain('@corsac/core/public-suffixes')
  })

  it('names all mistakes at once, in the order of the configuration', () => {
    expect(
      issuesOf({
        maxAge: -1,
        methods: [],
        exposeHeaders: ['*', 'Set-Cookie'],
        allowOrigins: ['http://a.example', 'https://b.example/', 'null'],
        allowCredentials: true,
        allowHeaders: ['a b', 'cookie'],
      }),
    ).toEqual([
      'maxAge: max-age-out-of-range',
      'methods: key-unknown',
      'exposeHeaders: expose-wildcard-with-credentials',
      'exposeHeaders[1]: header-name-forbidden',
      'allowOrigins[0]: origin-insecure-with-credentials',
      'allowOrigins[1]: origin-path',
      'allowOrigins[2]: origin-null-with-credentials',
      'allowHeaders[0]: header-name-invalid',
      'allowHeaders[1]: header-name-forbidden',
    ])
  })

  it('names a thousand mistakes, and how many it leaves out', () => {
    const result = parsePolicy({ allowMethods: Array.from({ length: 3000 }, () => 'TRACE'), maxAge: -1 })
    const issues = result.ok ? [] : result.issues
    expect(issues).toHaveLength(1001)
    expect(issues.at(-1)).toMatchObject({ code: 'mistakes-left-out', path: '', value: 2001 })
  })

  it('names a thousand unknown keys, and looks for the meaning of no more', () => {
    const input = Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [`x${index}`, 1]))
    const result = parsePolicy({ ...input, maxAge: -1 })
    const issues = result.ok ? [] : result.issues
    expect(issues.filter(({ code }) => code === 'key-unknown')).toHaveLength(1000)
    expect(issues.at(-1)).toEqual({
      code: 'mistakes-left-out',
      path: '',
      value: 501,
      message: '501 more mistakes are not listed here: mend these first',
    })
  })

  it('names exactly a thousand mistakes without leaving any out', () => {
    const codes = issuesOf({ allowMethods: Array.from({ length: 1000 }, () => 'TRACE') })
    expect(codes).toHaveLength(1000)
    expect(codes).not.toContain(': mistakes-left-out')
  })

  it('names every mistake of one origin', () => {
    expect(issuesOf({ allowOrigins: [A, 'http://*.github.io'], allowCredentials: true })).toEqual([
      'allowOrigins[1]: origin-insecure-with-credentials',
      'allowOrigins[1]: origin-public-suffix-with-credentials',
    ])
  })

  it('refuses what would be overlooked, because it is not a property of its own', () => {
    const inherited: unknown = Object.create(
      { allowOrigins: [A], allowCredentials: true },
      { maxAge: { value: 1, enumerable: true }, allowMethods: { value: ['PUT'], enumerable: false } },
    )
    expect(issuesOf(inherited)).toEqual([
      'allowOrigins: key-hidden',
      'allowCredentials: key-hidden',
      'allowMethods: key-hidden',
    ])
  })

  it('accepts an instance of a class for what it has of its own', () => {
    class Settings {
      readonly allowOrigins = [A]
    }
    expect(issuesOf(new Settings())).toEqual([])
  })

  it('reads nothing that every object inherits', () => {
    Object.defineProperty(Object.prototype, 'allowCredentials', { value: true, configurable: true })
    const result = parsePolicy({ allowOrigins: [A] })
    Reflect.deleteProperty(Object.prototype, 'allowCredentials')
    expect(result.ok && result.policy.config.allowCredentials).toBe(false)
  })

  it('calls a getter once', () => {
    let calls = 0
    const config = {
      get allowOrigins() {
        calls++
        return [calls === 1 ? A : 'https://evil.example']
      },
    }
    const result = parsePolicy(config)
    expect(result.ok && result.policy.config.allowOrigins).toEqual([A])
    expect(calls).toBe(1)
  })

  it('keeps control characters out of its sentences', () => {
    const result = parsePolicy({ allowHeaders: ['x\r\nx-injected: 1\u0000'], ['\r\n']: 1 })
    const text = result.ok ? '' : result.issues.map(({ message }) => message).join(' ')
    expect(text).not.toMatch(/[\u0000-\u001f]/)
  })
})

describe('definePolicy', () => {
  it('throws one error that names every mistake and what was meant', () => {
    const define = (): unknown =>
      parseAndThrow({ allowOrigins: ['https://a.example/'], allowCredentials: true, methods: [] })
    expect(define).toThrow(/2 mistakes/)
    expect(define).toThrow(/did you mean "https:\/\/a\.example"\?/)
    expect(define).toThrow(/"methods" is not a key/)
  })

  it.each(['x', null, true, {}])('takes no %j for a test of public suffixes', (isPublicSuffix) => {
    const define: (...input: never) => unknown = definePolicy
    expect(() => Reflect.apply(define, undefined, [{ allowOrigins: [A] }, { isPublicSuffix }])).toThrow(TypeError)
    expect(() => Reflect.apply(define, undefined, [{ allowOrigins: [A] }, { isPublicSuffix }])).toThrow(
      'pass a function, such as the isPublicSuffix of @corsac/core/public-suffixes',
    )
  })

  it('is not changed by what happens to its configuration later', () => {
    const allowOrigins = [A, 'https://b.example']
    const policy = definePolicy({ allowOrigins })
    allowOrigins[0] = 'https://evil.example'
    allowOrigins.push('https://evil.example')
    expect(decide(policy, actual('https://evil.example')).set).toEqual([])
    expect(policy.config.allowOrigins).toEqual([A, 'https://b.example'])
  })

  it('gives frozen, branded policies', () => {
    const policy = definePolicy({ allowOrigins: [A], allowMethods: ['PUT'] })
    expect(Object.isFrozen(policy)).toBe(true)
    expect(Object.isFrozen(policy.config)).toBe(true)
    expect(Object.isFrozen(policy.config.allowOrigins)).toBe(true)
    expect(Object.isFrozen(policy.config.allowMethods)).toBe(true)
    expect(isCorsPolicy(policy)).toBe(true)
    expect(isCorsPolicy({ [Symbol.for('@corsac/core/policy-program/1')]: {} })).toBe(true)
    expect(isCorsPolicy({ config: policy.config })).toBe(false)
    expect(isCorsPolicy(null)).toBe(false)
  })
})

/** `definePolicy` for a configuration that does not compile. */
function parseAndThrow(config: unknown): unknown {
  const define: (config: CorsConfig) => unknown = definePolicy
  try {
    return Reflect.apply(define, undefined, [config])
  } catch (error) {
    expect(isCorsConfigError(error)).toBe(true)
    throw error
  }
}
