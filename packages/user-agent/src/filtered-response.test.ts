import { describe, expect, it } from 'vitest'
import { corsExposedHeaderNames, describeFiltering, readableHeaderNames } from './filtered-response.ts'

const headers = [
  ['Content-Type', 'text/plain'],
  ['ETag', '"1"'],
  ['Set-Cookie', 'a=b'],
  ['X-A', '1'],
  ['x-a', '2'],
] as const

function exposing(value: string): readonly (readonly [string, string])[] {
  return [...headers, ['Access-Control-Expose-Headers', value]]
}

describe('corsExposedHeaderNames', () => {
  it('is every name of the response for *, unless credentials are included', () => {
    expect(corsExposedHeaderNames('same-origin', exposing('x-b, *'))).toContain('ETag')
    expect(corsExposedHeaderNames('include', exposing('x-b, *'))).toEqual(['x-b', '*'])
  })

  it.each(['a b', '"etag"'])('is empty for %j, which is no list of names', (value) => {
    expect(corsExposedHeaderNames('omit', exposing(value))).toEqual([])
  })

  it('is empty where nothing is said', () => {
    expect(corsExposedHeaderNames('omit', headers)).toEqual([])
  })
})

describe('readableHeaderNames', () => {
  it('hides but the forbidden ones from a page on the own origin', () => {
    expect(readableHeaderNames({ responseTainting: 'basic', credentials: 'omit' }, headers)).toEqual([
      'content-type',
      'etag',
      'x-a',
    ])
  })

  it('shows the safelisted and the exposed ones to a page on another origin', () => {
    const request = { responseTainting: 'cors', credentials: 'omit' } as const
    expect(readableHeaderNames(request, headers)).toEqual(['content-type'])
    expect(readableHeaderNames(request, exposing('etag, x-none, set-cookie'))).toEqual(['content-type', 'etag'])
    expect(readableHeaderNames(request, exposing('*'))).toEqual([
      'access-control-expose-headers',
      'content-type',
      'etag',
      'x-a',
    ])
  })

  it('shows nothing of an opaque response', () => {
    expect(readableHeaderNames({ responseTainting: 'opaque', credentials: 'omit' }, exposing('*'))).toEqual([])
  })
})

describe('describeFiltering', () => {
  const cors = { responseTainting: 'cors', credentials: 'include' } as const

  it('names what is readable and what is hidden', () => {
    expect(describeFiltering(cors, headers)).toBe('the headers "content-type"; hidden are "etag", "set-cookie", "x-a"')
    expect(describeFiltering(cors, headers.slice(0, 1))).toBe('the headers "content-type"')
    expect(describeFiltering(cors, [])).toBe('none of the headers')
  })

  it.each([
    ['a b', '"a b", which is not a list'],
    ['*', '"*", and "*" is no wildcard'],
  ])('says why %j exposes nothing', (value, text) => {
    expect(describeFiltering(cors, exposing(value))).toContain(`Access-Control-Expose-Headers is ${text}`)
    expect(describeFiltering({ ...cors, responseTainting: 'basic' }, exposing(value))).not.toContain(text)
  })

  it('has nothing to say of a list of names', () => {
    expect(describeFiltering(cors, exposing('etag'))).not.toContain('Access-Control-Expose-Headers is')
  })
})
