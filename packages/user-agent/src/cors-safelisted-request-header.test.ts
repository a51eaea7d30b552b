import { describe, expect, it } from 'vitest'
import { isCorsSafelistedRequestHeader } from './cors-safelisted-request-header.ts'

describe('isCorsSafelistedRequestHeader', () => {
  it.each([
    ['accept', ''],
    ['Accept', 'application/json, text/*;q=0.1'],
    ['accept-language', ''],
    ['Accept-Language', 'en-GB, de;q=0.5, *'],
    ['content-language', 'de'],
    ['Content-Type', 'text/plain;charset=UTF-8'],
    ['content-type', 'MULTIPART/form-data; boundary=x'],
    ['content-type', ' application/x-www-form-urlencoded\t'],
    ['RANGE', 'bytes=0-499'],
    ['range', 'bytes=500-'],
  ])('is true for %s: %j', (name, value) => {
    expect(isCorsSafelistedRequestHeader(name, value)).toBe(true)
  })

  it.each([
    ['accept', 'a"b'],
    ['accept-language', 'en_GB'],
    ['accept-language', 'en\tde'],
    ['content-language', '\u00E9'],
    ['content-type', ''],
    ['content-type', 'application/json'],
    ['content-type', 'text/plain; charset="utf-8"'],
    ['content-type', 'text/plain, application/json'],
    ['range', 'bytes=-500'],
    ['range', 'bytes=1-0'],
    ['range', ''],
    ['authorization', 'x'],
    ['x-a', ''],
  ])('is false for %s: %j', (name, value) => {
    expect(isCorsSafelistedRequestHeader(name, value)).toBe(false)
  })

  it.each(['accept', 'accept-language', 'content-language'])('allows %s 128 bytes and no more', (name) => {
    expect(isCorsSafelistedRequestHeader(name, 'a'.repeat(128))).toBe(true)
    expect(isCorsSafelistedRequestHeader(name, 'a'.repeat(129))).toBe(false)
  })

  it('counts the bytes of the value without the whitespace around it', () => {
    expect(isCorsSafelistedRequestHeader('accept', ` ${'a'.repeat(128)} `)).toBe(true)
  })
})
