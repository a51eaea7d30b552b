import { describe, expect, it } from 'vitest'
import { createCorsFetch } from './cors-fetch.ts'
import { sharing } from './fixtures/cors-server.ts'
import { serve } from './fixtures/server.ts'

const corsFetch = createCorsFetch({ origin: 'https://app.example' })

describe('createCorsFetchResponse', () => {
  it('joins the fields of one name that the page can read', async () => {
    const url = await serve(sharing({ 'cache-control': ['no-cache', 'no-store'] }))
    expect([...(await corsFetch(url)).headers]).toEqual([['cache-control', 'no-cache, no-store']])
  })

  it('makes headers that cannot be changed, as those of every fetch', async () => {
    const { headers } = (await corsFetch(await serve(sharing({ 'content-type': 'text/plain' })))).clone()
    expect(() => {
      headers.append('x-a', '1')
    }).toThrow(TypeError)
    expect(() => {
      headers.set('x-a', '1')
    }).toThrow(TypeError)
    expect(() => {
      headers.delete('content-type')
    }).toThrow(TypeError)
    expect(new Headers(headers).get('content-type')).toBe('text/plain')
  })

  it('gives clones of clones the same face', async () => {
    const url = await serve(sharing({}, 404))
    const response = await corsFetch(url)
    const clone = response.clone().clone()
    expect(clone).toMatchObject({ ok: false, redirected: false, status: 404, type: 'cors', url: `${url}/` })
    expect(await Promise.all([response.text(), clone.text()])).toEqual(['body', 'body'])
  })

  it('gives the body the type that the page can read', async () => {
    const blob = await (await corsFetch(await serve(sharing({ 'content-type': 'text/css' })))).blob()
    expect(blob.type).toBe('text/css')
  })

  it.each([204, 205, 304])('has no body with the status %i', async (status) => {
    const { body } = await corsFetch(
      await serve((request, response) => {
        sharing({}, status)(request, response)
      }),
    )
    expect(body).toBeNull()
  })

  it('has no body for HEAD, whatever its length would be', async () => {
    const url = await serve(sharing({ 'content-length': '4' }))
    const response = await corsFetch(url, { method: 'HEAD' })
    expect([response.body, response.headers.get('content-length')]).toEqual([null, '4'])
  })

  it('is not redirected where a request was only sent again', async () => {
    const statuses = [421, 200]
    const url = await serve((request, response) => {
      sharing({}, statuses.shift())(request, response)
    })
    expect(await corsFetch(url)).toMatchObject({ redirected: false, status: 200 })
  })
})
