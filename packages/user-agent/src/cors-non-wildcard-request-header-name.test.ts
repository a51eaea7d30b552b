import { describe, expect, it } from 'vitest'
import { isCorsNonWildcardRequestHeaderName } from './cors-non-wildcard-request-header-name.ts'

describe('isCorsNonWildcardRequestHeaderName', () => {
  it('is true for Authorization in any case, and for nothing else', () => {
    expect(
      ['authorization', 'AUTHORIZATION', 'proxy-authorization', '*', ''].map(isCorsNonWildcardRequestHeaderName),
    ).toEqual([true, true, false, false, false])
  })
})
