import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CorsConfigError } from './cors-config-error.ts'
import { decide } from './decide.ts'
import { type ParsePolicyResult, parsePolicy } from './parse-policy.ts'
import { actual } from './request-head.testing.ts'

const A = 'https://a.example'

function refuse(): never {
  throw new Error('no')
}

/** A proxy whose every trap throws. */
function unreadable(target: object): object {
  return new Proxy(target, {
    get: refuse,
    getOwnPropertyDescriptor: refuse,
    getPrototypeOf: refuse,
    has: refuse,
    ownKeys: refuse,
  })
}

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {})
  revoke()
  return proxy
}

function issuesOf(result: ParsePolicyResult): readonly string[] {
  return result.ok ? [] : result.issues.map(({ code, path }) => `${path}: ${code}`)
}

// Rows are functions: what formats a test's name would stumble over the values.
describe('a configuration that cannot be read', () => {
  it.each<[string, () => unknown, readonly string[]]>([
    ['a revoked proxy', () => revoked({}), [': config-not-an-object']],
    ['a revoked proxy of an array', () => revoked([]), [': config-not-an-object']],
    ['a proxy that throws', () => unreadable({}), [': config-not-an-object']],
    ['a proxy without keys', () => new Proxy({ maxAge: 1 }, { ownKeys: refuse }), [': config-not-an-object']],
    [
      'a proxy without descriptors',
      () => new Proxy({ maxAge: 1 }, { getOwnPropertyDescriptor: refuse }),
      [': config-not-an-object'],
    ],
    [
      'a proxy without values',
      () => new Proxy({ maxAge: 1, allowMethods: ['PUT'], other: 1 }, { get: refuse }),
      ['maxAge: value-unreadable', 'allowMethods: value-unreadable', 'other: key-unknown'],
    ],
    [
      'one getter that throws',
      () => ({
        maxAge: -1,
        get allowOrigins() {
          return refuse()
        },
        allowCredentials: true,
        allowMethods: ['patch'],
      }),
      ['maxAge: max-age-out-of-range', 'allowOrigins: value-unreadable', 'allowMethods[0]: method-case'],
    ],
  ])('%s', (_, input, issues) => {
    expect(issuesOf(parsePolicy(input()))).toEqual(issues)
  })

  it.each<[string, () => unknown, readonly string[]]>([
    ['a revoked proxy', () => revoked([]), ['allowOrigins: value-of-wrong-type']],
    ['a proxy that throws', () => unreadable([A]), ['allowOrigins: value-of-wrong-type']],
    [
      'a revoked entry',
      () => [A, revoked([]), revoked({})],
      ['allowOrigins[1]: value-of-wrong-type', 'allowOrigins[2]: value-of-wrong-type'],
    ],
    [
      'an entry that throws',
      () => [A, unreadable({}), unreadable(/a/)],
      ['allowOrigins[1]: value-of-wrong-type', 'allowOrigins[2]: value-of-wrong-type'],
    ],
    [
      'an entry whose getter throws',
      () => Object.defineProperty([A, A, 'x'], 1, { get: refuse }),
      ['allowOrigins[1]: value-unreadable', 'allowOrigins[2]: origin-scheme-missing'],
    ],
    [
      'entries whose toString throws',
      () => [{ toString: refuse, valueOf: refuse, [Symbol.toPrimitive]: refuse }],
      ['allowOrigins[0]: value-of-wrong-type'],
    ],
    [
      'a thenable that throws',
      () => Object.defineProperty({}, 'then', { get: refuse }),
      ['allowOrigins: value-of-wrong-type'],
    ],
    [
      'a RegExp that throws',
      () => Object.defineProperty(/a/, 'source', { get: refuse }),
      ['allowOrigins: origin-regexp'],
    ],
    ['a list of any length', () => new Array(4_000_000_000), ['allowOrigins: list-too-long']],
    [
      'nothing but empty places',
      () => new Array(5),
      ['allowOrigins: origins-missing', 'allowOrigins[0]: value-undefined'],
    ],
    [
      'a length that lies',
      () => new Proxy([A], { get: (target, key) => (key === 'length' ? 3 : Reflect.get(target, key)) }),
      ['allowOrigins[1]: value-undefined'],
    ],
    [
      'a length that is none',
      () => new Proxy([A], { get: (target, key) => (key === 'length' ? 'many' : Reflect.get(target, key)) }),
      ['allowOrigins: value-of-wrong-type'],
    ],
  ])('allowOrigins that is %s', (_, allowOrigins, issues) => {
    expect(issuesOf(parsePolicy({ allowOrigins: allowOrigins() }))).toEqual(issues)
  })

  it('is not read through an iterator that lies', () => {
    const allowOrigins = Object.assign([A], {
      [Symbol.iterator]: () => ({ next: () => ({ done: false, value: '*' }) }),
    })
    const result = parsePolicy({ allowOrigins })
    expect(result.ok && result.policy.config.allowOrigins).toEqual([A])
  })

  it('may have no prototype, and symbols for keys', () => {
    const config: unknown = Object.assign(Object.create(null), { allowOrigins: [A], [Symbol('x')]: 1 })
    expect(issuesOf(parsePolicy(config))).toEqual([])
  })

  it('gets nothing for an empty place from what every array inherits', () => {
    Object.defineProperty(Array.prototype, 1, { value: '*', configurable: true, writable: true })
    const result = parsePolicy({ allowOrigins: [A, , 'https://b.example'] })
    Reflect.deleteProperty(Array.prototype, 1)
    expect(issuesOf(result)).toEqual(['allowOrigins[1]: value-undefined'])
  })
})

describe('anything for a configuration', () => {
  const anything = fc.anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
    withUnboxedTypes: true,
  } as fc.ObjectConstraints)
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('*', 'null', A, 'PUT', 'x-a', ' * ', 'https://a.example,', 'patch', ''),
  )
  const value = fc.oneof(
    anything,
    text,
    fc.array(fc.oneof(text, anything)),
    fc.func(fc.boolean()),
    fc.constantFrom(true, false, 0, 600, 204, -0, Number.NaN),
  )
  const keys = [
    'allowOrigins',
    'allowCredentials',
    'allowMethods',
    'allowHeaders',
    'exposeHeaders',
    'maxAge',
    'preflightStatus',
    'timingAllowOrigin',
    'dangerouslyAllowInsecureOrigins',
    'dangerouslyAllowPublicSuffixes',
    'origin',
  ]
  const config = fc
    .array(fc.tuple(fc.oneof(fc.constantFrom(...keys), fc.string()), value))
    .map((entries): unknown => Object.fromEntries(entries))

  it('makes a policy that decides, or issues that can be shown', () => {
    fc.assert(
      fc.property(fc.oneof(anything, config), (input) => {
        const result = parsePolicy(input)
        if (result.ok) {
          expect(() => decide(result.policy, actual(A))).not.toThrow()
          return
        }
        expect(result.issues.length).toBeGreaterThan(0)
        expect(Object.isFrozen(result.issues)).toBe(true)
        expect(result.issues.every(Object.isFrozen)).toBe(true)
        expect(new CorsConfigError(result.issues).message.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
      }),
      { numRuns: 3000 },
    )
  })
})
