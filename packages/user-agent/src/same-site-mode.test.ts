import { describe, expect, it } from 'vitest'
import { fetchRequest } from './fixtures/fetch-request.ts'
import { guessRegistrableDomain } from './registrable-domain.ts'
import { determineSameSiteMode } from './same-site-mode.ts'

const url = new URL('https://api.app.example/')

describe('determineSameSiteMode', () => {
  it('lets every cookie go within a site', () => {
    expect(determineSameSiteMode(fetchRequest({ url }), guessRegistrableDomain)).toBe('strict-or-less')
  })

  it.each([
    ['to another site', { url: new URL('https://api.example/') }],
    ['to the same host without encryption', { url: new URL('http://app.example/') }],
    ['from a frame of another site', { url, topLevelOrigin: 'https://top.example' }],
    ['from an opaque origin', { url, origin: 'null', topLevelOrigin: 'https://app.example' }],
    ['after a redirect by another site', { url, redirectedFrom: [new URL('https://b.example/')] }],
  ])('keeps those that are SameSite from a request %s', (_, differences) => {
    expect(determineSameSiteMode(fetchRequest(differences), guessRegistrableDomain)).toBe('unset-or-less')
  })

  it('does not mind a redirect within the site', () => {
    const request = fetchRequest({ url, redirectedFrom: [new URL('https://cdn.app.example/')] })
    expect(determineSameSiteMode(request, guessRegistrableDomain)).toBe('strict-or-less')
  })
})
