import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMimeTypeEssence } from './mime-type-essence.ts'

describe('parseMimeTypeEssence', () => {
  it.each([
    ['text/plain', 'text/plain'],
    ['Text/PLAIN;charset=utf-8', 'text/plain'],
    ['\r\n\t text/plain \t;', 'text/plain'],
    ['text/plain;,garbage;;', 'text/plain'],
    ['text/plain;a/b', 'text/plain'],
    ['application/ld+json', 'application/ld+json'],
    ['*/*', '*/*'],
  ])('parses %j as %s', (value, essence) => {
    expect(parseMimeTypeEssence(value)).toBe(essence)
  })

  it.each([
    '',
    'text',
    'text/',
    'text/;charset=utf-8',
    '/plain',
    'text /plain',
    'text/ plain',
    'text/plain/x',
    'text/plain, text/html',
    'text/plain\f',
    'text;a/b',
    't\u00E9xt/plain',
  ])('fails for %j', (value) => {
    expect(parseMimeTypeEssence(value)).toBeNull()
  })

  it('gives back any essence, whatever the parameters', () => {
    const token = fc.stringMatching(/^[!#$%&'*+\-.^_`|~0-9a-z]{1,8}$/)
    fc.assert(
      fc.property(token, token, fc.string(), (type, subtype, parameters) => {
        expect(parseMimeTypeEssence(`${type}/${subtype};${parameters}`)).toBe(`${type}/${subtype}`)
      }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('/', ';', ' ', '\n', 'a', '"') }), (value) => {
        expect(parseMimeTypeEssence(value) ?? 'a/a').toMatch(/^[^/]+\/[^/]+$/)
      }),
    )
  })
})
