/**
 * Which cookies may go with a request, by what they say of `SameSite`: all of them, or only those that may go across sites,
 * which are `SameSite=None` and, in the standard, those that say nothing of it.
 *
 * @see https://fetch.spec.whatwg.org/#determine-the-same-site-mode
 */
export type SameSiteMode = 'strict-or-less' | 'unset-or-less'

/** What a cookie store has to know of the request that it is asked about. */
export interface CookieContext {
  /** The URL that is requested: whether it is secure, its host and its path. */
  readonly url: URL
  /** Which cookies may be sent there, and stored from there, on behalf of this page. */
  readonly sameSite: SameSiteMode
  /** The time by the user agent's clock, in milliseconds since 1970. */
  readonly now: number
}

/** Where a user agent keeps cookies. `createCookieStore` in `@corsac/user-agent/node` makes one. */
export interface CookieStore {
  /**
   * Retrieves and serializes the cookies for a request: `a=1; b=2`, or the empty string for none.
   *
   * @see https://fetch.spec.whatwg.org/#append-a-request-cookie-header
   */
  retrieve(context: CookieContext): Promise<string>
  /**
   * Parses and stores the cookie of one `Set-Cookie` field, or leaves it where it may not be stored.
   *
   * @see https://fetch.spec.whatwg.org/#parse-and-store-response-set-cookie-headers
   */
  store(setCookie: string, context: CookieContext): Promise<void>
}
