import { describe, expect, it } from 'vitest'
import { isForbiddenMethod } from './forbidden-method.ts'

describe('isForbiddenMethod', () => {
  it.each(['CONNECT', 'TRACE', 'TRACK', 'connect', 'tRaCk'])('is true for %s', (method) => {
    expect(isForbiddenMethod(method)).toBe(true)
  })

  it.each(['TRACER', 'OPTIONS', 'trac\u212A', ''])('is false for %j', (method) => {
    expect(isForbiddenMethod(method)).toBe(false)
  })
})
