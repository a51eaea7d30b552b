import { describe, expect, it } from 'vitest'
import { findOriginPatternFault, isSentScheme } from './origin-pattern-fault.ts'

const EMPTY = 'is empty: write an origin such as "https://app.example"'
const SEVERAL = 'holds several origins: write one string for each, or split an environment variable at its commas'
const SPACE_AROUND = 'has white space around it: leave it out'
const SPACE_INSIDE = 'has white space in it, which no origin has: leave it out, or write one string for each origin'
const NOT_ASCII =
  'is not ASCII: write the ASCII form of the host, which browsers send, as in "https://xn--bcher-kva.example"'
const NO_SCHEME = 'has no scheme: write it as browsers send it, with "https://" or "http://" in front'
const WEB_SOCKET = 'has the scheme of a WebSocket: write the origin of the page that opens it'
const SCHEME =
  'has a scheme that is not one: write "https", "http" or that of an app, at most 64 letters, digits, "+", "-" and ".", the first a letter'
const UPPER_CASE = 'has upper-case letters: write it in lower case, as browsers send it'
const USER = 'has a user name in it, which no origin has: leave it out, and the "@" after it'
const SLASH = 'ends with a slash, which no origin does: leave it out'
const PATH = 'has a path, which no origin has: leave it out, and all that follows'
const WILDCARD =
  'has "*" where it cannot stand: write it as the leading label, as in "https://*.app.example", or as the port, as in "http://localhost:*"'
const WILDCARD_ADDRESS = 'has "*." before an IP address, which has no subdomains: leave it out'
const ADDRESS =
  'has an IP address that no browser writes like this: write four numbers from 0 to 255, as in "http://127.0.0.1", or an IPv6 address in its shortest form, as in "http://[::1]"'
const BRACKET = 'has "[" and no "]" after it: close the bracket after the IPv6 address, as in "http://[::1]:3000"'
const NO_HOST = 'has no host: write one after "://", as in "https://app.example" or "http://[::1]:3000"'
const HOST =
  'has a host that cannot exist: write labels of 1 to 63 letters, digits, "-" (not first or last) and "_", with dots between, the last no number'
const PORT = 'has a port that is not one: write 1 to 65535, or "*" for any'
const PORT_ZEROS = 'has a port with leading zeros: leave them out'
const TWO_PORTS = 'has two ports: write the one, or "*" for any'

const label63 = 'a'.repeat(63)
/** As long as a host can be. */
const host253 = `${label63}.${label63}.${label63}.${'a'.repeat(61)}`
const host251 = `${label63}.${label63}.${label63}.${'a'.repeat(59)}`

function neverSent(scheme: string): string {
  return `has the scheme "${scheme}", whose pages have no origin of their own: serve the page over https, or from localhost, and write the origin that it then has`
}

function tooLong(bytes: number): string {
  return `has a host of more than ${bytes} bytes, which cannot exist: write the one that the address bar of the page shows`
}

