import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FUZZ_PROPERTIES } from './fuzz-properties.ts'
import { isAllowedNaively, isOriginNaively } from './naive-origin.ts'

describe('whatever comes in', () => {
  it.each(FUZZ_PROPERTIES)('$name', ({ property, inputs }) => {
    fc.assert(property, { numRuns: 15_000 / inputs })
  })
})

describe('the naive rule that matching is held against', () => {
  it.each([
    ['https://*.a.example', 'https://x.y.a.example', true],
    ['https://*.a.example', 'https://a.example', false],
    ['https://*.a.example', 'https://xa.example', false],
    ['http://localhost:*', 'http://localhost', true],
    ['http://localhost:*', 'http://localhost:80', false],
    ['http://[::1]:*', 'http://[::1]:3000', true],
    ['https://a.example', 'https://axexample', false],
    ['https://*.a.example:*', 'https://x.axexample:1', false],
  ])('of %s says for %s: %s', (pattern, origin, allowed) => {
    expect(isAllowedNaively([pattern], origin)).toBe(allowed)
  })

  it.each(['https://a.example/', 'https://A.example', 'https://a.example:443', 'http://127.1', 'https://a..b', 'x'])(
    'takes %s for no origin',
    (text) => {
      expect(isOriginNaively(text)).toBe(false)
    },
  )
})
