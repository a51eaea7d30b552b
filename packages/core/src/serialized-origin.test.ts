import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInsecureOrigin, isPlainHttpsOrigin, MAX_ORIGIN_LENGTH, parseSerializedOrigin } from './serialized-origin.ts'

describe('parseSerializedOrigin', () => {
  it.each([
    ['https://a.example', { scheme: 'https', host: 'a.example', port: '' }],
    ['http://localhost:3000', { scheme: 'http', host: 'localhost', port: '3000' }],
    ['http://[::1]:8080', { scheme: 'http', host: '[::1]', port: '8080' }],
    ['https://a_b.example.', { scheme: 'https', host: 'a_b.example.', port: '' }],
    ['chrome-extension://abcdef', { scheme: 'chrome-extension', host: 'abcdef', port: '' }],
    ['capacitor://localhost:80', { scheme: 'capacitor', host: 'localhost', port: '80' }],
  ])('takes %s apart', (text, parts) => {
    expect(parseSerializedOrigin(text)).toEqual(parts)
  })

  it.each([
    '',
    'null',
    'https://',
    '://a.example',
    'https://a.example/',
    'https://A.example',
    'https://a.example:443',
    'http://a.example:80',
    'ws://a.example:80',
    'wss://a.example:443',
    'https://a.example:',
    'https://a.example:0',
    'https://a.example:08443',
    'https://a.example:65536',
    'https://a..example',
    'https://.a.example',
    'https://-a.example',
    'https://a.example, https://b.example',
    'https://a.example\n',
    'https://a%2eexample',
    'https://127.1',
    'https://1.2.3.4.5',
    'https://[::0001]',
    `https://${'a'.repeat(64)}.example`,
    `https://${'a.'.repeat(127)}example`,
    `${'a'.repeat(65)}://a.example`,
    'https://*.a.example',
  ])('refuses %j', (text) => {
    expect(parseSerializedOrigin(text)).toBeNull()
  })

  it('reads the longest origin that can be, and nothing longer', () => {
    const label = 'a'.repeat(63)
    const longest = `${'a'.repeat(64)}://${label}.${label}.${label}.${'a'.repeat(61)}:65535`
    expect(longest).toHaveLength(MAX_ORIGIN_LENGTH)
    expect(parseSerializedOrigin(longest)).not.toBeNull()
    expect(parseSerializedOrigin(`a${longest}`)).toBeNull()
  })
})

describe('isInsecureOrigin', () => {
  it.each([
    ['http', 'a.example', true],
    ['ws', 'a.example', true],
    ['https', 'a.example', false],
    ['capacitor', 'a.example', false],
    ['http', 'localhost', false],
    ['http', 'app.localhost', false],
    ['http', 'localhost.', false],
    ['http', '127.8.9.10', false],
    ['http', '[::1]', false],
    ['http', '127.evil.example', true],
    ['http', 'localhost.evil.example', true],
  ])('says of %s://%s: %s', (scheme, host, insecure) => {
    expect(isInsecureOrigin({ scheme, host })).toBe(insecure)
  })
})

describe('isPlainHttpsOrigin', () => {
  it.each(['https://a.example', 'https://1.2.x3', 'https://a_b-c.example', 'https://localhost', 'https://1.0x.x0'])(
    'recognises %s',
    (text) => {
      expect(isPlainHttpsOrigin(text)).toBe(true)
    },
  )

  it.each([
    'http://a.example',
    'https://a.example.',
    'https://a.example:8443',
    'https://127.0.0.1',
    'https://a.1',
    'https://a.0x1',
    'https://*.a.example',
    'https://a..example',
    'https://-a.example',
    'https://a-.example',
    ' https://a.example',
    'https://a.example/',
    'https://A.example',
    `https://${'a'.repeat(64)}`,
    `https://${'a.'.repeat(127)}`,
  ])('leaves %s to be taken apart', (text) => {
    expect(isPlainHttpsOrigin(text)).toBe(false)
  })

  it('recognises nothing but origins, without a port', () => {
    const part = fc.stringMatching(/^[a-z0-9._:*-]{0,12}$/)
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), fc.constantFrom('.', '', ':'), (parts, between) => {
        const text = `https://${parts.join(between)}`
        if (!isPlainHttpsOrigin(text)) return
        expect(parseSerializedOrigin(text)).toEqual({ scheme: 'https', host: text.slice('https://'.length), port: '' })
      }),
      { numRuns: 3000 },
    )
  })
})