describe('findOriginPatternFault', () => {
  it.each([
    ['', EMPTY],
    ['https://a.example,https://b.example', SEVERAL],
    [' https://a.example', SPACE_AROUND],
    ['https://a.example\n', SPACE_AROUND],
    ['https://a.example https://b.example', SPACE_INSIDE],
    ['https://b\u00fccher.example', NOT_ASCII],
    ['https://a.example\u007f', NOT_ASCII],
    ['https://a.example\u0000', NOT_ASCII],
    ['http:a.example', 'has no "//" after its scheme: begin it with "http://"'],
    ['HTTPS:/a.example', 'has no "//" after its scheme: begin it with "https://"'],
    ['a.example', NO_SCHEME],
    ['localhost:3000', NO_SCHEME],
    ['data:text/html', neverSent('data')],
    ['DATA:text/html', neverSent('data')],
    ['about:blank', neverSent('about')],
    ['1data:text/html', NO_SCHEME],
    ['https:///a.example', PATH],
    ['https:///', SLASH],
    ['https://1-.example', HOST],
    ['https://a.example:1:*', TWO_PORTS],
    ['blob:1', neverSent('blob')],
    ['file:///app/index.html', neverSent('file')],
    ['file://', neverSent('file')],
    ['filesystem:1', neverSent('filesystem')],
    ['javascript:alert(1)', neverSent('javascript')],
    ['view-source:a.example', neverSent('view-source')],
    ['ws://a.example', WEB_SOCKET],
    ['wss://a.example', WEB_SOCKET],
    ['HTTPS://a.example', UPPER_CASE],
    ['https://A.example', UPPER_CASE],
    ['*://a.example', 'has "*" in its scheme: write one origin for each scheme'],
    ['*s://a.example', 'has "*" in its scheme: write one origin for each scheme'],
    ['http*://a.example', SCHEME],
    ['1a://a.example', SCHEME],
    ['a_b://a.example', SCHEME],
    ['://a.example', SCHEME],
    [`${'a'.repeat(65)}://a.example`, SCHEME],
    ['https://me@a.example', USER],
    ['https://me:secret@a.example:8443/app', USER],
    ['https://a.example/', SLASH],
    ['https://a.example/app', PATH],
    ['https://a.example//', PATH],
    ['https://a.example/@me', PATH],
    ['https://a.example/*', PATH],
    ['https://a.example?x', 'has a query, which no origin has: leave it out, and all that follows'],
    ['https://a.example?', 'has a query, which no origin has: leave it out, and all that follows'],
    ['https://a.example#x', 'has a fragment, which no origin has: leave it out, and all that follows'],
    ['https://a.example\\x', 'has a backslash, which no origin has: leave it out, and all that follows'],
    ['https://*', WILDCARD],
    ['https://a.*.example', WILDCARD],
    ['https://*.127.0.0.1', WILDCARD_ADDRESS],
    ['http://*.[::1]:3000', WILDCARD_ADDRESS],
    ['http://127.1', ADDRESS],
    ['http://0x7f.0.0.1', ADDRESS],
    ['http://256.1.1.1', ADDRESS],
    ['http://[0:0:0:0:0:0:0:1]', ADDRESS],
    ['http://[::1]a', ADDRESS],
    ['http://[::1', BRACKET],
    ['http://[::1:3000', BRACKET],
    ['http://*.[::1', BRACKET],
    ['https://', NO_HOST],
    ['https://:8443', NO_HOST],
    ['https://*.', NO_HOST],
    ['https://a..example', HOST],
    ['https://-a.example', HOST],
    ['https://a!.example', HOST],
    ['https://a.1', HOST],
    [`https://${label63}a.example`, HOST],
    [`https://${host253}a`, tooLong(253)],
    [`https://${host253}a.`, tooLong(253)],
    [`https://*.${host251}a`, tooLong(251)],
    ['https://a.example:', PORT],
    ['https://a.example:0', PORT],
    ['https://a.example:000', PORT],
    ['https://a.example:65536', PORT],
    ['https://a.example:123456', PORT],
    ['https://a.example:http', PORT],
    ['https://a.example:1x', PORT],
    ['https://a.example:x1', PORT],
    ['https://a.example:*:*', PORT],
    ['https://a.example:08443', PORT_ZEROS],
    ['https://a.example:8443:*', TWO_PORTS],
    ['https://a.example:443:*', TWO_PORTS],
    ['https://a.example:443', 'names the default port of https, which browsers leave out: leave it out, too'],
    ['http://*.a.example:80', 'names the default port of http, which browsers leave out: leave it out, too'],
    [
      `${'a'.repeat(64)}://${host253}.:65535`,
      'has more than 326 characters, which no origin has: write the one that the address bar of the page shows',
    ],
  ])('says of %j that it %s', (text, message) => {
    expect(findOriginPatternFault(text).message).toBe(message)
  })

  it.each([
    ['a.example', 'https://a.example'],
    ['//a.example', 'https://a.example'],
    ['a.example//x', 'https://a.example//x'],
    ['localhost:3000', 'http://localhost:3000'],
    ['127.0.0.1', 'http://127.0.0.1'],
    ['[::1]', 'http://[::1]'],
    ['mylocalhost', 'https://mylocalhost'],
    ['https://a.example:443', 'https://a.example'],
  ])('takes %j for %j', (text, intended) => {
    expect(findOriginPatternFault(text).intended).toBe(intended)
  })

  it('has a code for what is too long as a whole', () => {
    expect(findOriginPatternFault(`${'a'.repeat(64)}://${host253}.:65535`).code).toBe('origin-host-too-long')
  })

  it('names a remedy in every sentence', () => {
    for (const text of [
      '',
      'a',
      'a://',
      'a://*',
      'a://A',
      'a://a/',
      'a://a:',
      'ws://a',
      'file:',
      'http:',
      '1://',
      '\u00fc://',
    ]) {
      expect(findOriginPatternFault(text).message).toMatch(/: (?:write|leave|begin|serve)/)
    }
  })
})

describe('isSentScheme', () => {
  it.each(['https', 'http', 'ftp', 'capacitor', 'chrome-extension'])('says yes to %s', (scheme) => {
    expect(isSentScheme(scheme)).toBe(true)
  })

  it.each(['about', 'blob', 'data', 'file', 'filesystem', 'javascript', 'view-source', 'ws', 'wss'])(
    'says no to %s',
    (scheme) => {
      expect(isSentScheme(scheme)).toBe(false)
    },
  )
})
