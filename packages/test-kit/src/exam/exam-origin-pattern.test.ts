import { describe, expect, it } from 'vitest'
import { coversOrigin, matchesPattern } from './exam-origin-pattern.ts'

describe('matchesPattern', () => {
  it.each([
    ['https://a.example', 'https://a.example'],
    ['https://*.a.example', 'https://x.a.example'],
    ['https://*.a.example', 'https://y.x.a.example'],
    ['http://localhost:*', 'http://localhost'],
    ['http://localhost:*', 'http://localhost:65535'],
    ['http://*.localhost:*', 'http://app.localhost:5173'],
  ])('lets %s cover %s', (pattern, origin) => {
    expect(matchesPattern(pattern, origin)).toBe(true)
  })

  it.each([
    ['https://a.example', 'https://axexample'],
    ['https://*.a.example', 'https://a.example'],
    ['https://*.a.example', 'https://.a.example'],
    ['https://*.a.example', 'https://x.axexample'],
    ['https://*.a.example', 'https://x.a.example:8443'],
    ['http://localhost:*', 'http://localhost:80'],
    ['http://localhost:*', 'http://localhost:65536'],
    ['http://localhost:*', 'http://localhost:05173'],
  ])('does not let %s cover %s', (pattern, origin) => {
    expect(matchesPattern(pattern, origin)).toBe(false)
  })
})

describe('coversOrigin', () => {
  it.each<['*' | readonly string[], string]>([
    ['*', 'https://a.example'],
    ['*', 'null'],
    [['https://a.example', '*'], 'https://b.example'],
    [['https://a.example', 'https://*.b.example'], 'https://x.b.example'],
    [['null'], 'null'],
  ])('finds that %j covers %s', (allowOrigins, origin) => {
    expect(coversOrigin({ allowOrigins }, origin)).toBe(true)
  })

  it.each<[readonly string[], string]>([
    [[], 'https://a.example'],
    [['https://a.example'], 'https://b.example'],
    [['https://*.b.example'], 'https://b.example'],
    [['https://a.example'], 'null'],
  ])('finds that %j does not cover %s', (allowOrigins, origin) => {
    expect(coversOrigin({ allowOrigins }, origin)).toBe(false)
  })
})
