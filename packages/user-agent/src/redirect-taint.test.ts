import { describe, expect, it } from 'vitest'
import { redirectTaint } from './redirect-taint.ts'
import { guessRegistrableDomain } from './registrable-domain.ts'
import { isRedirectTainted } from './serialize-request-origin.ts'

const own = 'https://app.example/'
const ownSite = 'https://api.app.example/'
const sameSite = 'https://cdn.app.example/'
const foreign = 'https://b.example/'
const foreignSite = 'https://c.b.example/'
const other = 'https://d.example/'

describe('redirectTaint', () => {
  it.each([
    [[own], 'same-origin'],
    [[foreign], 'same-origin'],
    [[own, own, foreign], 'same-origin'],
    [[foreign, `${foreign}x`], 'same-origin'],
    [[own, ownSite, own], 'same-site'],
    [[ownSite, sameSite], 'same-site'],
    [[foreign, foreignSite], 'same-site'],
    // Whoever is same site with the page may lead to anywhere.
    [[ownSite, foreign], 'same-site'],
    [[ownSite, own, foreign], 'same-site'],
    [[foreign, own], 'cross-site'],
    [[foreign, other], 'cross-site'],
    [[own, foreign, own], 'cross-site'],
    [[ownSite, sameSite, foreign, ownSite], 'cross-site'],
    [[foreign, 'http://b.example/'], 'cross-site'],
  ])('over %j is %s', (urls, expected) => {
    const parsed = urls.map((url) => new URL(url))
    const request = {
      origin: 'https://app.example',
      redirectedFrom: parsed.slice(0, -1),
      url: parsed.at(-1) ?? new URL(own),
    }
    expect(redirectTaint(request, guessRegistrableDomain)).toBe(expected)
    expect(isRedirectTainted(request)).toBe(expected !== 'same-origin')
  })

  it('is cross-site for an opaque origin as soon as a site is left', () => {
    const from = [new URL(own)]
    const request = { origin: 'null', redirectedFrom: from, url: new URL(foreign) }
    expect(redirectTaint(request, guessRegistrableDomain)).toBe('cross-site')
    expect(redirectTaint({ ...request, url: new URL(ownSite) }, guessRegistrableDomain)).toBe('same-site')
  })
})
