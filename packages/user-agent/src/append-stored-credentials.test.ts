import { describe, expect, it } from 'vitest'
import type { CookieContext, CookieStore } from './cookie-store.ts'
import type { Exchange, PageRequest } from './exchange.ts'
import { pageRequest } from './fixtures/page-request.ts'
import { createHandlerTransport } from './handler-transport.ts'
import { getHeader } from './header-list.ts'
import { createCookieStore } from './node.ts'
import { createUserAgent } from './user-agent.ts'

const page = { origin: 'https://app.example' }
const own = 'https://app.example/'
const foreign = 'https://api.other.example/'
const sibling = 'https://api.app.example/'
const now = Date.UTC(2026, 0)

/** A server that shares everything with the page, credentials included. */
function sharing(request: Request): Response {
  return new Response(null, {
    headers: {
      'access-control-allow-origin': request.headers.get('origin') ?? page.origin,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': 'authorization',
    },
  })
}

const transport = createHandlerTransport(sharing)

/** A store with a cookie for every one of the three servers and each kind of `SameSite`. */
async function filledStore(): Promise<CookieStore> {
  const store = createCookieStore()
  for (const url of [own, foreign, sibling].map((href) => new URL(href))) {
    const context: CookieContext = { url, sameSite: 'strict-or-less', now }
    await store.store('strict=1; SameSite=Strict', context)
    await store.store('none=1; SameSite=None; Secure', context)
  }
  return store
}

async function fetchWithCookies(differences: Partial<PageRequest>, topLevelOrigin = page.origin): Promise<Exchange> {
  const agent = createUserAgent({ transport, cookieStore: await filledStore(), now: () => now })
  return agent.fetch({ ...page, topLevelOrigin }, pageRequest(differences))
}

/** The values of a header, one for each request that went over the wire. */
function sent({ messages }: Exchange, name: string): readonly (string | null)[] {
  return messages.map(({ request }) => getHeader(request.headers, name))
}

describe('appendStoredCredentials', () => {
  it.each<[string, Partial<PageRequest>, string | null]>([
    ['its own origin', { url: own }, 'strict=1; none=1'],
    ['its own origin, if it omits them', { url: own, credentials: 'omit' }, null],
    ['another origin', { url: foreign }, null],
    ['another origin, if it includes them', { url: foreign, credentials: 'include' }, 'none=1'],
    ['another origin of its site', { url: sibling, credentials: 'include' }, 'strict=1; none=1'],
    ['another origin without CORS', { url: foreign, mode: 'no-cors', credentials: 'include' }, 'none=1'],
  ])('sends cookies from a page to %s', async (_, differences, expected) => {
    expect(sent(await fetchWithCookies(differences), 'cookie')).toEqual([expected])
  })

  it('sends from a frame of another site only what may go across sites', async () => {
    expect(sent(await fetchWithCookies({ url: own }, 'https://top.example'), 'cookie')).toEqual(['none=1'])
  })

  it('never sends cookies with a preflight, whatever the request that it is for', async () => {
    const exchange = await fetchWithCookies({ url: foreign, method: 'PUT', credentials: 'include' })
    expect(sent(exchange, 'cookie')).toEqual([null, 'none=1'])
  })

  it('sends none after all after a redirect to another site', async () => {
    const agent = createUserAgent({
      cookieStore: await filledStore(),
      now: () => now,
      transport: createHandlerTransport((request) =>
        request.url === own ? new Response(null, { status: 302, headers: { location: foreign } }) : sharing(request),
      ),
    })
    expect(sent(await agent.fetch(page, pageRequest({ url: own })), 'cookie')).toEqual(['strict=1; none=1', null])
  })

  it('sends no cookies without a store', async () => {
    const agent = createUserAgent({ transport })
    expect(sent(await agent.fetch(page, pageRequest({ url: own })), 'cookie')).toEqual([null])
  })

  it('bears with a store that fails', async () => {
    const broken: CookieStore = {
      retrieve: () => Promise.reject(new Error('no disk')),
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a store is somebody else's code
      store: () => Promise.reject(undefined),
    }
    const agent = createUserAgent({
      cookieStore: broken,
      transport: createHandlerTransport(() => new Response(null, { headers: { 'set-cookie': 'a=1' } })),
    })
    const { outcome, steps } = await agent.fetch(page, pageRequest({ url: own }))
    expect(outcome).toBe('readable')
    const texts = steps.map(({ text }) => text)
    expect(texts).toContain('the cookie store failed, and no cookie is sent: "no disk"')
    expect(texts).toContain('the cookie store failed: "it gave no reason"')
  })

  it('sends what the user has entered, where credentials go at all and the page has not said otherwise', async () => {
    const agent = createUserAgent({
      transport,
      authenticationEntries: [{ origin: 'https://api.other.example', authorization: 'Basic dXNlcjpwYXNz' }],
    })
    const authorization = async (differences: Partial<PageRequest>): Promise<readonly (string | null)[]> =>
      sent(await agent.fetch(page, pageRequest({ url: foreign, ...differences })), 'authorization')
    expect(await authorization({ credentials: 'include' })).toEqual(['Basic dXNlcjpwYXNz'])
    expect(await authorization({})).toEqual([null])
    expect(await authorization({ url: sibling, credentials: 'include' })).toEqual([null])
    expect(await authorization({ credentials: 'include', headers: [['Authorization', 'own']] })).toEqual([null, 'own'])
  })

  it('sends an Authorization of the page in every credentials mode', async () => {
    const agent = createUserAgent({ transport })
    for (const credentials of ['omit', 'same-origin', 'include'] as const) {
      const exchange = await agent.fetch(
        page,
        pageRequest({ url: own, credentials, headers: [['Authorization', 'own']] }),
      )
      expect(sent(exchange, 'authorization')).toEqual(['own'])
    }
  })
})
