import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainMalformedOrigin } from './explain-malformed-origin.ts'

describe('explainMalformedOrigin', () => {
  it.each([
    ['', 'is empty'],
    [' https://a.example', 'has white space around it'],
    ['https://a.example\t', 'has white space around it'],
    [
      'https://a.ex\u0000ample',
      'has characters in it that are not printable ASCII, in which browsers write every origin',
    ],
    ['https://ä.example', 'has characters in it that are not printable ASCII, in which browsers write every origin'],
    ['https://a.example, https://a.example', 'is a list, and a request has one origin'],
    ['https://a.example https://b.example', 'is a list, and a request has one origin'],
    ['Null', 'is not "null" in lower case'],
    ['null.example', 'does not begin with a scheme and "://"'],
    ['https://A.null', 'has upper-case letters, and browsers write origins in lower case'],
    ['a.example', 'does not begin with a scheme and "://"'],
    ['*', 'does not begin with a scheme and "://"'],
    ['HTTPS://a.example', 'has upper-case letters, and browsers write origins in lower case'],
    ['https://A.example/', 'has upper-case letters, and browsers write origins in lower case'],
    ['https://user@a.example', 'has a user name in it'],
    ['https://a.example/', 'ends with a slash'],
    ['https://a.example//', 'has more than a scheme, a host and a port in it'],
    ['https://a.example/path', 'has more than a scheme, a host and a port in it'],
    ['https://a.example?q', 'has more than a scheme, a host and a port in it'],
    ['https://a.example#@', 'has more than a scheme, a host and a port in it'],
    ['https://a.example\\', 'has more than a scheme, a host and a port in it'],
    ['https://a.example/x://y@z', 'has more than a scheme, a host and a port in it'],
    ['https://a.example/x://y/', 'has more than a scheme, a host and a port in it'],
    ['https://*.a.example', 'has "*" in it, which is for patterns'],
    ['https://a.example:443', 'names the default port of https, which browsers leave out'],
    ['http://[::1]:80', 'names the default port of http, which browsers leave out'],
    ['https://a.example:', 'has a port that is not one'],
    ['https://a.example:0443', 'has a port that is not one'],
    ['https://a.example:65536', 'has a port that is not one'],
    ['https://a.example:80a', 'has a port that is not one'],
    ['https://a.example:a', 'has a port that is not one'],
    ['https://a.example:1:443', 'has a port that is not one'],
    ['https://a..example:65535', 'has a scheme or a host that no browser writes like this'],
    ['https://a..example:8443', 'has a scheme or a host that no browser writes like this'],
    ['https://[::1', 'has a scheme or a host that no browser writes like this'],
    [`https://${'a.'.repeat(159)}`, 'has a scheme or a host that no browser writes like this'],
    [`https://${'a.'.repeat(159)}a`, 'is longer than any origin, with 327 characters'],
    ['https://a..example', 'has a scheme or a host that no browser writes like this'],
    ['https://[0::1]', 'has a scheme or a host that no browser writes like this'],
    ['https://127.1', 'has a scheme or a host that no browser writes like this'],
    [`${'s'.repeat(65)}://a.example`, 'has a scheme or a host that no browser writes like this'],
    [`https://${'a.'.repeat(500)}example`, 'is longer than any origin, with 1015 characters'],
  ])('says of %j that it %s', (origin, text) => {
    expect(explainMalformedOrigin(origin)).toBe(text)
  })

  it('has a sentence for every text, without quoting it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (origin) => {
        expect(explainMalformedOrigin(origin)).toMatch(/^[\x20-\x7e]+$/)
      }),
    )
  })
})
