import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCanonicalIpv4, isCanonicalIpv6 } from './ip-address.ts'

/** The platform's own opinion of how a host is serialized. */
function isSerializedByPlatform(host: string): boolean {
  try {
    return new URL(`http://${host}`).host === host
  } catch {
    return false
  }
}

describe('isCanonicalIpv4', () => {
  it.each(['0.0.0.0', '127.0.0.1', '255.255.255.255', '1.20.200.249'])('accepts %s', (text) => {
    expect(isCanonicalIpv4(text)).toBe(true)
  })

  it.each(['', '1.2.3', '1.2.3.4.5', '01.2.3.4', '256.1.1.1', '1.2.3.4.', '1..2.3', '127.1', '0x7f.0.0.1', ' 1.2.3.4'])(
    'refuses %j',
    (text) => {
      expect(isCanonicalIpv4(text)).toBe(false)
    },
  )

  it('agrees with the platform about dotted numbers', () => {
    const part = fc.oneof(fc.integer({ min: 0, max: 300 }).map(String), fc.constantFrom('00', '007', '1e1'))
    fc.assert(
      fc.property(fc.array(part, { minLength: 4, maxLength: 4 }), (parts) => {
        const text = parts.join('.')
        expect(isCanonicalIpv4(text)).toBe(isSerializedByPlatform(text) && /^[\d.]+$/.test(text))
      }),
    )
  })
})

describe('isCanonicalIpv6', () => {
  it.each(['::', '::1', '1::', '2001:db8::1', '1:0:2:3:4:5:6:7', '0:0:1::', '1:0:0:2::3', '::ffff:7f00:1'])(
    'accepts %s',
    (text) => {
      expect(isCanonicalIpv6(text)).toBe(true)
    },
  )

  it.each([
    '',
    ':',
    ':::',
    '1',
    '0:0:0:0:0:0:0:1',
    '::01',
    '::A',
    '1::2::3',
    '::127.0.0.1',
    '1:2:3:4:5:6:7:8:9',
    '::1%lo',
  ])('refuses %j', (text) => {
    expect(isCanonicalIpv6(text)).toBe(false)
  })

  it('agrees with the platform about any address', () => {
    const piece = fc.constantFrom('0', '0', '0', '1', 'ab', '00', 'ffff', 'F', '')
    fc.assert(
      fc.property(fc.array(piece, { minLength: 2, maxLength: 9 }), (pieces) => {
        const text = pieces.join(':')
        expect(isCanonicalIpv6(text)).toBe(isSerializedByPlatform(`[${text}]`))
      }),
      { numRuns: 2000 },
    )
  })
})
