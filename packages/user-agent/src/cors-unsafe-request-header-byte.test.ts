import { describe, expect, it } from 'vitest'
import {
  containsCorsUnsafeRequestHeaderByte,
  isCorsUnsafeRequestHeaderByte,
} from './cors-unsafe-request-header-byte.ts'

describe('isCorsUnsafeRequestHeaderByte', () => {
  it('is true for the controls but HTAB, and for fourteen others', () => {
    const unsafe = Array.from({ length: 256 }, (_, byte) => byte).filter(isCorsUnsafeRequestHeaderByte)
    const controls = Array.from({ length: 0x20 }, (_, byte) => byte).filter((byte) => byte !== 9)
    expect(unsafe).toEqual([...controls, ...Array.from('"():<>?@[\\]{}\x7F', (character) => character.charCodeAt(0))])
  })
})

describe('containsCorsUnsafeRequestHeaderByte', () => {
  it('looks at every byte', () => {
    expect(containsCorsUnsafeRequestHeaderByte('text/html,*/*;q=0.8\t\u00E9')).toBe(false)
    expect(containsCorsUnsafeRequestHeaderByte('text/html;q="1')).toBe(true)
  })
})
