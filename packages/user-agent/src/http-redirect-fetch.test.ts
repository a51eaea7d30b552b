import { describe, expect, it } from 'vitest'
import type { FetchRequest } from './fetch-request.ts'
import { quirksOf } from './engine-quirk-table.ts'
import { fetchRequest } from './fixtures/fetch-request.ts'
import type { HeaderPairs } from './header-list.ts'
import { httpRedirectFetch } from './http-redirect-fetch.ts'

const cors = { responseTainting: 'cors' } as const
const sameOrigin = { url: new URL('https://app.example/') }

function redirect(
  differences: Partial<FetchRequest>,
  location: string | null,
  status = 302,
  headers: HeaderPairs = [],
): ReturnType<typeof httpRedirectFetch> {
  const fields: HeaderPairs = location === null ? headers : [['Location', location], ...headers]
  return httpRedirectFetch(fetchRequest(differences), { status, headers: fields })
}

function follow(...parameters: Parameters<typeof redirect>): FetchRequest {
  const result = redirect(...parameters)
  if (!result.passed || result.request === null) throw new Error(result.text)
  return result.request
}

describe('httpRedirectFetch', () => {
  it('hands over the response where there is no Location', () => {
    expect(redirect({}, null)).toMatchObject({ passed: true, request: null })
  })

  it('appends to the URL list', () => {
    const { redirectedFrom, url } = follow({ redirectedFrom: [new URL('https://a.example/')] }, '/next')
    expect(redirectedFrom.map(({ href }) => href)).toEqual(['https://a.example/', 'https://api.example/resource'])
    expect(url.href).toBe('https://api.example/next')
  })

  it.each<[string, Partial<FetchRequest>, string]>([
    ['redirect-location-invalid', {}, 'https://'],
    ['redirect-scheme-not-http', {}, 'data:,x'],
    [
      'redirect-scheme-not-http',
      { redirectedFrom: Array.from({ length: 20 }, () => new URL('https://a/')) },
      'ftp://a/',
    ],
    ['redirect-too-many', { redirectedFrom: Array.from({ length: 20 }, () => new URL('https://a/')) }, '/next'],
    ['redirect-url-with-credentials', sameOrigin, 'https://user@api.example/'],
    ['redirect-url-with-credentials', cors, 'https://:password@app.example/'],
    ['redirect-body-not-replayable', { method: 'POST', body: { source: null } }, '/next'],
  ])('fails with %s', (reason, differences, location) => {
    expect(redirect(differences, location)).toMatchObject({ passed: false, reason })
  })

  it('follows the twentieth redirect', () => {
    const redirectedFrom = Array.from({ length: 19 }, () => new URL('https://a/'))
    expect(follow({ redirectedFrom }, '/next').redirectedFrom).toHaveLength(20)
  })

  it('lets credentials stand in a URL where CORS has no part', () => {
    expect(follow(sameOrigin, 'https://user@app.example/').url.username).toBe('user')
    const noCors = { mode: 'no-cors', responseTainting: 'opaque' } as const
    expect(follow(noCors, 'https://user@api.example/').url.username).toBe('user')
  })

  it('sends a stream nowhere but after 303, where it is no longer needed', () => {
    expect(follow({ method: 'POST', body: { source: null } }, '/next', 303).body).toBeNull()
  })

  it.each([
    [301, 'POST', 'GET'],
    [302, 'POST', 'GET'],
    [303, 'POST', 'GET'],
    [307, 'POST', 'POST'],
    [308, 'POST', 'POST'],
    [301, 'PUT', 'PUT'],
    [302, 'QUERY', 'QUERY'],
    [303, 'PUT', 'GET'],
    [303, 'DELETE', 'GET'],
    [303, 'HEAD', 'HEAD'],
    [303, 'GET', 'GET'],
  ])('after %d sends %s as %s', (status, method, next) => {
    const body = { source: 'x' }
    const headers: HeaderPairs = [
      ['Content-Type', 'text/plain'],
      ['content-language', 'en'],
      ['X-A', '1'],
    ]
    const request = follow({ method, body, headers }, '/next', status)
    expect(request.method).toBe(next)
    const isRewritten = method !== next
    expect(request.body).toEqual(isRewritten ? null : body)
    expect(request.headers).toEqual(isRewritten ? [['X-A', '1']] : headers)
  })

  it.each([
    [307, sameOrigin, ['content-type']],
    [302, sameOrigin, []],
    [302, { responseTainting: 'cors' }, ['content-type', 'content-language']],
  ] as const)('in WebKit, brings back what %d brings back to %j', (status, differences, names) => {
    const headers: HeaderPairs = [
      ['content-type', 'text/plain'],
      ['content-language', 'en'],
    ]
    const quirks = quirksOf('webkit')
    const request = fetchRequest({ ...differences, method: 'POST', headers })
    const bodiless = httpRedirectFetch(request, { status: 303, headers: [['Location', '/next']] }, quirks)
    if (!bodiless.passed || bodiless.request === null) throw new Error(bodiless.text)
    const last = httpRedirectFetch(bodiless.request, { status, headers: [['Location', '/last']] }, quirks)
    expect(last.passed && last.request?.headers.map(([name]) => name)).toEqual(names)
  })

  it('in Chromium, lets only an XMLHttpRequest be redirected to a password on its own origin', () => {
    const response = { status: 302, headers: [['Location', 'https://user:x@app.example/']] } as const
    const refusals = [false, true].map(
      (useCorsPreflight) =>
        httpRedirectFetch(fetchRequest({ ...sameOrigin, useCorsPreflight }), response, quirksOf('chromium')).passed,
    )
    expect(refusals).toEqual([false, true])
  })

  it('drops Authorization when the origin changes, and only then', () => {
    const headers: HeaderPairs = [
      ['authorization', 'x'],
      ['X-A', '1'],
    ]
    expect(follow({ headers }, '/next').headers).toEqual(headers)
    expect(follow({ headers }, 'https://b.example/').headers).toEqual([['X-A', '1']])
    expect(redirect({ headers }, 'https://b.example/').text).toContain('"Authorization" is dropped')
  })

  it('says when the origin becomes null', () => {
    expect(redirect({}, 'https://b.example/').text).toContain('"null" from here on')
    expect(redirect({}, '/next').text).not.toContain('"null"')
    expect(redirect(sameOrigin, 'https://b.example/').text).not.toContain('"null"')
  })

  it('takes over the referrer policy of the response', () => {
    const policy: HeaderPairs = [['Referrer-Policy', 'no-referrer']]
    expect(follow({}, '/next', 302, policy).referrerPolicy).toBe('no-referrer')
    expect(follow({}, '/next').referrerPolicy).toBe('strict-origin-when-cross-origin')
  })
})
