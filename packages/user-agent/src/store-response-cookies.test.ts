import { describe, expect, it } from 'vitest'
import type { CookieContext, CookieStore } from './cookie-store.ts'
import type { PageRequest } from './exchange.ts'
import { pageRequest } from './fixtures/page-request.ts'
import { createUserAgent } from './user-agent.ts'

const page = { origin: 'https://app.example' }

/** Fetches from a server that sets two cookies with every response, and lists what comes to the store. */
async function storedBy(
  differences: Partial<PageRequest>,
): Promise<{ stored: readonly [string, CookieContext][]; outcome: string; texts: readonly string[] }> {
  const stored: [string, CookieContext][] = []
  const cookieStore: CookieStore = {
    retrieve: () => Promise.resolve(''),
    store(setCookie, context) {
      stored.push([setCookie, context])
      return Promise.resolve()
    },
  }
  const agent = createUserAgent({
    cookieStore,
    now: () => 1000,
    transport: () =>
      Promise.resolve({
        status: 200,
        headers: [
          ['Set-Cookie', 'a=1; Expires=Fri, 02 Jan 2026 00:00:00 GMT'],
          ['set-cookie', 'b=2'],
        ],
      }),
  })
  const { outcome, steps } = await agent.fetch(page, pageRequest(differences))
  return { stored, outcome, texts: steps.map(({ text }) => text) }
}

describe('storeResponseCookies', () => {
  it('stores every field by itself, before the CORS check and whatever that comes to', async () => {
    const { outcome, stored } = await storedBy({ credentials: 'include' })
    expect(outcome).toBe('blocked')
    const context = { url: new URL('https://api.example/resource'), sameSite: 'unset-or-less', now: 1000 }
    expect(stored).toEqual([
      ['a=1; Expires=Fri, 02 Jan 2026 00:00:00 GMT', context],
      ['b=2', context],
    ])
  })

  it('stores them from the own origin of the page', async () => {
    const { stored } = await storedBy({ url: 'https://app.example/' })
    expect(stored.map(([, { sameSite }]) => sameSite)).toEqual(['strict-or-less', 'strict-or-less'])
  })

  it.each<Partial<PageRequest>>([{}, { credentials: 'omit', url: 'https://app.example/' }])(
    'stores none where none are included: %j',
    async (differences) => {
      const { stored, texts } = await storedBy(differences)
      expect(stored).toEqual([])
      expect(texts.join()).toContain('which are not stored')
    },
  )

  it('stores none of a preflight', async () => {
    expect((await storedBy({ credentials: 'include', method: 'PUT' })).stored).toEqual([])
  })
})
