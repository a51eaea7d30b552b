import { describe, expect, it } from 'vitest'
import {
  isCorsResponseHeaderName,
  isForbiddenRequestHeaderName,
  isForbiddenResponseHeaderName,
  isNeverOnActualResponses,
} from './header-name.ts'

const requestHeaders = ['access-control-request-headers', 'access-control-request-method', 'origin']
/** What a preflight's answer alone carries. */
const answerHeaders = [
  'access-control-allow-headers',
  'access-control-allow-methods',
  'access-control-allow-private-network',
  'access-control-max-age',
]
const responseHeaders = [
  ...answerHeaders,
  'access-control-allow-credentials',
  'access-control-allow-origin',
  'access-control-expose-headers',
  'timing-allow-origin',
]
/** The forbidden request-headers of the standard, but for those that depend on their value. */
const forbidden = [
  ...requestHeaders,
  ...['accept-charset', 'accept-encoding', 'connection', 'content-length', 'cookie', 'cookie2', 'date', 'dnt'],
  ...['expect', 'host', 'keep-alive', 'referer', 'set-cookie', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'via'],
]
const ordinary = ['authorization', 'content-type', 'x-http-method-override', 'user-agent', 'proxy', 'sec', 'x-sec-', '']

describe('isForbiddenRequestHeaderName', () => {
  it.each([...forbidden, 'proxy-', 'proxy-x', 'sec-', 'sec-fetch-site'])('says yes to %j', (name) => {
    expect(isForbiddenRequestHeaderName(name)).toBe(true)
  })

  it.each(ordinary)('says no to %j', (name) => {
    expect(isForbiddenRequestHeaderName(name)).toBe(false)
  })
})

describe('isCorsResponseHeaderName', () => {
  it.each(responseHeaders)('says yes to %s', (name) => {
    expect(isCorsResponseHeaderName(name)).toBe(true)
  })

  it.each([...ordinary, ...requestHeaders])('says no to %j', (name) => {
    expect(isCorsResponseHeaderName(name)).toBe(false)
  })
})

describe('isForbiddenResponseHeaderName', () => {
  it.each(['set-cookie', 'set-cookie2'])('says yes to %s', (name) => {
    expect(isForbiddenResponseHeaderName(name)).toBe(true)
  })

  it.each([...ordinary, 'cookie', 'set-cookie3'])('says no to %j', (name) => {
    expect(isForbiddenResponseHeaderName(name)).toBe(false)
  })
})

describe('isNeverOnActualResponses', () => {
  it.each([...requestHeaders, ...answerHeaders])('says yes to %s', (name) => {
    expect(isNeverOnActualResponses(name)).toBe(true)
  })

  it.each([...ordinary, 'access-control-allow-origin', 'access-control-expose-headers'])('says no to %j', (name) => {
    expect(isNeverOnActualResponses(name)).toBe(false)
  })
})
