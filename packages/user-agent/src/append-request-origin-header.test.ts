import { describe, expect, it } from 'vitest'
import { appendRequestOriginHeader } from './append-request-origin-header.ts'
import { quirksOf } from './engine-quirk-table.ts'
import type { FetchRequest } from './fetch-request.ts'
import { fetchRequest } from './fixtures/fetch-request.ts'
import { getHeader } from './header-list.ts'

const own = new URL('https://app.example/x')
const insecure = new URL('http://api.example/x')

function originHeader(differences: Partial<FetchRequest>): string | null {
  return getHeader(appendRequestOriginHeader(fetchRequest(differences)).headers, 'origin')
}

describe('appendRequestOriginHeader', () => {
  it('appends the serialized origin to a CORS request of any method, behind the other headers', () => {
    const request = fetchRequest({ responseTainting: 'cors', headers: [['Accept', '*/*']] })
    expect(appendRequestOriginHeader(request).headers).toEqual([
      ['Accept', '*/*'],
      ['Origin', 'https://app.example'],
    ])
  })

  it('appends null where redirects have tainted the origin', () => {
    const redirectedFrom = [new URL('https://b.example/')]
    expect(originHeader({ responseTainting: 'cors', redirectedFrom })).toBe('null')
    expect(originHeader({ method: 'POST', redirectedFrom })).toBe('null')
  })

  it.each(['websocket', 'webtransport'] as const)('appends it in the mode %s', (mode) => {
    expect(originHeader({ mode })).toBe('https://app.example')
  })

  it.each(['GET', 'HEAD'])('appends none to a same-origin or opaque %s', (method) => {
    expect(originHeader({ method, url: own })).toBeNull()
    expect(originHeader({ method, mode: 'no-cors', responseTainting: 'opaque' })).toBeNull()
  })

  it.each(['POST', 'PUT', 'OPTIONS', 'QUERY'])('appends it to a same-origin %s', (method) => {
    expect(originHeader({ method, url: own })).toBe('https://app.example')
  })

  it.each([
    ['no-referrer', own, 'null'],
    ['no-referrer-when-downgrade', insecure, 'null'],
    ['strict-origin', insecure, 'null'],
    ['strict-origin-when-cross-origin', insecure, 'null'],
    ['strict-origin', own, 'https://app.example'],
    ['same-origin', insecure, 'null'],
    ['same-origin', own, 'https://app.example'],
    ['origin', insecure, 'https://app.example'],
    ['origin-when-cross-origin', insecure, 'https://app.example'],
    ['unsafe-url', insecure, 'https://app.example'],
  ] as const)('under the policy %s tells %s that the origin is %s', (referrerPolicy, url, expected) => {
    expect(originHeader({ method: 'POST', mode: 'no-cors', referrerPolicy, url })).toBe(expected)
  })

  it('does not take a page without encryption for one that is downgraded', () => {
    const differences = { method: 'POST', mode: 'no-cors', url: insecure, referrerPolicy: 'strict-origin' } as const
    expect(originHeader({ ...differences, origin: 'http://app.example' })).toBe('http://app.example')
  })

  it('heeds no policy in the mode cors', () => {
    expect(originHeader({ method: 'POST', url: own, referrerPolicy: 'no-referrer' })).toBe('https://app.example')
  })

  it.each([
    ['to the site in the address bar', {}, 'null'],
    ['redirected within its origin', { redirectedFrom: [new URL('https://app.example/before')] }, 'null'],
    ['redirected from another origin', { redirectedFrom: [new URL('https://www.app.example/')] }, null],
    ['to another site', { url: new URL('https://api.example/x') }, null],
    ['without credentials', { credentials: 'omit' }, null],
    ['from no opaque origin', { origin: 'https://app.example' }, null],
  ] as const)("may show an engine's GET without CORS that comes from an opaque origin, %s", (_, differences, shown) => {
    const request = fetchRequest({
      ...{ origin: 'null', topLevelOrigin: 'https://app.example', url: own },
      ...{ credentials: 'include', mode: 'no-cors', responseTainting: 'opaque', ...differences },
    })
    expect(getHeader(appendRequestOriginHeader(request, quirksOf('firefox')).headers, 'origin')).toBe(shown)
    expect(getHeader(appendRequestOriginHeader(request).headers, 'origin')).toBeNull()
  })
})
