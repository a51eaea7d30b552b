import { describe, expect, it } from 'vitest'
import type { CookieContext } from './cookie-store.ts'
import { createCookieStore } from './create-cookie-store.ts'

const day = 86_400_000
const start = Date.UTC(2026, 0)

function context(url: string, differences: Partial<CookieContext> = {}): CookieContext {
  return { url: new URL(url), sameSite: 'strict-or-less', now: start, ...differences }
}

const own = context('https://app.example/docs/page')

/** Stores cookies from one context, and retrieves them in another. */
async function storeAndRetrieve(
  cookies: readonly string[],
  from: CookieContext,
  to: CookieContext = from,
  store = createCookieStore(),
): Promise<string> {
  for (const cookie of cookies) await store.store(cookie, from)
  return store.retrieve(to)
}

describe('createCookieStore', () => {
  it('gives back what was stored, longer paths first and then by age', async () => {
    expect(await storeAndRetrieve(['a=1; Path=/', 'b=2', 'c=3; Path=/'], own)).toBe('b=2; a=1; c=3')
  })

  it('replaces a cookie by one of its name', async () => {
    expect(await storeAndRetrieve(['a=1', 'a=2'], own)).toBe('a=2')
  })

  it.each([
    ['a=1', 'https://app.example/docs/other', 'a=1'],
    ['a=1', 'https://app.example/', ''],
    ['a=1; Path=/', 'https://app.example/', 'a=1'],
    ['a=1; Path=/', 'https://app.example:8443/', 'a=1'],
    ['a=1; Path=/', 'https://api.app.example/', ''],
    ['a=1; Path=/; Domain=app.example', 'https://api.app.example/', 'a=1'],
    ['a=1; Path=/; Domain=other.example', 'https://other.example/', ''],
    ['a=1; Path=/; Domain=example', 'https://other.example/', ''],
    ['a=1; Path=/; Secure', 'https://app.example/', 'a=1'],
    ['a=1; Path=/; Secure', 'http://app.example/', ''],
    ['a=1; Path=/; HttpOnly', 'https://app.example/', 'a=1'],
    ['__Host-a=1; Path=/', 'https://app.example/', ''],
    ['__Host-a=1; Path=/; Secure', 'https://app.example/', '__Host-a=1'],
    ['', 'https://app.example/', ''],
  ])('sends %j to %s as %j', async (cookie, url, expected) => {
    expect(await storeAndRetrieve([cookie], own, context(url))).toBe(expected)
  })

  it('takes no cookie for a public suffix', async () => {
    const from = context('https://a.github.io/')
    expect(await storeAndRetrieve(['a=1; Domain=github.io'], from)).toBe('')
  })

  it('works for addresses and for localhost', async () => {
    for (const url of ['http://127.0.0.1:3000/', 'http://localhost:3000/', 'http://[::1]:3000/']) {
      expect(await storeAndRetrieve(['a=1'], context(url))).toBe('a=1')
    }
  })

  it('takes Secure cookies from localhost only where it is told to', async () => {
    const loopback = context('http://localhost:3000/')
    expect(await storeAndRetrieve(['a=1; Secure'], loopback)).toBe('')
    const lenient = createCookieStore({ allowSecureOnLoopback: true })
    expect(await storeAndRetrieve(['a=1; Secure'], loopback, loopback, lenient)).toBe('a=1')
  })

  it('keeps across sites to what may go there, when it sends and when it stores', async () => {
    const cookies = ['s=1; SameSite=Strict', 'l=1; SameSite=Lax', 'n=1; SameSite=None; Secure', 'u=1']
    const across: CookieContext = { ...own, sameSite: 'unset-or-less' }
    expect(await storeAndRetrieve(cookies, own, own)).toBe('s=1; l=1; n=1; u=1')
    expect(await storeAndRetrieve(cookies, own, across)).toBe('n=1; u=1')
    expect(await storeAndRetrieve(cookies, across, own)).toBe('n=1; u=1')
  })

  it.each([
    ['a=1; Max-Age=60', 59_999, 60_000],
    ['a=1; Expires=Fri, 02 Jan 2026 00:00:00 GMT', day - 1, day],
    // Max-Age goes before Expires.
    ['a=1; Max-Age=60; Expires=Fri, 02 Jan 2026 00:00:00 GMT', 59_999, 60_000],
  ])('ages %j by the clock that it is given', async (cookie, before, after) => {
    const store = createCookieStore()
    expect(await storeAndRetrieve([cookie], own, { ...own, now: start + before }, store)).toBe('a=1')
    expect(await store.retrieve({ ...own, now: start + after })).toBe('')
  })

  it('does not keep a cookie for longer because it is sent', async () => {
    const store = createCookieStore()
    await store.store('a=1; Max-Age=60', own)
    await store.retrieve({ ...own, now: start + 50_000 })
    expect(await store.retrieve({ ...own, now: start + 70_000 })).toBe('')
  })

  it.each(['a=1; Max-Age=0', 'a=1; Max-Age=-1', 'a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT'])(
    'forgets a cookie for %j',
    async (cookie) => {
      expect(await storeAndRetrieve(['a=1', cookie], own)).toBe('')
    },
  )

  it('keeps a cookie for as long as dates can say', async () => {
    expect(await storeAndRetrieve([`a=1; Max-Age=${'9'.repeat(30)}`], own)).toBe('a=1')
  })
})
