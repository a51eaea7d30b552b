import { describe, expect, it } from 'vitest'
import { createCorsFetch } from './cors-fetch.ts'
import { defineCorsFetchPage } from './cors-fetch-page.ts'

describe('defineCorsFetchPage', () => {
  it.each([
    ['https://app.example', undefined, 'https://app.example/'],
    ['https://app.example', 'https://app.example/shop/', 'https://app.example/shop/'],
    ['capacitor://localhost', undefined, 'capacitor://localhost/'],
    ['null', 'https://app.example/frame', 'https://app.example/frame'],
  ])('takes the origin %s and the base URL %s', (origin, baseUrl, resolvedBaseUrl) => {
    expect(defineCorsFetchPage(origin, baseUrl)).toEqual({ origin, baseUrl: resolvedBaseUrl })
  })

  it('gives a page with an opaque origin no base URL', () => {
    expect(defineCorsFetchPage('null', undefined)).toEqual({ origin: 'null' })
  })

  it.each([
    ['https://app.example/', 'write "https://app.example"'],
    ['https://app.example:443', 'write "https://app.example"'],
    ['HTTPS://App.Example/path', 'write "https://app.example"'],
    ['app.example', 'write what "location.origin" is in the page, such as "https://app.example"'],
    ['*', 'write what "location.origin" is in the page, such as "https://app.example"'],
    ['', 'write what "location.origin" is in the page, such as "https://app.example"'],
  ])('refuses the origin %j, and says what to write', (origin, remedy) => {
    expect(() => defineCorsFetchPage(origin, undefined)).toThrow(
      new TypeError(
        `The option "origin" is ${JSON.stringify(origin)}, which is not how a browser writes an origin; ${remedy}`,
      ),
    )
  })

  it('refuses at creation what an environment variable has left undefined', () => {
    expect(() => createCorsFetch(JSON.parse('{}'))).toThrow(
      'The option "origin" is undefined; write what "location.origin" is',
    )
  })

  it('refuses a base URL that is not absolute', () => {
    expect(() => createCorsFetch({ origin: 'https://app.example', baseUrl: '/shop' })).toThrow(
      'The option "baseUrl" is "/shop", which is not an absolute URL; write one such as "https://app.example/shop/"',
    )
  })
})
