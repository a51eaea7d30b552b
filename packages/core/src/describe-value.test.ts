import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeError, describeList, describeValue } from './describe-value.ts'

class Settings {
  readonly maxAge = 600
}

describe('describeValue', () => {
  it.each<[unknown, string]>([
    ['https://a.example', '"https://a.example"'],
    ['a\r\nb', '"a\\r\\nb"'],
    ['a\u0000\u007f\u009f', '"a\\u0000\\u007f\\u009f"'],
    ['a\u200b\u202e\u2028\u00a0\ufeff', '"a\\u200b\\u202e\\u2028\\u00a0\\ufeff"'],
    ['b\u00fccher \u{1f98a}', '"b\u00fccher \u{1f98a}"'],
    ['\u{e0041}', '"\\udb40\\udc41"'],
    [0, '0'],
    [-0, '-0'],
    [Number.NaN, 'NaN'],
    [600n, '600n'],
    [true, 'true'],
    [undefined, 'undefined'],
    [null, 'null'],
    [Symbol('x'), 'a symbol'],
    [() => true, 'a function'],
    [['x'], 'an array'],
    [/^a\.b$/g, 'the RegExp "/^a\\\\.b$/g"'],
    [Promise.resolve(), 'a promise'],
    [{}, 'an object'],
    [Object.create(null), 'an object'],
    [new Set(), 'an object of class Set'],
    [new URL('https://a.example'), 'an object of class URL'],
    [new Settings(), 'an object of class Settings'],
    [Object.create({ constructor: { name: 'x\r\ny' } }), 'an object'],
    [Object.create({ constructor: { name: 'x\r\nMap' } }), 'an object'],
    [Object.create({ constructor: { name: 'Map\r\n' } }), 'an object'],
    [Object.create({ constructor: { name: ['Map'] } }), 'an object'],
    [Object.create({ constructor: { name: 'A'.repeat(41) } }), 'an object'],
    [{ constructor: { name: 'Map' } }, 'an object'],
    [runInNewContext('({})'), 'an object'],
  ])('%#: %s', (value, description) => {
    expect(describeValue(value)).toBe(description)
  })

  it('survives a revoked proxy, and a RegExp that is none', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(describeValue(proxy)).toBe('an object that cannot be read')
    expect(describeValue(Object.create(RegExp.prototype))).toBe('an object that cannot be read')
  })

  it('cuts a long text', () => {
    expect(describeValue('x'.repeat(120))).toBe(`"${'x'.repeat(120)}"`)
    expect(describeValue('x'.repeat(121))).toBe(`"${'x'.repeat(120)}\u2026"`)
    expect(describeValue('x'.repeat(1_000_000)).length).toBeLessThan(130)
  })

  it('never throws, and never lets a control character through', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withObjectString: true, withBigInt: true }), (value) => {
        expect(describeValue(value)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
      }),
    )
  })
})

describe('describeList', () => {
  it('shows the first four', () => {
    expect(describeList([])).toBe('[]')
    expect(describeList(['a', 'b'])).toBe('["a", "b"]')
    expect(describeList(['a', 'b', 'c', 'd'])).toBe('["a", "b", "c", "d"]')
    expect(describeList(['a', 'b', 'c', 'd', 'e'])).toBe('["a", "b", "c", "d", \u2026]')
  })
})

describe('describeError', () => {
  it.each<[string, unknown]>([
    ['"TypeError: no"', new TypeError('no')],
    ['"no"', 'no'],
    ['"undefined"', undefined],
  ])('is %s', (description, error) => {
    expect(describeError(error)).toBe(description)
  })

  it('survives what cannot be made a text', () => {
    expect(describeError(Object.create(null))).toBe('"an error that cannot be read"')
  })
})
