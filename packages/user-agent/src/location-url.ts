import { type EngineQuirks, STANDARD_BEHAVIOUR } from './engine-quirks.ts'
import { type ExtractedValues, extractHeaderListValues } from './extract-header-list-values.ts'
import { getHeader, headerValues, type HeaderPairs } from './header-list.ts'
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
export function locationUrl(
  url: URL,
  responseHeaders: HeaderPairs,
  quirks: EngineQuirks = STANDARD_BEHAVIOUR,
): URL | 'failure' | null {
  const values = extractLocation(responseHeaders, quirks)
  if (values === null || values === 'failure') return values
  const location = percentEncodeNonAscii(values.join(''))
  if (location === '' && quirks.emptyLocation !== 'same-url')
    return quirks.emptyLocation === 'nowhere' ? null : 'failure'
  const parsed = parseUrl(location, url.href)
  if (parsed === null) return 'failure'
  if (!parsed.href.includes('#')) parsed.hash = url.hash
  return parsed
}

/**
 * Tells whether an engine makes a network error of a redirect that the page wants to follow by itself: it looks where the
 * redirect leads all the same.
 *
 * @see https://fetch.spec.whatwg.org/#concept-request-redirect-mode
 */
export function isManualRedirectRefused(url: URL, responseHeaders: HeaderPairs, quirks: EngineQuirks): boolean {
  const location = locationUrl(url, responseHeaders, quirks)
  switch (quirks.manualRedirectFailsAt) {
    case 'nothing':
      return false
    case 'invalid-location':
      return location === 'failure'
    case 'repeated-location':
      return new Set(headerValues(responseHeaders, 'location')).size > 1
    case 'ftp':
      return location instanceof URL && location.protocol === 'ftp:'
  }
}

/** Tells whether a redirect says nothing about where it leads. */
export function isLocationBlank(url: URL, responseHeaders: HeaderPairs, quirks: EngineQuirks): boolean {
  return locationUrl(url, responseHeaders, quirks) === null || getHeader(responseHeaders, 'location') === ''
}

function extractLocation(responseHeaders: HeaderPairs, { repeatedLocation }: EngineQuirks): ExtractedValues {
  const values = headerValues(responseHeaders, 'location')
  if (values.length > 1 && repeatedLocation === 'joined') return [values.join(', ')]
  if (values.length > 1 && repeatedLocation === 'one-if-equal') {
    return new Set(values).size === 1 ? values.slice(0, 1) : 'failure'
  }
  return extractHeaderListValues('location', responseHeaders)
}

/** Keeps the bytes of the wire as they are: the URL parser would take the isomorphic string for characters. */
function percentEncodeNonAscii(value: string): string {
  return value.replace(/[\x80-\xFF]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`)
}
