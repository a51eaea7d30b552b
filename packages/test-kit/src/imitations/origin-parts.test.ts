import { describe, expect, it } from 'vitest'
import { coveredHost, type OriginParts, originLike, parseOriginParts } from './origin-parts.ts'

const parts: OriginParts = { scheme: 'https', host: 'a.example', hostKind: 'name', isPattern: false, port: null }

describe('parseOriginParts', () => {
  it.each<[string, Partial<OriginParts>]>([
    ['https://a.example', {}],
    ['https://*.a.example', { isPattern: true }],
    ['http://localhost:*', { scheme: 'http', host: 'localhost', port: '*' }],
    ['http://*.localhost:3000', { scheme: 'http', host: 'localhost', isPattern: true, port: '3000' }],
    ['http://127.0.0.1:3000', { scheme: 'http', host: '127.0.0.1', hostKind: 'ipv4', port: '3000' }],
    ['http://[::1]', { scheme: 'http', host: '[::1]', hostKind: 'ipv6' }],
    ['moz-extension://2d9d', { scheme: 'moz-extension', host: '2d9d' }],
  ])('takes %s apart', (entry, differing) => {
    expect(parseOriginParts(entry)).toEqual({ ...parts, ...differing })
  })

  it.each([
    '',
    '*',
    'null',
    'a.example',
    'https://',
    'https://a.example/',
    'https://a.*',
    'https://**.a',
    'https://a:',
    'HTTPS://a',
  ])('finds no origin in %j', (entry) => {
    expect(parseOriginParts(entry)).toBeNull()
  })
})

describe('originLike', () => {
  it.each<[Partial<OriginParts>, Parameters<typeof originLike>[1], string]>([
    [{}, {}, 'https://a.example'],
    [{ isPattern: true }, {}, 'https://x.a.example'],
    [{ port: '8443' }, {}, 'https://a.example:8443'],
    [{ port: '*' }, {}, 'https://a.example'],
    [{ port: '8443' }, { port: null }, 'https://a.example'],
    [{ isPattern: true, port: '8443' }, { host: 'evil.example', scheme: 'http' }, 'http://evil.example:8443'],
  ])('writes %j with %j as %s', (differing, change, origin) => {
    expect(originLike({ ...parts, ...differing }, change)).toBe(origin)
  })
})

describe('coveredHost', () => {
  it('is the host itself, or one below that of a pattern', () => {
    expect(coveredHost(parts)).toBe('a.example')
    expect(coveredHost({ ...parts, isPattern: true })).toBe('x.a.example')
  })
})
