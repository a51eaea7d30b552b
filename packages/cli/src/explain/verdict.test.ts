import { describe, expect, it } from 'vitest'
import { EXIT_CODES } from '../exit-code.ts'
import { exitCodeOf, verdictOf } from './verdict.ts'

describe('verdictOf', () => {
  it('tells by whom something has to be done', () => {
    expect(verdictOf({ outcome: 'blocked', reason: 'origin-missing' })).toBe('blocked')
    expect(verdictOf({ outcome: 'blocked', reason: 'method-forbidden' })).toBe('page-mistake')
    expect(verdictOf({ outcome: 'blocked', reason: 'redirect-too-many' })).toBe('redirect-not-followed')
    expect(verdictOf({ outcome: 'preflight-refused', reason: 'preflight-no-response' })).toBe('no-response')
    expect(verdictOf({ outcome: 'opaque', reason: null })).toBe('opaque')
    expect(verdictOf({ outcome: 'readable', reason: null })).toBe('readable')
  })
})

describe('exitCodeOf', () => {
  it('has one code for all that a browser refuses', () => {
    expect(exitCodeOf('blocked')).toBe(1)
    expect(exitCodeOf('preflight-refused')).toBe(1)
  })

  it('has codes that differ', () => {
    const codes = Object.values(EXIT_CODES).map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
  })
})
