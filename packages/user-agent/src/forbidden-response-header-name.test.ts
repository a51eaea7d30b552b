import { describe, expect, it } from 'vitest'
import { isForbiddenResponseHeaderName } from './forbidden-response-header-name.ts'

describe('isForbiddenResponseHeaderName', () => {
  it('is true for the two that set cookies, in any case', () => {
    const names = ['Set-Cookie', 'SET-COOKIE2', 'cookie', 'set-cookie3']
    expect(names.map(isForbiddenResponseHeaderName)).toEqual([true, true, false, false])
  })
})
