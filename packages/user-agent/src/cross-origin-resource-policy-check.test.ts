import { describe, expect, it } from 'vitest'
import { crossOriginResourcePolicyCheck } from './cross-origin-resource-policy-check.ts'
import type { HeaderPairs } from './header-list.ts'
import { guessRegistrableDomain } from './registrable-domain.ts'

function check(url: string, headers: HeaderPairs, origin = 'https://app.example'): string {
  const result = crossOriginResourcePolicyCheck({ origin, url: new URL(url) }, headers, guessRegistrableDomain)
  return result.passed ? 'allowed' : result.reason
}

function policy(value: string): HeaderPairs {
  return [['Cross-Origin-Resource-Policy', value]]
}

describe('crossOriginResourcePolicyCheck', () => {
  it.each([
    ['none', []],
    ['a value that is none', policy('Same-Origin')],
    ['a list', policy('same-site, same-origin')],
    ['two fields', [...policy('same-origin'), ...policy('same-origin')]],
    ['cross-origin', policy('cross-origin')],
  ])('allows everything with %s', (_, headers) => {
    expect(check('https://other.example/', headers)).toBe('allowed')
  })

  it.each([
    ['https://app.example/', 'allowed'],
    ['https://a.app.example/', 'resource-policy-same-origin'],
    ['https://other.example/', 'resource-policy-same-origin'],
  ])('with same-origin gives for %s %s', (url, expected) => {
    expect(check(url, policy('same-origin'))).toBe(expected)
  })

  it.each([
    ['https://app.example', 'https://a.app.example/', 'allowed'],
    ['https://app.example', 'http://a.app.example/', 'allowed'],
    ['http://app.example', 'http://a.app.example/', 'allowed'],
    ['http://app.example', 'https://a.app.example/', 'resource-policy-same-site'],
    ['https://app.example', 'https://other.example/', 'resource-policy-same-site'],
    ['null', 'https://other.example/', 'resource-policy-same-site'],
  ])('with same-site gives from %s for %s %s', (origin, url, expected) => {
    expect(check(url, policy('same-site'), origin)).toBe(expected)
  })
})
