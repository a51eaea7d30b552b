import type { Page } from './exchange.ts'
import { isSerializedOrigin } from './origin.ts'
import { parseUrl } from './parse-url.ts'
import { quote } from './quote.ts'

const ORIGIN_ADVICE = 'write what "location.origin" is in the page, such as "https://app.example"'

/** The page on whose behalf a `fetch` for tests acts. */
export interface CorsFetchPage extends Page {
  /** What relative URLs are resolved against; absent for a page with an opaque origin, unless it is given. */
  readonly baseUrl?: string
}

/**
 * Makes a page of the origin and the base URL that a test gives.
 *
 * @throws {TypeError} if they cannot be a page's, with what to write instead
 */
export function defineCorsFetchPage(origin: string, baseUrl: string | undefined): CorsFetchPage {
  if (typeof origin !== 'string') {
    throw new TypeError(`The option "origin" is ${String(origin)}; ${ORIGIN_ADVICE}`)
  }
  if (!isSerializedOrigin(origin)) {
    const canonical = parseUrl(origin)?.origin ?? 'null'
    const remedy = canonical === 'null' ? ORIGIN_ADVICE : `write ${quote(canonical)}`
    throw new TypeError(
      `The option "origin" is ${quote(origin)}, which is not how a browser writes an origin; ${remedy}`,
    )
  }
  if (baseUrl === undefined) return origin === 'null' ? { origin } : { origin, baseUrl: `${origin}/` }
  if (parseUrl(baseUrl) === null) {
    throw new TypeError(
      `The option "baseUrl" is ${quote(baseUrl)}, which is not an absolute URL; write one such as "https://app.example/shop/"`,
    )
  }
  return { origin, baseUrl }
}
