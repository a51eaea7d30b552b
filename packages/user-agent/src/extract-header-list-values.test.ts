import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractHeaderListValues } from './extract-header-list-values.ts'
import type { HeaderPairs } from './header-list.ts'

const token = fc.stringMatching(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,8}$/)
const optionalWhitespace = fc.string({ unit: fc.constantFrom(' ', '\t'), maxLength: 3 })

function methods(...values: readonly string[]): ReturnType<typeof extractHeaderListValues> {
  return extractHeaderListValues(
    'access-control-allow-methods',
    values.map((value) => ['Access-Control-Allow-Methods', value] as const),
  )
}

describe('extractHeaderListValues', () => {
  it('tells an absent header, an empty list and a failure apart', () => {
    expect(methods()).toBeNull()
    expect(methods('')).toEqual([])
    expect(methods(' ,\t,')).toEqual([])
    expect(methods('GET PUT')).toBe('failure')
  })

  it.each([
    ['GET,PUT', ['GET', 'PUT']],
    [' GET ,\tPUT\t', ['GET', 'PUT']],
    [',GET,, PUT,', ['GET', 'PUT']],
    ["'GET'", ["'GET'"]],
    ['*, PUT', ['*', 'PUT']],
    ['get', ['get']],
  ])('reads %j', (value, expected) => {
    expect(methods(value)).toEqual(expected)
  })

  it.each(['"GET"', 'GET;q=1', '[GET]', 'GET\fPUT', '\vGET', 'GET\0', 'GET\n', 'P\u00DCT', 'GET, @'])(
    'fails for %j',
    (value) => {
      expect(methods(value)).toBe('failure')
    },
  )

  it('collects the fields of a list, and fails as soon as one of them does', () => {
    expect(methods('GET', '', 'PUT')).toEqual(['GET', 'PUT'])
    expect(methods('GET', 'a b')).toBe('failure')
  })

  it.each(['access-control-allow-headers', 'access-control-expose-headers', 'referrer-policy'] as const)(
    'reads %s as a list',
    (name) => {
      expect(
        extractHeaderListValues(name, [
          [name, 'a, b'],
          [name, 'c'],
        ]),
      ).toEqual(['a', 'b', 'c'])
    },
  )

  it.each([
    ['600', ['600']],
    [' 0\t', ['0']],
    ['007', ['007']],
    ['', 'failure'],
    ['-1', 'failure'],
    ['+1', 'failure'],
    ['1.5', 'failure'],
    ['1e3', 'failure'],
    ['600,600', 'failure'],
    ['\u0661', 'failure'],
  ])('reads %j as delta-seconds to be %j', (value, expected) => {
    expect(extractHeaderListValues('access-control-max-age', [['access-control-max-age', value]])).toEqual(expected)
  })

  it.each(['access-control-max-age', 'location'] as const)('fails for a second field of %s', (name) => {
    expect(
      extractHeaderListValues(name, [
        [name, '1'],
        [name, '1'],
      ]),
    ).toBe('failure')
  })

  it('leaves it to the URL parser what a Location is', () => {
    expect(extractHeaderListValues('location', [['Location', ' /a b, c']])).toEqual(['/a b, c'])
  })

  it('gives back any list of tokens, however it is spaced', () => {
    const element = fc.tuple(optionalWhitespace, fc.option(token, { nil: '' }), optionalWhitespace)
    fc.assert(
      fc.property(fc.array(element), (elements) => {
        const value = elements.map((parts) => parts.join('')).join(',')
        expect(methods(value)).toEqual(elements.map(([, text]) => text).filter((text) => text !== ''))
      }),
    )
  })

  it('never throws, and gives only tokens', () => {
    const headers: fc.Arbitrary<HeaderPairs> = fc.array(
      fc.tuple(fc.constant('access-control-allow-headers'), fc.string({ unit: 'binary' })),
    )
    fc.assert(
      fc.property(headers, (fields) => {
        const values = extractHeaderListValues('access-control-allow-headers', fields)
        if (values === null || values === 'failure') return
        for (const value of values) expect(value).toMatch(/^[!#$%&'*+\-.^_`|~\w]+$/)
      }),
    )
  })

  it('copes with more values than a function takes arguments', () => {
    expect(methods('a,'.repeat(200_000))).toHaveLength(200_000)
  })
})
