import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileOriginMatcher, type OriginMatcher } from './origin-matcher.ts'
import { type OriginPattern, parseOriginPattern } from './origin-pattern.ts'
import { MAX_ORIGIN_LENGTH, parseSerializedOrigin } from './serialized-origin.ts'

function parse(texts: readonly string[]): readonly OriginPattern[] {
  return texts.map((text) => {
    const result = parseOriginPattern(text)
    if (!result.ok) throw new Error(`${text}: ${result.message}`)
    return result.pattern
  })
}

function compile(patterns: readonly OriginPattern[]): OriginMatcher {
  const isWildcard = ({ anyPort, subdomains }: OriginPattern): boolean => subdomains || anyPort
  const exact = patterns.filter((pattern) => !isWildcard(pattern)).map(({ text }) => text)
  return compileOriginMatcher(new Set(exact), patterns.filter(isWildcard))
}

/** The rule as one would say it, pattern by pattern: slow, and too simple to be wrong. */
function naiveMatch(patterns: readonly OriginPattern[], origin: string): boolean {
  const parts = parseSerializedOrigin(origin)
  return patterns.some((pattern) => {
    if (!pattern.subdomains && !pattern.anyPort) return pattern.text === origin
    if (parts?.scheme !== pattern.scheme) return false
    const port = pattern.text.slice(pattern.text.lastIndexOf(pattern.host) + pattern.host.length).replace(':', '')
    if (!pattern.anyPort && port !== parts.port) return false
    return pattern.subdomains ? parts.host.endsWith(`.${pattern.host}`) : parts.host === pattern.host
  })
}

describe('compileOriginMatcher', () => {
  it.each([
    ['https://*.a.example', 'https://x.a.example', true],
    ['https://*.a.example', 'https://x.y.a.example', true],
    ['https://*.a.example', 'https://a.example', false],
    ['https://*.a.example', 'https://xa.example', false],
    ['https://*.a.example', 'https://*.a.example', false],
    ['https://*.a.example', 'https://x.a.example:8443', false],
    ['https://*.a.example', 'http://x.a.example', false],
    ['https://*.a.example:8443', 'https://x.a.example:8443', true],
    ['https://*.a.example:*', 'https://x.a.example:1', true],
    ['https://*.a.example:*', 'https://x.a.example', true],
    ['https://*.a.example:*', 'https://a.example', false],
    ['http://localhost:*', 'http://localhost', true],
    ['http://localhost:*', 'http://localhost:5173', true],
    ['http://localhost:*', 'http://localhost:80', false],
    ['http://localhost:*', 'http://x.localhost:5173', false],
    ['http://[::1]:*', 'http://[::1]:3000', true],
    ['http://[::1]:*', 'http://[::1]', true],
    ['http://[::1]:*', 'http://[::1', false],
    ['http://[::1]:*', 'http://[::1]:3000:1', false],
    ['http://127.0.0.1:*', 'http://127.0.0.1:3000', true],
    ['https://*.a.example.', 'https://x.a.example.', true],
    ['https://*.a.example', 'https://x.a.example.', false],
    ['https://*.a.example', 'https://.a.example', false],
    ['https://*.a.example', 'https://x,y.a.example', false],
    ['https://*.a.example', 'x.a.example', false],
    ['https://*.a.example:*', 'https://x.a.example:1:2', false],
    ['capacitor://*.a', 'capacitor://x.a', true],
    ['null', 'null', true],
    ['https://a.example', 'null', false],
  ])('of %s says for %s: %s', (pattern, origin, matches) => {
    expect(compile(parse([pattern]))(origin)).toBe(matches)
  })

  it('finds the longest origin that there can be, and none that is longer', () => {
    const scheme = 'x'.repeat(64)
    const host = `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(62)}.example`
    const longest = `${scheme}://${host}:65535`
    expect([host.length, longest.length]).toEqual([253, MAX_ORIGIN_LENGTH])
    for (const others of [[], ['https://*.a.example']]) {
      const matches = compile(parse([longest, ...others]))
      expect([matches(longest), matches(`${longest}0`)]).toEqual([true, false])
    }
    const matches = compile(parse([`${scheme}://*.${host.slice(host.indexOf('.') + 1)}:65535`]))
    expect([matches(longest), matches(longest.replace('a', 'aa'))]).toEqual([true, false])
  })

  it('tells patterns apart that end alike', () => {
    const patterns = ['https://*.b.example', 'https://*.a.b.example:1', 'http://*.b.example:*', 'https://b.example:*']
    const matches = compile(parse(patterns))
    expect(['https://x.a.b.example', 'http://x.a.b.example:1', 'https://a.b.example'].map(matches)).toEqual([
      true,
      true,
      true,
    ])
    expect(['https://x.b.example:1', 'https://a.b.example:1', 'http://b.example'].map(matches)).toEqual([
      false,
      false,
      false,
    ])
    expect(['https://x.a.b.example:1', 'https://b.example:1'].map(matches)).toEqual([true, true])
  })

  it('never says otherwise than the naive rule', () => {
    // Few words, so that prefixes, suffixes, ports and schemes are shared all the time.
    const scheme = fc.constantFrom('http', 'https')
    const label = fc.constantFrom('a', 'b', 'ab', 'ba', 'foo', 'barfoo', 'example', 'com')
    const host = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'))
    const port = fc.constantFrom('', ':1', ':10', ':8443')
    const origin = fc.tuple(scheme, host, port).map(([s, h, p]) => `${s}://${h}${p}`)
    const pattern = fc
      .tuple(scheme, fc.constantFrom('', '', '*.'), host, fc.oneof(port, fc.constant(':*')))
      .map(([s, w, h, p]) => `${s}://${w}${h}${p}`)
    const near = fc.oneof(
      origin,
      origin,
      origin.map((text) => `${text}.`),
      fc.constantFrom('null', '', 'https://', 'https://a..b'),
    )
    fc.assert(
      fc.property(
        fc.array(pattern, { maxLength: 6 }),
        fc.array(near, { minLength: 20, maxLength: 20 }),
        (texts, origins) => {
          const patterns = parse(texts)
          const matches = compile(patterns)
          for (const each of origins) expect([each, matches(each)]).toEqual([each, naiveMatch(patterns, each)])
        },
      ),
      { numRuns: 1500 },
    )
  })
})
