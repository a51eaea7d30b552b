import { describe, expect, it } from 'vitest'
import { isMethod, normalizeMethod } from './method.ts'

describe('isMethod', () => {
  it.each(['GET', 'patch', 'M-SEARCH', "'"])('accepts %s', (method) => {
    expect(isMethod(method)).toBe(true)
  })

  it.each(['', 'GET ', 'G\u00C9T', 'GET\r\n'])('refuses %j', (method) => {
    expect(isMethod(method)).toBe(false)
  })
})

describe('normalizeMethod', () => {
  it.each(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT'])(
    'upper-cases %s, which browsers upper-case',
    (method) => {
      expect(normalizeMethod(method.toLowerCase())).toBe(method)
      expect(normalizeMethod(method)).toBe(method)
    },
  )

  it.each(['patch', 'Patch', 'query', 'purge', 'po\u017Ft'])('keeps %s as the page wrote it', (method) => {
    expect(normalizeMethod(method)).toBe(method)
  })
})
