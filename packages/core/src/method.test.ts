import { describe, expect, it } from 'vitest'
import { isForbiddenMethod, REGISTERED_METHODS, registeredSpelling } from './method.ts'

describe('isForbiddenMethod', () => {
  it.each(['CONNECT', 'TRACE', 'TRACK', 'connect', 'Trace', 'tRACK'])('says yes to %s', (method) => {
    expect(isForbiddenMethod(method)).toBe(true)
  })

  it.each(['GET', 'TRACES', ''])('says no to %j', (method) => {
    expect(isForbiddenMethod(method)).toBe(false)
  })
})

describe('registeredSpelling', () => {
  it.each([...REGISTERED_METHODS])('knows %s', (method) => {
    expect(registeredSpelling(method)).toBeNull()
    expect(registeredSpelling(method.toLowerCase())).toBe(method)
  })

  it('knows the 37 methods that are registered and that browsers can send', () => {
    expect(REGISTERED_METHODS.size).toBe(37)
  })

  it.each(['purge', 'Purge', 'm-search', 'trace', ''])('knows no other spelling of %j', (method) => {
    expect(registeredSpelling(method)).toBeNull()
  })
})
