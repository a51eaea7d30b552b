import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRedirectStatus, locationUrl } from './location-url.ts'

const base = new URL('https://api.example/a/b?c#fragment')

function hrefOf(...locations: readonly string[]): string | null {
  const found = locationUrl(
    base,
    locations.map((location) => ['Location', location] as const),
  )
  return found instanceof URL ? found.href : found
}

describe('isRedirectStatus', () => {
  it('is true for the five that browsers follow', () => {
    const statuses = Array.from({ length: 500 }, (_, index) => 100 + index)
    expect(statuses.filter(isRedirectStatus)).toEqual([301, 302, 303, 307, 308])
  })
})

describe('locationUrl', () => {
  it.each([
    ['https://b.example/x', 'https://b.example/x#fragment'],
    ['/x', 'https://api.example/x#fragment'],
    ['x', 'https://api.example/a/x#fragment'],
    ['//b.example', 'https://b.example/#fragment'],
    ['', 'https://api.example/a/b?c#fragment'],
    ['/x#own', 'https://api.example/x#own'],
    ['/x#', 'https://api.example/x#'],
    ['/\u00C3\u00A9?\u00FF', 'https://api.example/%C3%A9?%FF#fragment'],
  ])('resolves %j to %s', (location, href) => {
    expect(hrefOf(location)).toBe(href)
  })

  it('is null without Location, and a failure for two or for what is no URL', () => {
    expect(hrefOf()).toBeNull()
    expect(hrefOf('/x', '/x')).toBe('failure')
    expect(hrefOf('https://')).toBe('failure')
    expect(hrefOf('http://[::')).toBe('failure')
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (location) => {
        expect(typeof hrefOf(location)).toBe('string')
      }),
    )
  })
})
