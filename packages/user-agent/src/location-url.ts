import { extractHeaderListValues } from './extract-header-list-values.ts'
import type { HeaderPairs } from './header-list.ts'
import { parseUrl } from './parse-url.ts'

const REDIRECT_STATUSES: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/**
 * Tells whether a status is one that browsers follow: 301, 302, 303, 307 or 308.
 *
 * @see https://fetch.spec.whatwg.org/#redirect-status
 */
export function isRedirectStatus(status: number): boolean {
  return REDIRECT_STATUSES.has(status)
}

/**
 * Finds where a redirect leads: a URL, `null` without `Location`, or `'failure'` where that is no URL.
 *
 * The fragment of the URL that was asked for is passed on, unless `Location` has one.
 *
 * @see https://fetch.spec.whatwg.org/#concept-response-location-url
 */
export function locationUrl(url: URL, responseHeaders: HeaderPairs): URL | 'failure' | null {
  const values = extractHeaderListValues('location', responseHeaders)
  if (values === null || values === 'failure') return values
  const location = percentEncodeNonAscii(values.join(''))
  const parsed = parseUrl(location, url.href)
  if (parsed === null) return 'failure'
  if (!parsed.href.includes('#')) parsed.hash = url.hash
  return parsed
}

/** Keeps the bytes of the wire as they are: the URL parser would take the isomorphic string for characters. */
function percentEncodeNonAscii(value: string): string {
  return value.replace(/[\x80-\xFF]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`)
}
