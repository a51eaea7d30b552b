import { describe, expect, it } from 'vitest'
import { isRedirectTainted, serializeRequestOrigin } from './serialize-request-origin.ts'

const own = 'https://app.example/'
const other = 'https://b.example/'
const third = 'https://c.example/'

function parts(urls: readonly string[], origin = 'https://app.example'): Parameters<typeof serializeRequestOrigin>[0] {
  const parsed = urls.map((url) => new URL(url))
  return { origin, redirectedFrom: parsed.slice(0, -1), url: parsed.at(-1) ?? new URL(own) }
}

describe('isRedirectTainted', () => {
  it.each([
    [[own]],
    [[other]],
    [[own, other]],
    [[own, own, other]],
    [[other, `${other}x`]],
    [[own, other, `${other}x`]],
  ])('is false for %j', (urls) => {
    expect(isRedirectTainted(parts(urls))).toBe(false)
  })

  it.each([
    [[other, own]],
    [[other, third]],
    [[own, other, own]],
    [[other, third, other]],
    [[other, `${other}x`, third, third]],
    [['https://app.example:8443/', own]],
  ])('is true for %j', (urls) => {
    expect(isRedirectTainted(parts(urls))).toBe(true)
  })

  it('holds for an opaque origin as soon as any origin is left', () => {
    expect(isRedirectTainted(parts([own, other], 'null'))).toBe(true)
  })
})

describe('serializeRequestOrigin', () => {
  it('is the origin until redirects taint it', () => {
    expect(serializeRequestOrigin(parts([own, other]))).toBe('https://app.example')
    expect(serializeRequestOrigin(parts([own, other, own]))).toBe('null')
  })
})
