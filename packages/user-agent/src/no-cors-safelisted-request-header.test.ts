import { describe, expect, it } from 'vitest'
import { isNoCorsSafelistedRequestHeader } from './no-cors-safelisted-request-header.ts'

describe('isNoCorsSafelistedRequestHeader', () => {
  it.each([
    ['Accept', '*/*'],
    ['accept-language', 'en'],
    ['Content-Language', 'en'],
    ['content-type', 'text/plain'],
  ])('is true for %s: %s', (name, value) => {
    expect(isNoCorsSafelistedRequestHeader(name, value)).toBe(true)
  })

  it.each([
    ['content-type', 'application/json'],
    ['range', 'bytes=0-'],
    ['x-a', '1'],
  ])('is false for %s: %s', (name, value) => {
    expect(isNoCorsSafelistedRequestHeader(name, value)).toBe(false)
  })
})
