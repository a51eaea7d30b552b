import { describe, expect, it } from 'vitest'
import { isCorsSafelistedMethod } from './cors-safelisted-method.ts'

describe('isCorsSafelistedMethod', () => {
  it.each(['GET', 'HEAD', 'POST'])('is true for %s', (method) => {
    expect(isCorsSafelistedMethod(method)).toBe(true)
  })

  it.each(['get', 'OPTIONS', 'PUT', 'QUERY', ''])('is false for %j', (method) => {
    expect(isCorsSafelistedMethod(method)).toBe(false)
  })
})
