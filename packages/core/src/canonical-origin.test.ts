import { describe, expect, it } from 'vitest'
import { canonicalOrigin } from './canonical-origin.ts'

describe('canonicalOrigin', () => {
  it.each([
    ['HTTPS://A.example:443/path?query#fragment', 'https://a.example'],
    ['https://user:secret@a.example:8443', 'https://a.example:8443'],
    ['https://b\u00fccher.example', 'https://xn--bcher-kva.example'],
    ['http://0x7f.1', 'http://127.0.0.1'],
    ['http://[0::1]:3000', 'http://[::1]:3000'],
    ['capacitor://localhost', 'capacitor://localhost'],
    ['a.example', null],
    ['https://', null],
    ['file:///path', null],
    ['data:text/html', null],
  ])('finds in %j the origin %j', (text, origin) => {
    expect(canonicalOrigin(text)).toBe(origin)
  })
})
