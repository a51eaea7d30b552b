import { describe, expect, it } from 'vitest'
import { isCorsSafelistedResponseHeaderName } from './cors-safelisted-response-header-name.ts'

describe('isCorsSafelistedResponseHeaderName', () => {
  it.each([
    'Cache-Control',
    'content-language',
    'Content-Length',
    'CONTENT-TYPE',
    'Expires',
    'Last-Modified',
    'Pragma',
  ])('is always true for %s', (name) => {
    expect(isCorsSafelistedResponseHeaderName(name, [])).toBe(true)
  })

  it('is true for an exposed name in any case', () => {
    expect(isCorsSafelistedResponseHeaderName('ETag', ['x-a', 'etag'])).toBe(true)
    expect(isCorsSafelistedResponseHeaderName('etag', ['ETAG'])).toBe(true)
    expect(isCorsSafelistedResponseHeaderName('etag', ['x-a', '*'])).toBe(false)
  })

  it.each(['set-cookie', 'Set-Cookie2'])('is false for %s, exposed or not', (name) => {
    expect(isCorsSafelistedResponseHeaderName(name, [name])).toBe(false)
  })
})
