import { describe, expect, it } from 'vitest'
import { parseUrl } from './parse-url.ts'

describe('parseUrl', () => {
  it.each([
    ['https://a.example/x', undefined, 'https://a.example/x'],
    ['/y', 'https://a.example/x', 'https://a.example/y'],
    ['https://b.example', 'https://a.example/x', 'https://b.example/'],
  ])('parses %s against %s', (text, base, href) => {
    expect(parseUrl(text, base)?.href).toBe(href)
  })

  it.each(['', '/y', 'https://', 'https://a b'])('gives null for %j', (text) => {
    expect(parseUrl(text)).toBeNull()
  })

  it('gives the same answer however often it is asked, outside ASCII too', () => {
    for (let time = 0; time < 20_000; time++) {
      expect(parseUrl(`https://ex${String.fromCharCode(0x80 + (time % 0x80))}mple:x`)).toBeNull()
    }
  })
})
