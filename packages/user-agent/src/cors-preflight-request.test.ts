import { describe, expect, it } from 'vitest'
import { createCorsPreflightRequest } from './cors-preflight-request.ts'
import { fetchRequest } from './fixtures/fetch-request.ts'

describe('createCorsPreflightRequest', () => {
  it('asks for the method and the unsafe names, in the order of the standard', () => {
    const headers = [
      ['X-B', '1'],
      ['Authorization', 'x'],
      ['Accept', 'text/html'],
      ['x-a', '1'],
    ] as const
    const preflight = createCorsPreflightRequest(fetchRequest({ method: 'PATCH', headers }))
    expect(preflight.method).toBe('OPTIONS')
    expect(preflight.headers).toEqual([
      ['Accept', '*/*'],
      ['Access-Control-Request-Method', 'PATCH'],
      ['Access-Control-Request-Headers', 'authorization,x-a,x-b'],
    ])
  })

  it('asks for no names where there are none', () => {
    const { headers } = createCorsPreflightRequest(fetchRequest({ method: 'PUT', headers: [['accept', 'x']] }))
    expect(headers).toEqual([
      ['Accept', '*/*'],
      ['Access-Control-Request-Method', 'PUT'],
    ])
  })

  it('goes where the request goes, without its credentials and its body', () => {
    const request = fetchRequest({
      redirectedFrom: [new URL('https://b.example/')],
      credentials: 'include',
      body: { source: 'x' },
      useCorsPreflight: true,
    })
    const { body, credentials, mode, origin, redirectedFrom, responseTainting, url } =
      createCorsPreflightRequest(request)
    expect({ body, credentials, mode, responseTainting }).toEqual({
      body: null,
      credentials: 'same-origin',
      mode: 'cors',
      responseTainting: 'cors',
    })
    expect({ origin, redirectedFrom, url }).toEqual({
      origin: request.origin,
      redirectedFrom: request.redirectedFrom,
      url: request.url,
    })
  })
})
