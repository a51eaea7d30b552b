import { describe, expect, it } from 'vitest'
import {
  hasHttpScheme,
  includesCredentials,
  isSameOrigin,
  isSerializedOrigin,
  serializeWithoutFragment,
} from './origin.ts'

describe('isSerializedOrigin', () => {
  it.each([
    'null',
    'https://app.example',
    'http://localhost:3000',
    'http://127.0.0.1:8080',
    'http://[::1]',
    'https://xn--bcher-kva.example',
    'capacitor://localhost',
    'chrome-extension://abcdefgh',
  ])('accepts %s', (origin) => {
    expect(isSerializedOrigin(origin)).toBe(true)
  })

  it.each([
    '',
    '*',
    'NULL',
    'app.example',
    'https://',
    'https://app.example/',
    'https://app.example:443',
    'https://APP.example',
    'HTTPS://app.example',
    'https://user@app.example',
    'https://b\u00FCcher.example',
    'https://a.example, https://b.example',
    'https://app.example\n',
    'capacitor://LOCALHOST',
    'capacitor://localhost/',
    'blob:https://app.example',
    'data:,',
    'file:///',
  ])('refuses %j', (origin) => {
    expect(isSerializedOrigin(origin)).toBe(false)
  })
})

describe('isSameOrigin', () => {
  it.each([
    ['https://app.example', 'https://app.example/x', true],
    ['https://app.example', 'https://app.example:443/', true],
    ['https://app.example', 'http://app.example/', false],
    ['https://app.example', 'https://app.example:8443/', false],
    ['https://app.example', 'https://api.app.example/', false],
    ['null', 'data:,', false],
  ])('says of %s and %s: %s', (origin, url, expected) => {
    expect(isSameOrigin(origin, new URL(url))).toBe(expected)
  })
})

describe('hasHttpScheme', () => {
  it('is true for http and https', () => {
    const urls = ['http://a/', 'https://a/', 'ftp://a/', 'data:,'].map((url) => new URL(url))
    expect(urls.map(hasHttpScheme)).toEqual([true, true, false, false])
  })
})

describe('includesCredentials', () => {
  it('is true for a username and for a password', () => {
    const urls = ['https://u@a/', 'https://:p@a/', 'https://u:p@a/', 'https://:@a/', 'https://a/'].map(
      (url) => new URL(url),
    )
    expect(urls.map(includesCredentials)).toEqual([true, true, true, false, false])
  })
})

describe('serializeWithoutFragment', () => {
  it('leaves out the fragment, even an empty one', () => {
    const urls = ['https://a/x?y#z', 'https://a/#', 'https://a/?y'].map((url) => new URL(url))
    expect(urls.map(serializeWithoutFragment)).toEqual(['https://a/x?y', 'https://a/', 'https://a/?y'])
  })
})
