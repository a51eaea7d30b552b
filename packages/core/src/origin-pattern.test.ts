import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseOriginPattern } from './origin-pattern.ts'
import { parseSerializedOrigin } from './serialized-origin.ts'

describe('parseOriginPattern', () => {
  it.each([
    'https://app.example',
    'https://app.example:8443',
    'https://*.app.example',
    'http://localhost:*',
    'https://*.app.example:*',
    'https://*.app.example:8443',
    'http://127.0.0.1:3000',
    'http://[::1]:*',
    'capacitor://localhost',
    'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
    'moz-extension://0a1b2c3d-0000-4000-8000-0123456789ab',
    'https://xn--bcher-kva.example',
    // What is no Punycode is refused by some versions of a runtime and not by others; no policy may depend on that.
    'https://xn--a.example',
    'https://app.example.',
    'https://_dmarc.app.example',
    'null',
  ])('accepts %s', (text) => {
    expect(parseOriginPattern(text)).toMatchObject({ ok: true, pattern: { text } })
  })

  it.each([
    ['', 'origin-empty', undefined],
    ['https://a.example,https://b.example', 'origin-list-in-a-string', undefined],
    [' https://a.example', 'origin-whitespace', 'https://a.example'],
    ['https://a .example', 'origin-whitespace', undefined],
    ['a.example', 'origin-scheme-missing', 'https://a.example'],
    ['//a.example', 'origin-scheme-missing', 'https://a.example'],
    ['*.a.example', 'origin-scheme-missing', 'https://*.a.example'],
    ['localhost:3000', 'origin-scheme-missing', 'http://localhost:3000'],
    ['a.example/', 'origin-scheme-missing', 'https://a.example'],
    ['h*', 'origin-scheme-missing', undefined],
    ['https:a.example', 'origin-scheme-invalid', 'https://a.example'],
    ['1a://a.example', 'origin-scheme-invalid', undefined],
    ['*://a.example', 'origin-wildcard-misplaced', undefined],
    ['file:///x', 'origin-scheme-never-sent', undefined],
    ['data:text/html', 'origin-scheme-never-sent', undefined],
    ['wss://a.example', 'origin-scheme-never-sent', 'https://a.example'],
    ['https://user@a.example', 'origin-userinfo', 'https://a.example'],
    ['https://user:secret@a.example:8443', 'origin-userinfo', 'https://a.example:8443'],
    ['https://user@', 'origin-userinfo', undefined],
    ['https:///user@a.example', 'origin-path', 'https://a.example'],
    ['https://a.example/', 'origin-path', 'https://a.example'],
    ['https://a.example/app', 'origin-path', 'https://a.example'],
    ['https://a.example:8443/app', 'origin-path', 'https://a.example:8443'],
    ['https://a.example?x', 'origin-path', 'https://a.example'],
    ['https://a.example#x', 'origin-path', 'https://a.example'],
    ['https://a.example\\', 'origin-path', 'https://a.example'],
    ['https://*.a.example/', 'origin-path', 'https://*.a.example'],
    ['http://localhost:*/', 'origin-path', 'http://localhost:*'],
    ['https://A.example', 'origin-upper-case', 'https://a.example'],
    ['HTTPS://a.example', 'origin-upper-case', 'https://a.example'],
    ['https://*.A.example:*', 'origin-upper-case', 'https://*.a.example:*'],
    ['https://bücher.example', 'origin-not-ascii', 'https://xn--bcher-kva.example'],
    ['https://', 'origin-host-invalid', undefined],
    ['https://a..example', 'origin-host-invalid', undefined],
    ['https://-a.example', 'origin-host-invalid', undefined],
    ['https://a!.example', 'origin-host-invalid', undefined],
    [`https://${'a'.repeat(64)}.example`, 'origin-host-invalid', undefined],
    [`https://${'abcdefg.'.repeat(32)}example`, 'origin-host-too-long', undefined],
    [`https://*.${'abcdefg.'.repeat(31)}abcd`, 'origin-host-too-long', undefined],
    ['http://127.1', 'origin-ip-not-canonical', 'http://127.0.0.1'],
    ['http://2130706433:3000', 'origin-ip-not-canonical', 'http://127.0.0.1:3000'],
    ['http://0x7f.0.0.1', 'origin-ip-not-canonical', 'http://127.0.0.1'],
    ['http://999.1.1.1', 'origin-ip-not-canonical', undefined],
    ['http://[0:0:0:0:0:0:0:1]:3000', 'origin-ip-not-canonical', 'http://[::1]:3000'],
    ['http://[::1', 'origin-host-invalid', undefined],
    ['http://[::1:3000', 'origin-host-invalid', undefined],
    ['https://a.example:0', 'origin-port-invalid', undefined],
    ['https://a.example:99999', 'origin-port-invalid', undefined],
    ['https://a.example:', 'origin-port-invalid', 'https://a.example'],
    ['https://a.example:http', 'origin-port-invalid', undefined],
    ['https://a.example:08443', 'origin-port-invalid', 'https://a.example:8443'],
    ['https://a.example:443', 'origin-port-default', 'https://a.example'],
    ['http://*.a.example:80', 'origin-port-default', 'http://*.a.example'],
    ['https://*', 'origin-wildcard-misplaced', undefined],
    ['https://a.*.example', 'origin-wildcard-misplaced', undefined],
    ['https://*.*.example', 'origin-wildcard-misplaced', undefined],
    ['https://foo*.example', 'origin-wildcard-misplaced', undefined],
    ['https://a.example.*', 'origin-wildcard-misplaced', undefined],
    ['https://*a.example', 'origin-wildcard-misplaced', undefined],
    ['https://*.127.0.0.1', 'origin-wildcard-misplaced', undefined],
    ['https://*.[::1]', 'origin-wildcard-misplaced', undefined],
    ['https://a.example:*0', 'origin-port-invalid', undefined],
    ['http://a.example:81:*', 'origin-port-invalid', undefined],
    ['http://[::1]:81:*', 'origin-port-invalid', undefined],
    ['https://*.', 'origin-host-invalid', undefined],
    ['https://*.:*', 'origin-host-invalid', undefined],
    ['https://*..', 'origin-host-invalid', undefined],
    ['https://a.example://*.b.example', 'origin-path', 'https://a.example'],
    ['https://a.example/b:*', 'origin-path', 'https://a.example'],
  ])('refuses %j as %s and suggests %j', (text, code, suggestion) => {
    const result = parseOriginPattern(text)
    expect(result.ok).toBe(false)
    expect(result).toMatchObject({ code })
    expect('suggestion' in result ? result.suggestion : undefined).toBe(suggestion)
  })

  it('never throws, and suggests only what it accepts', () => {
    const piece = fc.constantFrom(
      'https',
      'http',
      '://',
      ':',
      '*',
      '*.',
      'a',
      'A',
      '.example',
      '/',
      '@',
      '[',
      ']',
      '::1',
      '443',
      '80',
      '127.1',
      'ü',
      ',',
      ' ',
      '-',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const result = parseOriginPattern(pieces.join(''))
        if ('suggestion' in result) expect(parseOriginPattern(result.suggestion)).toMatchObject({ ok: true })
      }),
      { numRuns: 20_000 },
    )
  })

  it('accepts every origin that a browser could send', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: false }), (url) => {
        const { origin } = new URL(url)
        fc.pre(parseSerializedOrigin(origin) !== null)
        expect(parseOriginPattern(origin)).toMatchObject({ ok: true })
      }),
    )
  })
})
