import type { HeaderPairs } from '@corsac/user-agent'
import { describe, expect, it } from 'vitest'
import { makeExchange } from '../fixtures/exchange.ts'
import { exposureMistake, exposureOf } from './exposure.ts'

const expose = 'Access-Control-Expose-Headers'
const shared: HeaderPairs = [
  ['Access-Control-Allow-Origin', 'https://app.example'],
  ['Access-Control-Allow-Credentials', 'true'],
  ['Content-Type', 'application/json'],
  ['Date', 'now'],
  ['Set-Cookie', 'a=b'],
  ['ETag', '"1"'],
  ['X-Total-Count', '3'],
]

describe('exposureOf', () => {
  it('suggests to expose what is hidden and of use, as it is spelled', async () => {
    const exposure = exposureOf(await makeExchange({ answers: [{ headers: shared }] }))
    expect(exposure).toEqual({
      readable: ['content-type'],
      hidden: [
        'access-control-allow-credentials',
        'access-control-allow-origin',
        'date',
        'etag',
        'set-cookie',
        'x-total-count',
      ],
      useful: ['etag', 'x-total-count'],
      suggestion: [expose, 'ETag, X-Total-Count'],
    })
  })

  it('keeps what is exposed already', async () => {
    const exchange = await makeExchange({ answers: [{ headers: [...shared, [expose, 'etag']] }] })
    expect(exposureOf(exchange)).toMatchObject({
      useful: ['x-total-count'],
      suggestion: [expose, 'etag, X-Total-Count'],
    })
  })

  it('makes names of a "*" that is no wildcard', async () => {
    const headers: HeaderPairs = [...shared, [expose, '*']]
    const exchange = await makeExchange({ request: { credentials: 'include' }, answers: [{ headers }] })
    expect(exposureOf(exchange)?.suggestion).toEqual([expose, 'ETag, X-Total-Count'])
    expect(exposureOf(await makeExchange({ answers: [{ headers }] }))?.suggestion).toBeNull()
  })

  it('has nothing to say where a page can read nothing', async () => {
    expect(exposureOf(await makeExchange({}))).toBeNull()
  })

  it('suggests what does show the headers', async () => {
    for (const credentials of ['include', 'omit'] as const) {
      for (const listed of [[], [[expose, '*']], [[expose, 'etag']], [[expose, 'a b']]] as const) {
        const { suggestion } =
          exposureOf(
            await makeExchange({ request: { credentials }, answers: [{ headers: [...shared, ...listed] }] }),
          ) ?? {}
        const mended: HeaderPairs = [...shared, ...(suggestion == null ? listed : [suggestion])]
        const { exposedHeaders } = await makeExchange({ request: { credentials }, answers: [{ headers: mended }] })
        expect(exposedHeaders).toEqual(expect.arrayContaining(['etag', 'x-total-count']))
      }
    }
  })
})

describe('exposureMistake', () => {
  it.each<[string, 'include' | 'omit', RegExp | null]>([
    ['a b', 'omit', /cannot be read/],
    ['*', 'include', /list the names/],
    ['*', 'omit', null],
    ['etag', 'include', null],
  ])('finds in %j with the credentials mode %s what it should', async (value, credentials, mistake) => {
    const exchange = await makeExchange({
      request: { credentials },
      answers: [{ headers: [...shared, [expose, value]] }],
    })
    if (mistake === null) expect(exposureMistake(exchange)).toBeNull()
    else expect(exposureMistake(exchange)).toMatch(mistake)
  })
})
