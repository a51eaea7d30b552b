import { describe, expect, it } from 'vitest'
import type { FetchRequest } from './fetch-request.ts'
import { fetchRequest } from './fixtures/fetch-request.ts'
import { chooseMainFetchBranch } from './main-fetch-branch.ts'

const own = new URL('https://app.example/x')
const ftp = new URL('ftp://api.example/x')

describe('chooseMainFetchBranch', () => {
  it.each<[string, Partial<FetchRequest>]>([
    ['a URL on the own origin', { url: own, method: 'PUT', useCorsPreflight: true, headers: [['x-a', '1']] }],
    ['a data URL', { url: new URL('data:,x'), mode: 'same-origin' }],
    ['a navigation', { mode: 'navigate', method: 'POST' }],
    ['a web socket', { mode: 'websocket' }],
    ['a web transport', { mode: 'webtransport' }],
  ])('leaves %s without CORS', (_, differences) => {
    const branch = chooseMainFetchBranch(fetchRequest(differences))
    expect(branch).toMatchObject({ passed: true, responseTainting: 'basic', makeCorsPreflight: false })
  })

  it('makes a no-cors request opaque, without asking first', () => {
    const branch = chooseMainFetchBranch(fetchRequest({ mode: 'no-cors', method: 'POST', headers: [['x-a', '1']] }))
    expect(branch).toMatchObject({ passed: true, responseTainting: 'opaque', makeCorsPreflight: false })
  })

  it.each<[Partial<FetchRequest>, string]>([
    [{ mode: 'same-origin' }, 'mode-same-origin'],
    [{ mode: 'same-origin', url: ftp }, 'mode-same-origin'],
    [{ mode: 'no-cors', redirect: 'manual' }, 'no-cors-redirect-mode'],
    [{ mode: 'no-cors', redirect: 'error' }, 'no-cors-redirect-mode'],
    [{ url: ftp }, 'url-scheme-not-http'],
  ])('refuses %j with %s', (differences, reason) => {
    expect(chooseMainFetchBranch(fetchRequest(differences))).toMatchObject({ passed: false, reason })
  })

  it('makes a CORS request without a preflight of a safelisted one', () => {
    const branch = chooseMainFetchBranch(fetchRequest({ method: 'POST', headers: [['content-type', 'text/plain']] }))
    expect(branch).toMatchObject({ passed: true, responseTainting: 'cors', makeCorsPreflight: false })
  })

  it('stays with CORS once a request was one, even back on the own origin', () => {
    const branch = chooseMainFetchBranch(fetchRequest({ url: own, responseTainting: 'cors', method: 'PUT' }))
    expect(branch).toMatchObject({ responseTainting: 'cors', makeCorsPreflight: true })
  })

  it('takes no URL for that of an opaque origin', () => {
    expect(chooseMainFetchBranch(fetchRequest({ origin: 'null', url: own }))).toMatchObject({
      responseTainting: 'cors',
    })
  })

  it.each<[Partial<FetchRequest>, string]>([
    [{ method: 'PUT' }, '"PUT"'],
    [
      {
        headers: [
          ['X-B', '1'],
          ['x-a', '1'],
        ],
      },
      '"x-a", "x-b"',
    ],
    [{ useCorsPreflight: true, unsafeRequest: false }, 'use-CORS-preflight'],
  ])('asks first for %j, and says why', (differences, why) => {
    const branch = chooseMainFetchBranch(fetchRequest(differences))
    expect(branch).toMatchObject({ passed: true, responseTainting: 'cors', makeCorsPreflight: true })
    expect(branch.text).toContain(why)
  })

  it('asks for nothing without the unsafe-request flag', () => {
    const request = fetchRequest({ unsafeRequest: false, method: 'PUT', headers: [['last-event-id', '1']] })
    expect(chooseMainFetchBranch(request)).toMatchObject({ makeCorsPreflight: false })
  })
})
