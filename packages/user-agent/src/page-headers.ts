import type { CheckFailed } from './check-result.ts'
import { type EngineQuirks, STANDARD_BEHAVIOUR } from './engine-quirks.ts'
import type { RequestMode } from './exchange.ts'
import { isForbiddenRequestHeader } from './forbidden-request-header.ts'
import { appendHeader, getHeader, type HeaderPairs } from './header-list.ts'
import { isNoCorsSafelistedRequestHeader } from './no-cors-safelisted-request-header.ts'
import { quote } from './quote.ts'
import { HTTP_WHITESPACE, strip } from './strip.ts'
import { isToken } from './token.ts'

/** What is left of the headers that a page sets. */
export type FilledHeaders =
  | {
      readonly passed: true
      readonly headers: HeaderPairs
      /** The names of the headers that the browser leaves out without a word to the page. */
      readonly dropped: readonly string[]
    }
  | CheckFailed<'header-name-invalid' | 'header-value-invalid'>

/**
 * Fills a request's header list with what a page sets, as `new Headers` does under the guard of the request's mode.
 *
 * @see https://fetch.spec.whatwg.org/#concept-headers-fill
 */
export function fillHeaders(
  pageHeaders: HeaderPairs,
  mode: RequestMode,
  quirks: EngineQuirks = STANDARD_BEHAVIOUR,
): FilledHeaders {
  let headers: HeaderPairs = []
  const dropped: string[] = []
  for (const [name, potentialValue] of pageHeaders) {
    const value = strip(potentialValue, HTTP_WHITESPACE)
    if (!isToken(name)) {
      return { passed: false, reason: 'header-name-invalid', text: `${quote(name)} is not a header name: it throws` }
    }
    if (!isHeaderValue(value)) {
      const text = `${quote(value)}, the value of ${quote(name)}, is not a header value: it throws`
      return { passed: false, reason: 'header-value-invalid', text }
    }
    if (isLeftOut(headers, name, value, mode, quirks)) dropped.push(name)
    else headers = appendHeader(headers, name, value)
  }
  return { passed: true, headers, dropped }
}

function isLeftOut(
  headers: HeaderPairs,
  name: string,
  value: string,
  mode: RequestMode,
  quirks: EngineQuirks,
): boolean {
  if (mode !== 'no-cors') return isForbiddenRequestHeader(name, value, quirks)
  const soFar = getHeader(headers, name)
  return !isNoCorsSafelistedRequestHeader(name, soFar === null ? value : `${soFar}, ${value}`, quirks)
}

/** Whether a value consists of bytes and holds none of NUL, CR and LF. */
function isHeaderValue(value: string): boolean {
  return /^[^\0\r\n\u0100-\uFFFF]*$/.test(value)
}
