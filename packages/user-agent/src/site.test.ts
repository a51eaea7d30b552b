import { describe, expect, it } from 'vitest'
import { guessRegistrableDomain } from './registrable-domain.ts'
import { isSameSite, isSchemelesslySameSite, obtainSite } from './site.ts'

describe('obtainSite', () => {
  it.each([
    ['https://a.app.example:8443', 'https://app.example'],
    ['http://localhost:3000', 'http://localhost'],
    ['http://[::1]:3000', 'http://[::1]'],
    ['capacitor://localhost', 'capacitor://localhost'],
    ['null', 'null'],
  ])('makes of %s the site %s', (origin, site) => {
    expect(obtainSite(origin, guessRegistrableDomain)).toBe(site)
  })
})

describe('isSameSite', () => {
  it.each([
    ['https://app.example', 'https://app.example'],
    ['https://app.example', 'https://api.app.example:8443'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:4000'],
    ['http://localhost:3000', 'http://localhost:4000'],
  ])('holds for %s and %s', (a, b) => {
    expect(isSameSite(a, b, guessRegistrableDomain)).toBe(true)
    expect(isSameSite(b, a, guessRegistrableDomain)).toBe(true)
  })

  it.each([
    ['https://app.example', 'https://other.example'],
    ['https://app.example', 'http://app.example'],
    ['https://app.example', 'https://app.example.'],
    ['http://127.0.0.1', 'http://127.0.0.2'],
    ['https://app.example', 'null'],
    ['null', 'null'],
  ])('does not hold for %s and %s', (a, b) => {
    expect(isSameSite(a, b, guessRegistrableDomain)).toBe(false)
    expect(isSameSite(b, a, guessRegistrableDomain)).toBe(false)
  })
})

describe('isSchemelesslySameSite', () => {
  it('does not look at schemes', () => {
    expect(isSchemelesslySameSite('https://app.example', 'http://a.app.example', guessRegistrableDomain)).toBe(true)
    expect(isSchemelesslySameSite('https://app.example', 'http://other.example', guessRegistrableDomain)).toBe(false)
    expect(isSchemelesslySameSite('null', 'null', guessRegistrableDomain)).toBe(false)
  })
})
