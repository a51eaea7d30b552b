import { describe, expect, it } from 'vitest'
import { corsUnsafeRequestHeaderNames } from './cors-unsafe-request-header-names.ts'
import type { HeaderPairs } from './header-list.ts'

function accepts(count: number): HeaderPairs {
  return Array.from({ length: count }, () => ['Accept', ` ${'a'.repeat(128)}`] as const)
}

describe('corsUnsafeRequestHeaderNames', () => {
  it('lists what is not safelisted, lower-case, sorted and once', () => {
    const headers = [
      ['X-B', '1'],
      ['Accept', '*/*'],
      ['x-a', '1'],
      ['x-b', '2'],
    ] as const
    expect(corsUnsafeRequestHeaderNames(headers)).toEqual(['x-a', 'x-b'])
  })

  it('judges every field by itself', () => {
    const headers = [
      ['Content-Type', 'text/plain'],
      ['Content-Type', 'application/json'],
    ] as const
    expect(corsUnsafeRequestHeaderNames(headers)).toEqual(['content-type'])
  })

  it('bears with 1024 bytes of safelisted values, and with no more', () => {
    expect(corsUnsafeRequestHeaderNames(accepts(8))).toEqual([])
    expect(corsUnsafeRequestHeaderNames([...accepts(8), ['Range', 'bytes=0-']])).toEqual(['accept', 'range'])
  })
})
