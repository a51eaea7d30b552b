import { describe, expect, it } from 'vitest'
import { explainUnlistedOrigin, findMatchingPattern } from './explain-unlisted-origin.ts'
import { parseSerializedOrigin, type SerializedOrigin } from './serialized-origin.ts'

function parse(text: string): SerializedOrigin {
  const origin = parseSerializedOrigin(text)
  if (origin === null) throw new Error(`${text} is no origin`)
  return origin
}

describe('findMatchingPattern', () => {
  it.each([
    ['https://a.example', ['null', 'https://a.example'], 'https://a.example'],
    ['https://x.a.example:8443', ['https://*.a.example', 'https://*.a.example:8443'], 'https://*.a.example:8443'],
    ['https://x.a.example', ['https://*.a.example:8443', 'https://*.a.example:*'], 'https://*.a.example:*'],
    ['http://localhost:3000', ['https://localhost:3000', 'http://localhost:*'], 'http://localhost:*'],
    ['http://[::1]:3000', ['http://[::1]:*'], 'http://[::1]:*'],
    // What "null" would be, were it taken for a pattern and apart.
    ['nul://ll', ['null', 'nul://ll'], 'nul://ll'],
    ['https://a.example', ['https://*.a.example', 'http://a.example', 'https://a.example:8443'], undefined],
  ])('finds for %s in %j: %s', (text, patterns, pattern) => {
    expect(findMatchingPattern(parse(text), patterns)).toBe(pattern)
  })
})

describe('explainUnlistedOrigin', () => {
  it.each([
    ['http://a.example', ['https://a.example'], 'it has "https://a.example", which has another scheme'],
    ['http://a.example:1', ['https://a.example:1'], 'it has "https://a.example:1", which has another scheme'],
    ['https://a.example:1', ['https://a.example:2'], 'it has "https://a.example:2", which has another port'],
    ['https://a.example:1', ['https://a.example'], 'it has "https://a.example", which has another port'],
    ['https://x.a.example:1', ['https://*.a.example'], 'it has "https://*.a.example", which has another port'],
    [
      'http://a.example:1',
      ['https://a.example'],
      'it has "https://a.example", which has another scheme and another port',
    ],
    [
      'https://a.example:1',
      ['https://*.a.example:1'],
      'it has "https://*.a.example:1", which stands for the subdomains of that host and not for the host itself',
    ],
    [
      'https://x.a.example:1',
      ['https://a.example:1'],
      'it has "https://a.example:1", which does not stand for its subdomains',
    ],
    // Those that differ in more are only near.
    ['https://a.example', ['http://*.a.example'], 'the nearest that it has is "http://*.a.example"'],
    ['https://a.example', ['https://*.a.example:1'], 'the nearest that it has is "https://*.a.example:1"'],
    ['https://x.a.example', ['http://a.example'], 'the nearest that it has is "http://a.example"'],
    ['https://x.a.example', ['https://a.example:1'], 'the nearest that it has is "https://a.example:1"'],
    ['https://xa.example', ['https://a.example'], 'the nearest that it has is "https://a.example"'],
    ['https://a.example', ['null'], 'the nearest that it has is "null"'],
    // The likeliest slip comes first, whatever comes first in the list.
    [
      'http://a.example',
      ['https://a.example:1', 'http://*.a.example', 'http://a.example:1', 'https://a.example'],
      'it has "https://a.example", which has another scheme',
    ],
  ])('says for %s what %j has in its place', (text, patterns, explanation) => {
    expect(explainUnlistedOrigin(text, parse(text), patterns)).toBe(explanation)
  })

  it.each([
    ['at its end', 'https://abc.test', 'https://abc.test2', 'https://abc.example'],
    ['at its beginning', 'https://abc.test', 'https://zabc.test', 'https://wxyzabc.test'],
    ['in its middle', 'https://abcde.test', 'https://abxde.test', 'https://axxxe.test'],
    ['from the first letter', 'https://abc.test', 'https://ab.test', 'capacitor://xabc.test'],
    // What is common to the beginning and to the end is counted once.
    ['by a longer insertion', 'https://aa.test', 'https://ab.test', 'https://aaaa.test'],
    ['by a longer deletion', 'https://aaaa.test', 'https://aaa.test', 'https://aa.test'],
    ['by a continuation', 'https://a.test', 'https://b.test', 'https://a.test.a.test'],
    ['by being a beginning', 'https://a.b.c', 'https://a.b.d', 'https://a'],
  ])('finds the nearest, beside what differs more %s', (_, text, nearest, other) => {
    const explanation = `the nearest that it has is "${nearest}"`
    expect(explainUnlistedOrigin(text, parse(text), [nearest, other])).toBe(explanation)
    expect(explainUnlistedOrigin(text, parse(text), [other, nearest])).toBe(explanation)
  })

  it('finds the first of several that are equally near', () => {
    const text = 'https://aa.test'
    expect(explainUnlistedOrigin(text, parse(text), ['https://ab.test', 'https://aaa.test', 'https://a.test'])).toBe(
      'the nearest that it has is "https://ab.test"',
    )
  })
})
