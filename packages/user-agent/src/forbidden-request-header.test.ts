import { describe, expect, it } from 'vitest'
import { isForbiddenRequestHeader } from './forbidden-request-header.ts'

describe('isForbiddenRequestHeader', () => {
  it.each([
    ['Accept-Charset'],
    ['Accept-Encoding'],
    ['Access-Control-Request-Headers'],
    ['Access-Control-Request-Method'],
    ['Connection'],
    ['Content-Length'],
    ['Cookie'],
    ['Cookie2'],
    ['Date'],
    ['DNT'],
    ['Expect'],
    ['Host'],
    ['Keep-Alive'],
    ['Origin'],
    ['Referer'],
    ['Set-Cookie'],
    ['TE'],
    ['Trailer'],
    ['Transfer-Encoding'],
    ['Upgrade'],
    ['Via'],
    ['Proxy-'],
    ['PROXY-Authorization'],
    ['sec-'],
    ['Sec-Fetch-Mode'],
  ])('is true for %s, whatever its value', (name) => {
    expect(isForbiddenRequestHeader(name, '')).toBe(true)
  })

  it.each([['Authorization'], ['User-Agent'], ['Proxy'], ['Secure'], ['Set-Cookie2'], ['X-Forwarded-For']])(
    'is false for %s',
    (name) => {
      expect(isForbiddenRequestHeader(name, '')).toBe(false)
    },
  )

  it.each(['X-HTTP-Method', 'x-http-method-override', 'X-METHOD-Override'])(
    'looks for forbidden methods in the value of %s',
    (name) => {
      expect(isForbiddenRequestHeader(name, 'GET, trace')).toBe(true)
      expect(isForbiddenRequestHeader(name, 'CONNECT')).toBe(true)
      expect(isForbiddenRequestHeader(name, 'PUT')).toBe(false)
      expect(isForbiddenRequestHeader(name, '"TRACE"')).toBe(false)
      expect(isForbiddenRequestHeader(name, '"a,TRACE"')).toBe(false)
      expect(isForbiddenRequestHeader(name, '')).toBe(false)
    },
  )

  it('looks at no other value', () => {
    expect(isForbiddenRequestHeader('x-method', 'TRACE')).toBe(false)
  })
})
