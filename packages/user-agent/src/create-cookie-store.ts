import { Cookie, CookieJar } from 'tough-cookie'
import type { CookieStore } from './cookie-store.ts'

/** What {@link createCookieStore} can be told. */
export interface CookieStoreOptions {
  /**
   * Whether `Secure` cookies are stored from and sent to `http://localhost` and loopback addresses, as Chromium and Firefox
   * do. Default: `false`, as in the standard, for which only `https` is secure.
   */
  readonly allowSecureOnLoopback?: boolean
}

/** The last moment that a `Date` can hold. */
const LATEST_DATE = 8.64e15

/**
 * Creates an empty cookie store that knows `Domain`, `Path`, `Secure`, `SameSite`, `Max-Age`, `Expires`, the prefixes
 * `__Host-` and `__Secure-`, and the public suffix list. Cookies age by the clock of the user agent.
 */
export function createCookieStore({ allowSecureOnLoopback = false }: CookieStoreOptions = {}): CookieStore {
  const jar = new CookieJar(null, { allowSecureOnLocal: allowSecureOnLoopback })

  return {
    async retrieve({ now, sameSite, url }) {
      const cookies = await jar.getCookies(url.href, {
        sameSiteContext: sameSite === 'strict-or-less' ? 'strict' : 'none',
        // The jar looks at the clock of the machine.
        expire: false,
        sort: true,
      })
      return cookies
        .filter((cookie) => (cookie.expiryTime() ?? Infinity) > now)
        .map((cookie) => cookie.cookieString())
        .join('; ')
    },
    async store(setCookie, { now, sameSite, url }) {
      const cookie = Cookie.parse(setCookie)
      if (cookie === undefined) return
      fixExpiry(cookie, now)
      await jar.setCookie(cookie, url.href, {
        sameSiteContext: sameSite === 'strict-or-less' ? 'strict' : 'none',
        now: new Date(now),
        ignoreError: true,
      })
    },
  }
}

/** Turns `Max-Age` into a date, because the jar would measure it from whenever the cookie was last sent. */
function fixExpiry(cookie: Cookie, now: number): void {
  const expiry = cookie.expiryTime(new Date(now))
  if (cookie.maxAge === null || expiry === undefined) return
  cookie.maxAge = null
  cookie.expires = new Date(Math.min(Math.max(expiry, 0), LATEST_DATE))
}
