import { describe, expect, it } from 'vitest'
import { constructRequest } from './construct-request.ts'
import type { PageRequest } from './exchange.ts'
import type { FetchRequest } from './fetch-request.ts'

const page = { origin: 'https://app.example' }
const get: PageRequest = {
  method: 'GET',
  url: 'https://api.example/',
  headers: [],
  credentials: 'include',
  mode: 'cors',
  redirect: 'manual',
}

function construct(differences: Partial<PageRequest>): {
  readonly request: FetchRequest
  readonly changes: readonly string[]
} {
  const constructed = constructRequest(page, { ...get, ...differences })
  if (!constructed.passed) throw new Error(constructed.text)
  return constructed
}

describe('constructRequest', () => {
  it('makes a request with the unsafe-request flag set and Accept added', () => {
    const { changes, request } = construct({})
    expect(request).toMatchObject({
      method: 'GET',
      headers: [['Accept', '*/*']],
      origin: 'https://app.example',
      credentials: 'include',
      mode: 'cors',
      redirect: 'manual',
      responseTainting: 'basic',
      unsafeRequest: true,
      body: null,
    })
    expect(request.url.href).toBe('https://api.example/')
    expect(changes).toEqual([])
  })

  it.each<[string, Partial<PageRequest>]>([
    ['url-invalid', { url: '/relative' }],
    ['url-with-credentials', { url: 'https://user@api.example/' }],
    ['method-not-a-token', { method: 'G ET' }],
    ['method-forbidden', { method: 'trace' }],
    ['method-not-safelisted-in-no-cors', { method: 'PUT', mode: 'no-cors' }],
    ['header-name-invalid', { headers: [['x a', '1']] }],
    ['header-value-invalid', { headers: [['x-a', '\0']] }],
    ['body-with-get-or-head', { body: '' }],
    ['body-with-get-or-head', { method: 'head', body: 'x' }],
    ['stream-in-no-cors', { method: 'POST', body: 'x', mode: 'no-cors', streamed: true }],
  ])('fails with %s', (reason, differences) => {
    expect(constructRequest(page, { ...get, ...differences })).toMatchObject({ passed: false, reason })
  })

  it('fails for a page whose origin no browser would write so', () => {
    const constructed = constructRequest({ origin: 'https://app.example/' }, get)
    expect(constructed).toMatchObject({ passed: false, reason: 'page-origin-invalid' })
    const framed = constructRequest({ ...page, topLevelOrigin: 'https://TOP.example' }, get)
    expect(framed).toMatchObject({ passed: false, reason: 'page-origin-invalid' })
  })

  it('takes the page to be in no frame, unless it says so', () => {
    expect(construct({}).request.topLevelOrigin).toBe('https://app.example')
    expect(constructRequest({ ...page, topLevelOrigin: 'https://top.example' }, get)).toMatchObject({
      request: { origin: 'https://app.example', topLevelOrigin: 'https://top.example' },
    })
  })

  it('has the referrer policy of the browser, unless the page has another', () => {
    expect(construct({}).request.referrerPolicy).toBe('strict-origin-when-cross-origin')
    expect(construct({ referrerPolicy: 'no-referrer' }).request.referrerPolicy).toBe('no-referrer')
  })

  it('sets the use-CORS-preflight flag for upload listeners and for a stream, which has no type', () => {
    expect(construct({}).request.useCorsPreflight).toBe(false)
    expect(construct({ uploadListeners: true }).request.useCorsPreflight).toBe(true)
    expect(construct({ streamed: true }).request).toMatchObject({ useCorsPreflight: false, body: null })
    expect(construct({ method: 'POST', body: 'x', streamed: true }).request).toMatchObject({
      useCorsPreflight: true,
      body: { source: null, streamed: 'x' },
      headers: [['Accept', '*/*']],
    })
  })

  it('normalizes the method, and says so', () => {
    const { changes, request } = construct({ method: 'post', mode: 'no-cors' })
    expect(request.method).toBe('POST')
    expect(changes).toEqual(['the method "post" is normalized to "POST"'])
  })

  it('leaves out forbidden headers, and says so', () => {
    const { changes, request } = construct({
      headers: [
        ['Cookie', 'a'],
        ['Accept', 'text/html'],
      ],
    })
    expect(request.headers).toEqual([['Accept', 'text/html']])
    expect(changes).toEqual(['left out, because a page cannot set it: "Cookie"'])
  })

  it('says that it was the mode no-cors for which a header was left out', () => {
    expect(construct({ headers: [['X-A', '1']], mode: 'no-cors' }).changes).toEqual([
      'left out, because a page cannot set it in the mode "no-cors": "X-A"',
    ])
  })

  it('gives a body its type, unless the page does', () => {
    const { changes, request } = construct({ method: 'POST', body: 'x' })
    expect(request.body).toEqual({ source: 'x' })
    expect(request.headers).toEqual([
      ['Content-Type', 'text/plain;charset=UTF-8'],
      ['Accept', '*/*'],
    ])
    expect(changes).toHaveLength(1)
    const typed = construct({ method: 'POST', body: 'x', headers: [['content-type', 'application/json']] })
    expect(typed.request.headers).toEqual([
      ['content-type', 'application/json'],
      ['Accept', '*/*'],
    ])
  })
})
