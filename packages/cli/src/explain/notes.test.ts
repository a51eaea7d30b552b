import type { HeaderPairs } from '@corsac/user-agent'
import { describe, expect, it } from 'vitest'
import { makeExchange, type MadeUpExchange } from '../fixtures/exchange.ts'
import { notesOn } from './notes.ts'

const all: HeaderPairs = [['access-control-allow-origin', '*']]
const named: HeaderPairs = [['access-control-allow-origin', 'https://app.example']]
const credentialed: HeaderPairs = [['access-control-allow-credentials', 'true']]

describe('notesOn', () => {
  it('has nothing to say of a plain response', async () => {
    expect(notesOn(await makeExchange({ answers: [{ headers: all }] }), null)).toEqual([])
  })

  it.each<[string, MadeUpExchange, RegExp]>([
    ['mixed content', { request: { url: 'http://api.example/' } }, /^The page is on https and this URL on http/],
    ['the own origin', { request: { url: 'https://app.example/x' } }, /^The URL is on the page's own origin/],
    [
      'a header that no page can set',
      { request: { headers: [['Cookie', 'a=b']] } },
      /^Left out, because a page cannot set it: "Cookie"\.$/,
    ],
    ['a method in lower case', { request: { method: 'put' } }, /^The method "put" is normalized to "PUT"\.$/],
    [
      '"*" for Authorization',
      {
        request: { headers: [['authorization', 'x']] },
        preflight: { headers: [...all, ['access-control-allow-headers', '*']] },
      },
      /still let "\*" cover Authorization/,
    ],
    ['an error', { answers: [{ status: 503 }] }, /^The status is 503/],
    ['an origin without Vary', { answers: [{ headers: named }] }, /--probe asks once more/],
    ['idle credentials', { answers: [{ headers: [...all, ...credentialed] }] }, /is idle beside "\*"/],
    [
      'null with credentials',
      {
        origin: 'null',
        answers: [{ headers: [['access-control-allow-origin', 'null'], ['vary', 'origin'], ...credentialed] }],
      },
      /^Every website can have the origin "null"/,
    ],
    ['an ignored cookie', { answers: [{ headers: [...all, ['set-cookie', 'a=b']] }] }, /^Set-Cookie is ignored/],
    [
      'a list that exposes nothing',
      { answers: [{ headers: [...all, ['access-control-expose-headers', 'a b']] }] },
      /cannot be read, and so exposes nothing/,
    ],
    [
      'exposure on the preflight',
      {
        request: { method: 'PUT' },
        preflight: {
          headers: [...all, ['access-control-allow-methods', 'PUT'], ['access-control-expose-headers', 'etag']],
        },
        answers: [{ headers: all }],
      },
      /does nothing on the response to a preflight/,
    ],
    ['an opaque response', { request: { mode: 'no-cors' } }, /not a way around CORS/],
    [
      'an opaque redirect',
      { request: { redirect: 'manual' }, answers: [{ status: 302, headers: [...all, ['location', '/x']] }] },
      /only learns that there is a redirect/,
    ],
  ])('notes %s', async (_, madeUp, note) => {
    const notes = notesOn(await makeExchange(madeUp), null)
    expect(notes.filter((one) => note.test(one))).toHaveLength(1)
  })

  it.each<[string, MadeUpExchange]>([
    ['plain http on this machine', { request: { url: 'http://localhost:3000/' }, answers: [{ headers: all }] }],
    ['an origin with Vary', { answers: [{ headers: [...named, ['vary', 'Accept, ORIGIN']] }] }],
    [
      'a cookie that is asked for',
      {
        request: { credentials: 'include' },
        answers: [{ headers: [...named, ...credentialed, ['vary', '*'], ['set-cookie', 'a=b']] }],
      },
    ],
  ])('has nothing against %s', async (_, madeUp) => {
    expect(notesOn(await makeExchange(madeUp), null)).toEqual([])
  })
})
