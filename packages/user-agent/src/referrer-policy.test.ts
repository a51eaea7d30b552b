import { describe, expect, it } from 'vitest'
import { parseReferrerPolicy } from './referrer-policy.ts'

describe('parseReferrerPolicy', () => {
  it.each([
    ['no-referrer', 'no-referrer'],
    ['origin, strict-origin', 'strict-origin'],
    ['unsafe-url, no-such-policy', 'unsafe-url'],
    ['no-such-policy', null],
    ['no-referrer, a b', null],
    ['', null],
  ])('reads %j as %s', (value, policy) => {
    expect(parseReferrerPolicy([['Referrer-Policy', value]])).toBe(policy)
  })

  it('is null where the header is absent', () => {
    expect(parseReferrerPolicy([])).toBeNull()
  })
})
