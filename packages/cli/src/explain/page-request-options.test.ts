import { describe, expect, it } from 'vitest'
import { type PageRequestOptions, readOrigin, readPageRequest } from './page-request-options.ts'

const options: PageRequestOptions = { mode: 'cors', redirect: 'follow' }

describe('readOrigin', () => {
  it.each(['https://app.example', 'http://localhost:3000', 'null', 'capacitor://localhost'])('takes %s', (origin) => {
    expect(readOrigin(origin)).toBe(origin)
  })

  it.each([
    ['https://app.example/', 'did you mean https://app.example?'],
    ['https://app.example/a?b', 'did you mean https://app.example?'],
    ['https://APP.example:443', 'did you mean https://app.example?'],
    ['app.example', 'did you mean https://app.example?'],
    ['localhost:3000', 'did you mean http://localhost:3000?'],
    ['127.0.0.1:8080/x', 'did you mean http://127.0.0.1:8080?'],
    ['https://b\u00FCcher.example', 'did you mean https://xn--bcher-kva.example?'],
    ['*', 'a page has one, such as https://app.example'],
    ['', 'such as https://app.example, or null'],
    ['https://', 'such as https://app.example, or null'],
    ['file:///index.html', 'such as https://app.example, or null'],
  ])('refuses %j and suggests what was meant', (origin, suggestion) => {
    expect(() => readOrigin(origin)).toThrow(`--origin "${origin}"`)
    expect(() => readOrigin(origin)).toThrow(suggestion)
  })

  it('says where to find an origin that is missing', () => {
    expect(() => readOrigin(undefined)).toThrow('location.origin')
  })
})

describe('readPageRequest', () => {
  it('is a GET without credentials by default', () => {
    expect(readPageRequest('https://api.example/data', options)).toEqual({
      method: 'GET',
      url: 'https://api.example/data',
      headers: [],
      credentials: 'same-origin',
      mode: 'cors',
      redirect: 'follow',
    })
  })

  it('reads headers at their first colon', () => {
    const { headers } = readPageRequest('https://api.example/', {
      ...options,
      header: ['X-A: b:c', 'x-b:', ' x-c :1 '],
    })
    expect(headers).toEqual([
      ['X-A', 'b:c'],
      ['x-b', ''],
      ['x-c', '1'],
    ])
  })

  it.each([
    ['accept', 'has no colon'],
    [': 1', 'has no name before its colon'],
    ['', 'has no colon'],
  ])('refuses the header %j', (header, message) => {
    expect(() => readPageRequest('https://api.example/', { ...options, header: [header] })).toThrow(message)
  })

  // What a browser makes of these schemes is for the user agent to say.
  it.each(['http://localhost:3000/a', 'ftp://a.example/', 'data:,x', 'HTTPS://api.example'])(
    'takes the URL %s',
    (url) => {
      expect(readPageRequest(url, options).url).toBe(url)
    },
  )

  it.each([
    ['api.example', 'did you mean https://api.example?'],
    ['api.example:8443/x', 'did you mean https://api.example:8443/x?'],
    ['localhost:3000/x', 'did you mean http://localhost:3000/x?'],
    ['app.localhost:3000', 'did you mean http://app.localhost:3000?'],
    ['[::1]:80/', 'did you mean http://[::1]:80/?'],
    ['/data', 'give the whole URL'],
    ['http://', '"http://" is not a URL'],
    ['https://a b/', '"https://a b/" is not a URL'],
  ])('refuses the URL %s and suggests what was meant', (url, message) => {
    expect(() => readPageRequest(url, options)).toThrow(message)
  })
})
