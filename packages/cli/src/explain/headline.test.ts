import type { HeaderPairs, PageRequest } from '@corsac/user-agent'
import { describe, expect, it } from 'vitest'
import { type MadeUpAnswer, makeExchange, type MadeUpExchange } from '../fixtures/exchange.ts'
import { headline } from './headline.ts'

const origin = 'access-control-allow-origin'
const all: HeaderPairs = [[origin, '*']]
const put: Partial<PageRequest> = { method: 'PUT' }

function redirect(...more: HeaderPairs): readonly MadeUpAnswer[] {
  return [{ status: 302, headers: [...all, ...more] }]
}

describe('headline', () => {
  it.each<[string, MadeUpExchange]>([
    ['the page gets the response, 404.', { answers: [{ status: 404, headers: all }] }],
    ['the page learns nothing of the response, not even its status.', { request: { mode: 'no-cors' } }],
    [
      'the redirect (302) has no Access-Control-Allow-Origin.',
      { answers: [{ status: 302, headers: [['location', '/x']] }] },
    ],
    ['Access-Control-Allow-Origin is empty.', { answers: [{ headers: [[origin, '']] }] }],
    [
      'Access-Control-Allow-Origin is a list, and a browser takes one origin.',
      { answers: [{ headers: [[origin, 'https://app.example, https://b.example']] }] },
    ],
    [
      'Access-Control-Allow-Origin comes 3 times, and a browser takes one.',
      { answers: [{ headers: [...all, ...all, ...all] }] },
    ],
    [
      'Access-Control-Allow-Origin ends with a slash, which no origin does.',
      { answers: [{ headers: [[origin, 'https://app.example/']] }] },
    ],
    [
      'Access-Control-Allow-Origin is "HTTPS://app.example", which differs from the origin by case.',
      { answers: [{ headers: [[origin, 'HTTPS://app.example']] }] },
    ],
    ['the server allows "null", not "https://app.example".', { answers: [{ headers: [[origin, 'null']] }] }],
    [
      'the server allows "https://app.example", not "null", which is what redirects to other origins make of it.',
      {
        answers: [
          { status: 302, headers: [...all, ['location', 'https://b.example/']] },
          { headers: [[origin, 'https://app.example']] },
        ],
      },
    ],
    [
      'Access-Control-Allow-Credentials is "True", not "true".',
      {
        request: { credentials: 'include' },
        answers: [
          {
            headers: [
              [origin, 'https://app.example'],
              ['access-control-allow-credentials', 'True'],
            ],
          },
        ],
      },
    ],
    ['the response to the preflight has no Access-Control-Allow-Origin.', { request: put }],
    [
      'Access-Control-Allow-Headers cannot be read: "x-a x-b".',
      { request: put, preflight: { headers: [...all, ['access-control-allow-headers', 'x-a x-b']] } },
    ],
    [
      'Access-Control-Allow-Headers does not list "x-a", "x-b", "x-c" and 1 more.',
      { request: { headers: ['x-d', 'x-c', 'x-b', 'x-a'].map((name) => [name, '1']) }, preflight: { headers: all } },
    ],
    [
      'Access-Control-Allow-Headers does not list "authorization".',
      { request: { headers: [['authorization', 'x']] }, preflight: { headers: all } },
    ],
    ['Location is not one valid URL: "http://[".', { answers: redirect(['location', 'http://[']) }],
    [
      'it leads to "ftp://a.example", which is not an "http" or "https" URL.',
      { answers: redirect(['location', 'ftp://a.example']) },
    ],
    ['there is a username or a password in Location.', { answers: redirect(['location', 'https://a:b@api.example/']) }],
    [
      'the server answers 302, and the redirect mode is "error".',
      { request: { redirect: 'error' }, answers: redirect(['location', '/x']) },
    ],
    [
      '2 URLs redirect in a circle.',
      {
        answers: [
          ...Array.from({ length: 20 }, (_, index) => ({
            status: 302,
            headers: [...all, ['location', index % 2 === 0 ? '/b' : '/data']] as HeaderPairs,
          })),
          { status: 302, headers: [...all, ['location', '/b']] },
        ],
      },
    ],
    [
      'the redirects do not end: a browser gives up after 20 of them.',
      {
        answers: Array.from({ length: 21 }, (_, index) => ({
          status: 302,
          headers: [...all, ['location', `/${index}`]] as HeaderPairs,
        })),
      },
    ],
    [
      'Cross-Origin-Resource-Policy is "same-origin".',
      { request: { mode: 'no-cors' }, answers: [{ headers: [['cross-origin-resource-policy', 'same-origin']] }] },
    ],
    ['the server answers 407, which a browser takes from nobody but a proxy.', { answers: [{ status: 407 }] }],
    ['the wire is cut.', { answers: [new Error('the wire is cut')] }],
    ['"app.example" is not how a browser writes an origin.', { origin: 'app.example' }],
    ['"/data" is not a URL.', { request: { url: '/data' } }],
    [
      'there is a username or a password in the URL, for which fetch throws.',
      { request: { url: 'https://a:b@api.example' } },
    ],
    ['"P T" is not a method.', { request: { method: 'P T' } }],
    ['the mode "no-cors" allows GET, HEAD and POST, not "PUT".', { request: { method: 'PUT', mode: 'no-cors' } }],
    [
      'a header value holds what no header may hold, for which fetch throws.',
      { request: { headers: [['x-a', 'a\nb']] } },
    ],
    ['only "http" and "https" URLs can be fetched from another origin.', { request: { url: 'ftp://a.example' } }],
    [
      'the mode "no-cors" does not go with the redirect mode "error".',
      { request: { mode: 'no-cors', redirect: 'error' } },
    ],
  ])('says "%s"', async (sentence, madeUp) => {
    expect(headline(await makeExchange(madeUp))).toBe(sentence)
  })
})
